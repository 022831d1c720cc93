import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Loading, Notice, QueueTable, ViewTabs, WorkPage, useFilters, useLive, usePerson, useWords } from '#workbench/kit.ts'
import type { QueueColumn } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { usePartName } from './acts/handlers-field.tsx'
import type { BulkAct, Failure } from './bulk.tsx'
import { BulkActs } from './bulk.tsx'
import { calls, topics, useSummary } from './calls.ts'
import { useColumns } from './list.tsx'
import { pageWords } from './page-words.ts'
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

const queues = ['submitted', 'registered', 'objected', 'extension', 'rated', 'escalated'] as const
type QueueName = (typeof queues)[number]
/** What may be done with many at once in a queue; every other one needs a look at each. */
const bulkOf: Readonly<Partial<Record<QueueName, BulkAct>>> = { submitted: 'register', registered: 'assign' }
const MOST = 100

/** Review, hand over, objections, extensions, close, settle; opens on the first that holds something. */
function AffairsDesk() {
  const t = useWords(workbenchWords)
  const { filters } = useFilters()
  const summary = useSummary()
  const extensions = useQuery({
    queryKey: [...topics, 'extensions', 'count'],
    queryFn: () => calls.listSuggestions({ query: { asked: 'extension', limit: MOST } }),
  })
  if (summary.isPending || extensions.isPending) return <Loading rows={3} />
  const counts = summary.data?.byStatus
  const countOf = (name: QueueName) => (name === 'extension' ? (extensions.data?.items.length ?? 0) : (counts?.[name] ?? 0))
  const current = queues.find((it) => it === filters['status']) ?? queues.find((it) => countOf(it) > 0) ?? 'submitted'
  return (
    <>
      <SummaryFigures show={['assigned', 'accepted', 'replied']} />
      <ViewTabs
        label={t.queues}
        tabs={queues.map((it) => ({
          label: t.figure[it],
          count: it === 'extension' && extensions.data?.next ? `${MOST}+` : countOf(it),
          to: '/desk',
          search: { status: it },
          isCurrent: it === current,
        }))}
      />
      <Queue
        key={current}
        name={current}
        load={(cursor) =>
          current === 'extension'
            ? calls.listSuggestions({ query: { asked: 'extension', ...cursor } })
            : calls.listTurns({ query: { status: current, ...cursor } })
        }
        empty={t.queueEmpty[current]}
        bulk={bulkOf[current]}
      />
    </>
  )
}

const unitQueues = ['assigned', 'accepted'] as const

/** A unit's own counts come from its queues, in which it waits by its own part; the running totals are the whole congress's. */
function UnitDesk() {
  const t = useWords(workbenchWords)
  const { filters } = useFilters()
  const assigned = useCount('assigned')
  const accepted = useCount('accepted')
  const partName = usePartName()
  if (assigned === null || accepted === null) return <Loading rows={3} />
  const counts = { assigned, accepted }
  const current = unitQueues.find((it) => it === filters['status']) ?? (assigned === 0 ? 'accepted' : 'assigned')
  const mine: QueueColumn<Item> = {
    key: 'mine',
    head: t.myPart,
    cell: (it) => {
      if (it.ownPart === null) return t.none
      return `${partName(it.ownPart)} · ${current === 'assigned' ? t.owes.assigned : t.owes.accepted[it.ownPart]}`
    },
  }
  return (
    <>
      <ViewTabs
        label={t.queues}
        tabs={unitQueues.map((it) => ({
          label: t.figure[it],
          count: counts[it],
          to: '/desk',
          search: { status: it },
          isCurrent: it === current,
        }))}
      />
      <Queue
        key={current}
        name={current}
        load={(cursor) => calls.listTurns({ query: { status: current, ...cursor } })}
        empty={t.queueEmpty.unit}
        column={mine}
      />
    </>
  )
}

/** How many wait for this unit in a status of its part; null until it is known. */
function useCount(status: (typeof unitQueues)[number]): number | string | null {
  const query = useQuery({
    queryKey: [...topics, 'turns', 'count', status],
    queryFn: () => calls.listTurns({ query: { limit: MOST, status } }),
  })
  if (query.isPending) return null
  const { items, next } = query.data ?? { items: [], next: null }
  return next ? `${items.length}+` : items.length
}

type Load = (cursor: { cursor?: string }) => Promise<{ items: Item[]; next: string | null }>

function Queue({
  name,
  load,
  empty,
  bulk,
  column,
}: {
  name: string
  load: Load
  empty: string
  bulk?: BulkAct | undefined
  /** One more, after the title. */
  column?: QueueColumn<Item>
}) {
  const t = useWords(workbenchWords)
  const rowName = useName()
  const columns = useColumns()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  return (
    <>
      <Failures failures={failures} onClose={() => setFailures([])} />
      <QueueTable<Item>
        queryKey={[...topics, 'desk', name]}
        load={(_, cursor) => load(cursor ? { cursor } : {})}
        columns={column ? columns.toSpliced(1, 0, column) : columns}
        rowKey={({ id }) => id}
        rowName={rowName}
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
