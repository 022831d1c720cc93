import { Link } from '@tanstack/react-router'
import { beijingDay } from '#lib/pure/moment.ts'
import { CaseRecord, DetailPage, Facts, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { nameOf } from '../rules/name.ts'
import { words } from '../words.ts'
import { Acts } from './acts.tsx'
import { topics, useConcern, useTimeline } from './calls.ts'
import { pageWords } from './page-words.ts'
import { Photos } from './photos.tsx'
import { ConcernStatus, DueLine } from './status.tsx'
import { workbenchWords } from './words.ts'
import './concerns.css'

/** 民情直通详情: where it stands, what was said last, and below it what I can do. */
export default function ConcernPage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useConcern(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <One key={id} it={query.data} />
}

function One({ it }: { it: Detail }) {
  return (
    <DetailPage
      title={nameOf(it.text)}
      status={
        <>
          <ConcernStatus it={it} />
          <DueLine it={it} />
        </>
      }
      backTo="/concerns"
      backLabel={useWords(pageWords).list}
      aside={<Trail id={it.id} />}
    >
      {it.result === null ? (
        <>
          <Reported it={it} />
          <Objection it={it} />
          <Acts it={it} />
        </>
      ) : (
        <>
          <Answer it={it} />
          <Acts it={it} />
          <Reported it={it} />
          <Objection it={it} />
        </>
      )}
    </DetailPage>
  )
}

function Reported({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  return (
    <Panel title={t.reported}>
      <p className="long-text">{it.text}</p>
      <Photos it={it} part="concern" />
      <Facts
        items={[
          { term: t.place, value: it.place },
          { term: t.deputy, value: it.deputy.name },
          { term: t.unit, value: it.unit.name },
          { term: t.sentOn, value: it.sentOn },
          { term: t.settledOn, value: it.settledOn },
          { term: t.became, value: it.suggestion && <Link to={`/suggestions/${it.suggestion.id}`}>{it.suggestion.name}</Link> },
        ]}
      />
    </Panel>
  )
}

function Answer({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  if (it.result === null) return null
  return (
    <Panel title={`${t.answer}：${w.result[it.result]}`}>
      <p className="long-text">{it.answer}</p>
      <Photos it={it} part="answer" />
      <Facts
        items={[
          { term: t.unit, value: it.unit.name },
          { term: t.answeredOn, value: it.answeredOn },
          { term: t.plannedOn, value: it.plannedOn },
          { term: t.complaint, value: it.complaint },
        ]}
      />
    </Panel>
  )
}

/** What the unit said of whose it is, and what was decided. */
function Objection({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  if (it.objection === '') return null
  return (
    <Panel title={t.objection}>
      <p className="long-text">{it.objection}</p>
      <Facts items={[{ term: t.decision, value: it.decision }]} />
    </Panel>
  )
}

/** What happened, newest first, as the events say it. */
function Trail({ id }: { id: string }) {
  const t = useWords(workbenchWords)
  const query = useTimeline(id)
  if (query.isPending) return <Loading rows={3} />
  const items = query.data?.items ?? []
  return (
    <Panel title={t.trail}>
      <CaseRecord
        entries={items.toReversed().map(({ id: key, at, sentence }) => ({ key, on: beijingDay(at), what: sentence }))}
      />
    </Panel>
  )
}
