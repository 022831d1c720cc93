import { Link } from '@tanstack/react-router'
import { Failed, Loading, Panel, usePathParam, useWords, WorkPage } from '#workbench/kit.ts'
import { paperAddress } from '../documents/workbench/documents-menu.tsx'
import { useSuggestion } from './calls.ts'
import { Clock, SuggestionStatus } from './status.tsx'
import { workbenchWords } from './words.ts'
import './suggestions.css'

/** The confirmation: what was done, what happens next and when; its address can be kept. */
export default function Submitted() {
  const t = useWords(workbenchWords)
  const id = usePathParam('id')
  const query = useSuggestion(id)
  if (query.isPending) return <Loading />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const it = query.data
  return (
    <WorkPage title={`✓ ${t.submittedTitle}`} status={<SuggestionStatus it={it} />} lead={t.submittedLead(it.title)}>
      <Panel title={t.nextSteps}>
        {it.due && <Clock due={it.due} />}
        <ol className="next-steps">
          <li>{t.nextReview}</li>
          <li>{t.nextReply}</li>
          <li>{t.nextRate}</li>
        </ol>
        <p className="hint">{t.nextWithdraw}</p>
        <div className="action-bar">
          <Link className="link-button is-primary" to={`/suggestions/${id}`}>
            {t.seeProgress}
          </Link>
          <a className="link-button" href={paperAddress(id)} download>
            {t.savePdf}
          </a>
          <Link className="link-button" to="/suggestions/new">
            {t.writeAnother}
          </Link>
        </div>
      </Panel>
    </WorkPage>
  )
}
