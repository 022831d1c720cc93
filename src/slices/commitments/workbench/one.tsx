import { Link } from '@tanstack/react-router'
import { DetailPage, Facts, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { Acts } from './acts.tsx'
import { topics, useCommitment, useTerms } from './calls.ts'
import { History } from './history.tsx'
import { pageWords } from './page-words.ts'
import { Proofs } from './proofs.tsx'
import { CommitmentStatus, DueLine, useNotes } from './status.tsx'
import { workbenchWords } from './words.ts'
import './commitments.css'

/** 承诺详情: what was promised by when, what I can do now, and how it went over the years. */
export default function CommitmentPage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useCommitment(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <One key={id} it={query.data} />
}

function One({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const notes = useNotes()(it)
  const terms = useTerms().data
  return (
    <DetailPage
      title={it.content}
      status={
        <>
          <CommitmentStatus it={it} />
          <span className="promise-due">
            <DueLine it={it} />
          </span>
        </>
      }
      backTo="/commitments"
      backLabel={useWords(pageWords).list}
      aside={
        <Panel title={t.history}>
          <History it={it} />
        </Panel>
      }
    >
      {notes.map((note) => (
        <p key={note} className="promise-note">
          {note}
        </p>
      ))}
      <Acts it={it} />
      <Proofs id={it.id} />
      <About it={it} />
      {terms && <p className="hint">{`${t.howCounted} ${t.basis(terms.yearly.basis)}；${terms.carry.basis}`}</p>}
    </DetailPage>
  )
}

function About({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  return (
    <Panel title={t.suggestion}>
      <p>
        <Link to={`/suggestions/${it.suggestionId}`}>{it.title}</Link>
      </p>
      <Facts
        items={[
          { term: t.unit, value: it.unit.name },
          { term: t.deputy, value: it.deputy.name },
          { term: t.term, value: w.termOf(it.term) },
          { term: t.openedOn, value: it.openedOn },
          { term: t.firstDueOn, value: it.firstDueOn },
          { term: t.dueOn, value: it.carries > 0 ? it.dueOn : null },
          {
            term: it.status === 'not_kept' ? t.explainedOn : t.settledOn,
            value: it.status === 'superseded' ? null : it.settledOn,
          },
          { term: t.status, value: it.isConfidential ? t.confidential : null },
        ]}
      />
    </Panel>
  )
}
