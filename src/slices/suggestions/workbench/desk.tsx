import { Alert } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Figure, Filters } from '#workbench/kit.ts'
import { Figures, QueueTable, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item, Status } from '../contract.ts'
import { words } from '../words.ts'
import type { Failure } from './bulk.tsx'
import { BulkActs } from './bulk.tsx'
import { calls, topics, useSummary } from './calls.ts'
import { useColumns } from './list.tsx'
import { pageWords } from './page-words.ts'
import { useName } from './status.tsx'
import { workbenchWords } from './words.ts'
import './suggestions.css'

type Desk = 'affairs' | 'unit' | 'office'

/** The statuses that wait at each desk; the offices only look. */
const waitingAt: Readonly<Record<Desk, readonly Status[]>> = {
  affairs: ['submitted', 'registered', 'rated'],
  unit: ['assigned', 'accepted'],
  office: [],
}

/** 待办: what waits for this office or unit, longest waiting first, with the figures that say how much. */
export default function DeskPage() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const title = useWords(pageWords).desk
  const desk = useDesk()
  const { unitName } = usePerson()
  return (
    <WorkPage
      title={unitName && desk === 'unit' ? `${title}　${unitName}` : title}
      lead={t.deskLead[desk]}
      actions={
        <Link className="link-button" to="/suggestions">
          {t.seeList}
        </Link>
      }
    >
      {desk === 'unit' ? <UnitFigures /> : <OfficeFigures desk={desk} />}
      <Queue desk={desk} />
    </WorkPage>
  )
}

function useDesk(): Desk {
  const { roles } = usePerson()
  if (roles.includes('deputies_affairs')) return 'affairs'
  return roles.includes('handling_unit') ? 'unit' : 'office'
}

function Queue({ desk }: { desk: Desk }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const name = useName()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const waiting = waitingAt[desk]
  return (
    <>
      <Failures failures={failures} onClose={() => setFailures([])} />
      <QueueTable<Item>
        queryKey={[...topics, 'desk', desk]}
        load={(filters, cursor) => load(desk, filters, cursor)}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={name}
        hrefOf={({ id }) => `/suggestions/${id}`}
        caption={desk === 'office' ? t.listCaption : t.queue}
        filters={
          waiting.length === 0
            ? []
            : [
                {
                  kind: 'select',
                  name: 'status',
                  label: t.status,
                  options: waiting.map((value) => ({ value, label: w.status[value] })),
                },
              ]
        }
        {...(desk === 'affairs' && {
          bulk: (chosen, clear) => <BulkActs chosen={chosen} onDone={(failed) => (setFailures(failed), clear())} />,
        })}
        empty={{ why: t.deskEmpty[desk] }}
      />
    </>
  )
}

function load(desk: Desk, filters: Filters, cursor: string | undefined) {
  const page = { ...(cursor && { cursor }) }
  if (desk === 'office') return calls.listSuggestions({ query: page })
  const status = waitingAt[desk].find((it) => it === filters['status'])
  return calls.listTurns({ query: { ...page, ...(status && { status }) } })
}

/** What a bulk act could not do, one sentence each; the rows are still in the queue. */
function Failures({ failures, onClose }: { failures: readonly Failure[]; onClose: () => void }) {
  const t = useWords(workbenchWords)
  if (failures.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t.bulkFailed(failures.length)}
      closable={{ onClose, 'aria-label': t.closeNote }}
      description={
        <ul>
          {failures.map(({ id, name, sentence }) => (
            <li key={id}>
              <Link to={`/suggestions/${id}`}>{name}</Link>：{sentence}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** Figures of the whole congress; each opens its rows. */
function OfficeFigures({ desk }: { desk: Desk }) {
  const t = useWords(workbenchWords)
  const summary = useSummary()
  if (!summary.data) return null
  const { byStatus, replied, handedOver, replyRate } = summary.data
  const figure = (status: Exclude<Status, 'draft' | 'returned' | 'withdrawn'>): Figure => ({
    label: t.figure[status],
    value: byStatus[status] ?? 0,
    href: waitingAt[desk].includes(status) ? `/workbench/desk?status=${status}` : `/workbench/suggestions?status=${status}`,
  })
  return (
    <Figures
      items={[
        ...(['submitted', 'registered', 'assigned', 'accepted', 'replied', 'rated'] as const).map(figure),
        {
          label: t.figure.handled,
          value: replied,
          of: handedOver,
          note: `${replyRate} · ${t.overallNote}`,
          href: '/suggestions',
        },
      ]}
    />
  )
}

const MOST = 100

/** A unit's own figures are counted from its queue; the running totals are the whole congress's. */
function UnitFigures() {
  const t = useWords(workbenchWords)
  const turns = useQuery({
    queryKey: [...topics, 'turns', 'count'],
    queryFn: () => calls.listTurns({ query: { limit: MOST } }),
  })
  if (!turns.data) return null
  const { items, next } = turns.data
  const figure = (status: 'assigned' | 'accepted'): Figure => {
    const count = items.filter((it) => it.status === status).length
    return { label: t.figure[status], value: next ? `${count}+` : count, href: `/workbench/desk?status=${status}` }
  }
  return <Figures items={[figure('assigned'), figure('accepted')]} />
}
