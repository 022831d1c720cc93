import { Link } from '@tanstack/react-router'
import type { Filters, FilterSpec, QueueColumn } from '#workbench/kit.ts'
import { Panel, QueueTable, useFilters, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Counting, Item, ListQuery, Result, Status } from '../contract.ts'
import { nameOf } from '../rules/name.ts'
import { words } from '../words.ts'
import { calls, topics, useSome, useSummary } from './calls.ts'
import { ConcernFigures, UnitFigures } from './figures.tsx'
import { pageWords } from './page-words.ts'
import { ConcernStatus, DueLine } from './status.tsx'
import { workbenchWords } from './words.ts'
import './concerns.css'

/** 民情直通: what waits for me on top, then what is not answered, the nearest day first; the filters stand in the address. */
export default function ConcernList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const who = useWho()
  return (
    <WorkPage title={useWords(pageWords).list} lead={t.lead[who]} actions={who === 'deputy' && <WriteLink />}>
      {who === 'deputy' && <Waiting query={{ status: 'answered' }} act="confirm" title={t.waiting} label={t.sayNow} />}
      {who === 'office' && <Waiting query={{ status: 'disputed' }} act="assign" title={t.toDecide} label={t.decideNow} />}
      {who !== 'deputy' && <ConcernFigures />}
      <QueueTable
        queryKey={[...topics, 'list']}
        load={(now, cursor) => calls.listConcerns({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={useColumns(who)}
        rowKey={({ id }) => id}
        rowName={({ text }) => nameOf(text)}
        hrefOf={({ id }) => `/concerns/${id}`}
        caption={t.caption}
        filters={useFilterSpecs(who)}
        empty={{
          why: who === 'deputy' ? t.empty.deputy : t.empty.other,
          ...(who === 'deputy' && { action: { label: t.write, href: '/workbench/concerns/new' } }),
        }}
      />
      {who === 'office' && <UnitFigures />}
    </WorkPage>
  )
}

type Who = 'deputy' | 'unit' | 'office'

function useWho(): Who {
  const { roles } = usePerson()
  if (roles.some((role) => role === 'deputies_affairs' || role === 'leader')) return 'office'
  return roles.includes('handling_unit') ? 'unit' : 'deputy'
}

function WriteLink() {
  const t = useWords(workbenchWords)
  return (
    <Link className="link-button is-primary" to="/concerns/new">
      {t.write}
    </Link>
  )
}

type WaitingGiven = {
  query: Partial<ListQuery>
  act: Item['allowed'][number]
  title: (count: number) => string
  label: string
}

/** First what only this person can do. */
function Waiting({ query, act, title, label }: WaitingGiven) {
  const items = (useSome(query).data?.items ?? []).filter((it) => it.allowed.includes(act))
  if (items.length === 0) return null
  return (
    <Panel title={title(items.length)}>
      <ul className="concern-turns">
        {items.map((it) => (
          <li key={it.id}>
            <div>
              <b>{nameOf(it.text)}</b>
              <p className="hint">{[it.unit.name, it.place, it.standing?.left].filter(Boolean).join(' · ')}</p>
            </div>
            <Link className="link-button" to={`/concerns/${it.id}`}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function useColumns(who: Who): QueueColumn<Item>[] {
  const t = useWords(workbenchWords)
  const unit: QueueColumn<Item> = { key: 'unit', head: t.unit, cell: (it) => it.unit.name }
  const deputy: QueueColumn<Item> = {
    key: 'deputy',
    head: t.deputy,
    cell: (it) => <span className="one-line">{it.deputy.name}</span>,
  }
  return [
    { key: 'text', head: t.text, isName: true, cell: ({ text }) => nameOf(text) },
    { key: 'place', head: t.place, cell: ({ place }) => place },
    ...(who === 'unit' ? [] : [unit]),
    ...(who === 'deputy' ? [] : [deputy]),
    { key: 'status', head: t.status, cell: (it) => <ConcernStatus it={it} /> },
    { key: 'due', head: t.due, cell: (it) => <DueLine it={it} /> },
  ]
}

function useFilterSpecs(who: Who): FilterSpec[] {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const summary = useSummary(who !== 'deputy').data
  const { filters } = useFilters()
  const hasUnits = who === 'office' || filters['unitId'] !== undefined
  const optionsOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  const units = summary?.byUnit.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return [
    { kind: 'text', name: 'q', label: t.search },
    { kind: 'select', name: 'status', label: t.status, options: optionsOf(w.status) },
    { kind: 'select', name: 'result', label: t.result, options: optionsOf(w.result) },
    { kind: 'select', name: 'counted', label: t.counted, options: optionsOf(w.counted) },
    ...(hasUnits ? [{ kind: 'select', name: 'unitId', label: t.unit, options: units } as const] : []),
  ]
}

const FEWEST_LETTERS = 2

/** Only what the operation knows: an address may carry anything. */
function asked({ q, status, result, counted, unitId }: Filters): Partial<ListQuery> {
  return {
    ...(q && q.trim().length >= FEWEST_LETTERS && { q: q.trim() }),
    ...(status && { status: status as Status }),
    ...(result && { result: result as Result }),
    ...(counted && { counted: counted as Counting }),
    ...(unitId && { unitId }),
  }
}
