import { DetailPage, Failed, Loading, Panel, Slot, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { useSuggestion, topics } from './calls.ts'
import { CaseActs, Withdraw } from './case-acts.tsx'
import { CaseStations } from './case-stations.tsx'
import { CaseContacts, CaseFacts, CaseReplies, CaseText, CaseTrail } from './case-parts.tsx'
import { caseWords } from './case-words.ts'
import { DocumentsMenu } from './documents-menu.tsx'
import { Clock, SuggestionStatus, useName } from './status.tsx'
import './suggestions.css'

/** 建议详情: where it stands and until when, what I can do now, the way it went, the text and the answers. */
export default function CasePage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useSuggestion(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Case key={id} it={query.data} />
}

function Case({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const name = useName()(it)
  return (
    <DetailPage
      title={name}
      status={
        <>
          <SuggestionStatus it={it} />
          {it.isDifficult && <span>{t.difficult}</span>}
        </>
      }
      backTo="/suggestions"
      aside={<CaseTrail id={it.id} />}
    >
      {it.due && <Clock due={it.due} />}
      <CaseActs key={it.round} it={it} />
      <Panel title={t.timeline}>
        <CaseStations it={it} />
        <CaseFacts it={it} />
      </Panel>
      <CaseReplies it={it} />
      <Slot name="suggestionCase" id={it.id} />
      <CaseText it={it} />
      <CaseContacts it={it} />
      <DocumentsMenu it={it} />
      <Withdraw key={`withdraw-${it.round}`} it={it} />
    </DetailPage>
  )
}
