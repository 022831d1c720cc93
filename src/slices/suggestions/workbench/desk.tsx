import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Loading, QueueTable, useFilters, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item, Status } from '../contract.ts'
import type { BulkAct, Failure } from './bulk.tsx'
import { BulkActs } from './bulk.tsx'
import { calls, topics, useSummary } from './calls.ts'
import { useColumns } from './list.tsx'
import { Notice } from './notice.tsx'
import { pageWords } from './page-words.ts'
import { QueueTabs } from './queue-tabs.tsx'
import { useName } from './status.tsx'
import { SummaryFigures } from './summary-figures.tsx'
import { workbenchWords } from './words.ts'
import './suggestions.css'

/** 待办: what waits for the deputies' committee or for a unit, longest waiting first. */
export default function DeskPage() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const title = useWords(pageWords).desk
  const { roles, unitName } = usePerson()
  const isAffairs = roles.includes('deputies_affairs')
  return (
    <WorkPage
      title={isAffairs || !unitName ? title : `${title}\u3000${unitName}`}
      lead={isAffairs ? t.deskLead.affairs : t.deskLead.unit}
      actions={
        <Link className="link-button" to="/suggestions">
          {t.seeList}
        </Link>
      }
    >
      {isAffairs ? <AffairsDesk /> : <UnitDesk />}
    </WorkPage>
  )
}

const queues = ['submitted', 'registered', 'rated'] as const
/** What may be done with many at once in each queue; closing looks at each rating. */
const bulkOf = { submitted: 'register', registered: 'assign', rated: null } as const

/** Three queues: review, hand over, close; opens on the first that holds something. */
function AffairsDesk() {
  const t = useWords(workbenchWords)
  const { filters } = useFilters()
  const summary = useSummary()
  if (summary.isPending) return <Loading rows={3} />
  const counts = summary.data?.byStatus
  const countOf = (status: Status) => counts?.[status] ?? 0
  const status = queues.find((it) => it === filters['status']) ?? queues.find((it) => countOf(it) > 0) ?? 'submitted'
  return (
    <>
      <SummaryFigures show={['assigned', 'accepted', 'replied']} />
      <QueueTabs
        label={t.queues}
        tabs={queues.map((it) => ({ label: t.figure[it], count: countOf(it), status: it }))}
        current={status}
      />
      <Queue key={status} status={status} empty={t.queueEmpty[status]} bulk={bulkOf[status]} />
    </>
  )
}

const MOST = 100

/** A unit's own counts come from its queue; the running totals are the whole congress's. */
function UnitDesk() {
  const t = useWords(workbenchWords)
  const { filters } = useFilters()
  const turns = useQuery({ queryKey: [...topics, 'turns', 'count'], queryFn: () => calls.listTurns({ query: { limit: MOST } }) })
  if (turns.isPending) return <Loading rows={3} />
  const { items, next } = turns.data ?? { items: [], next: null }
  const count = (status: Status | undefined) => {
    const found = items.filter((it) => it.status === (status ?? it.status)).length
    return next ? `${found}+` : found
  }
  const status = (['assigned', 'accepted'] as const).find((it) => it === filters['status'])
  const tabs = [undefined, 'assigned', 'accepted'] as const
  return (
    <>
      <QueueTabs
        label={t.queues}
        tabs={tabs.map((it) => ({ label: it ? t.figure[it] : t.allWaiting, count: count(it), status: it }))}
        current={status}
      />
      <Queue key={status ?? 'all'} status={status} empty={t.queueEmpty.unit} />
    </>
  )
}

function Queue({ status, empty, bulk }: { status: Status | undefined; empty: string; bulk?: BulkAct | null }) {
  const t = useWords(workbenchWords)
  const name = useName()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  return (
    <>
      <Failures failures={failures} onClose={() => setFailures([])} />
      <QueueTable<Item>
        queryKey={[...topics, 'desk', status ?? 'all']}
        load={(_, cursor) => calls.listTurns({ query: { ...(cursor && { cursor }), ...(status && { status }) } })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={name}
        hrefOf={({ id }) => `/suggestions/${id}`}
        caption={t.queue}
        {...(bulk && {
          bulk: (chosen, clear) => <BulkActs act={bulk} chosen={chosen} onDone={(failed) => (setFailures(failed), clear())} />,
        })}
        empty={{ why: empty, action: { label: t.seeList, href: '/workbench/suggestions' } }}
      />
    </>
  )
}

/** What a bulk act could not do, one sentence each; the rows are still in the queue. */
function Failures({ failures, onClose }: { failures: readonly Failure[]; onClose: () => void }) {
  const t = useWords(workbenchWords)
  if (failures.length === 0) return null
  return (
    <Notice tone="warning" title={t.bulkFailed(failures.length)} close={{ label: t.closeNote, onClick: onClose }}>
      <ul>
        {failures.map(({ id, name, sentence }) => (
          <li key={id}>
            <Link to={`/suggestions/${id}`}>{name}</Link>：{sentence}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
