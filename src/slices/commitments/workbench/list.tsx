import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Filters, FilterSpec, QueueColumn } from '#workbench/kit.ts'
import { addressOf, Panel, QueueTable, useFilters, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item, ListQuery, Status } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics, useSummary, useUnrated } from './calls.ts'
import { FigureTables, PromiseFigures } from './figures.tsx'
import { pageWords } from './page-words.ts'
import { CommitmentStatus, DueLine, useNotes } from './status.tsx'
import { workbenchWords } from './words.ts'
import './commitments.css'

/** 跟踪承诺: what is promised and not yet kept on top, the nearest date first; the filters stand in the address. */
export default function CommitmentList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const who = useWho()
  const title = useWords(pageWords).list
  const { filters } = useFilters()
  return (
    <WorkPage
      title={who === 'deputy' ? t.deputyTitle : title}
      lead={t.lead[who]}
      actions={
        <Button href={addressOf('/commitments/export', { query: asked(filters) })} download>
          {t.exportTable}
        </Button>
      }
    >
      {who === 'deputy' && <ToRate />}
      <PromiseFigures />
      <QueueTable
        queryKey={[...topics, 'list']}
        load={(now, cursor) => calls.listCommitments({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={useColumns(who)}
        rowKey={({ id }) => id}
        rowName={({ content }) => content}
        hrefOf={({ id }) => `/commitments/${id}`}
        caption={t.caption}
        filters={useFilterSpecs(who)}
        empty={{ why: t.empty, action: { label: t.seeSuggestions, href: '/workbench/suggestions' } }}
      />
      {who === 'office' && <FigureTables />}
    </WorkPage>
  )
}

type Who = 'deputy' | 'unit' | 'office'

function useWho(): Who {
  const { roles } = usePerson()
  if (roles.some((role) => role !== 'deputy' && role !== 'handling_unit')) return 'office'
  return roles.includes('handling_unit') ? 'unit' : 'deputy'
}

/** First what only this deputy can do. */
function ToRate() {
  const t = useWords(workbenchWords)
  const items = (useUnrated().data?.items ?? []).filter((it) => it.allowed.includes('rate'))
  if (items.length === 0) return null
  return (
    <Panel title={t.waiting(items.length)}>
      <ul className="promises">
        {items.map((it) => (
          <li key={it.id} className="promise-turn">
            <div>
              <b>{it.content}</b>
              <p className="hint">
                {it.unit.name}
                {it.yearly && ` · ${t.rateUntil(it.yearly.rateBy)}`}
              </p>
            </div>
            <Link className="link-button" to={`/commitments/${it.id}`}>
              {t.rateNow}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function useColumns(who: Who): QueueColumn<Item>[] {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const notes = useNotes()
  const unit: QueueColumn<Item> = { key: 'unit', head: t.unit, cell: (it) => it.unit.name }
  const deputy: QueueColumn<Item> = {
    key: 'deputy',
    head: t.deputy,
    cell: (it) => <span className="promise-name">{it.deputy.name}</span>,
  }
  return [
    { key: 'content', head: t.content, isName: true, cell: ({ content }) => content },
    { key: 'title', head: t.suggestion, cell: ({ title }) => title },
    ...(who === 'unit' ? [] : [unit]),
    ...(who === 'deputy' ? [] : [deputy]),
    {
      key: 'term',
      head: t.term,
      cell: ({ term }) => (
        <Link className="promise-name" to="/commitments" search={{ term: String(term) } as never}>
          {w.termOf(term)}
        </Link>
      ),
    },
    { key: 'status', head: t.status, cell: (it) => <CommitmentStatus it={it} /> },
    {
      key: 'due',
      head: t.due,
      cell: (it) => (
        <span className="promise-due">
          <DueLine it={it} />
          {notes(it).map((note) => (
            <span key={note} className="hint">
              {note}
            </span>
          ))}
        </span>
      ),
    },
  ]
}

const YEARS_AHEAD = 2

function useFilterSpecs(who: Who): FilterSpec[] {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const { filters } = useFilters()
  const summary = useSummary().data
  const known = summary?.byYear.map((it) => it.year) ?? []
  const years = known.length > 0 ? span(Math.min(...known), Math.max(...known) + YEARS_AHEAD) : []
  const yearOptions = years.toReversed().map((year) => ({ value: String(year), label: t.yearOption(year) }))
  const optionsOf = (labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  const yes = (label: string) => [{ value: 'yes', label }]
  const units = summary?.byUnit.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return [
    { kind: 'select', name: 'status', label: t.status, options: optionsOf(w.status) },
    { kind: 'select', name: 'overdue', label: t.overdue, options: yes(t.overdueOnly) },
    { kind: 'select', name: 'carried', label: t.carried, options: yes(t.carriedOnly) },
    { kind: 'select', name: 'year', label: t.year, options: yearOptions },
    ...(who === 'unit' ? [] : [{ kind: 'select', name: 'unitId', label: t.unit, options: units } as const]),
    { kind: 'select', name: 'unrated', label: t.rated, options: yes(t.unratedOnly) },
    // Set by the figures; shown only where they are, so that the bar stays short.
    ...(filters['counted']
      ? [{ kind: 'select', name: 'counted', label: t.counted, options: optionsOf(w.counted) } as const]
      : []),
    ...(filters['firstYear'] ? [{ kind: 'select', name: 'firstYear', label: t.firstYear, options: yearOptions } as const] : []),
    ...(filters['term']
      ? [{ kind: 'select', name: 'term', label: t.term, options: [termOption(filters['term'], w.termOf)] } as const]
      : []),
  ]
}

function termOption(term: string, termOf: (term: number) => string) {
  return { value: term, label: termOf(Number(term)) }
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}

type Query = Omit<ListQuery, 'cursor' | 'limit'>

/** Only what the operation knows: an address may carry anything. */
function asked({ status, overdue, carried, unrated, unitId, year, firstYear, term, counted }: Filters): Query {
  return {
    ...(status && { status: status as Status }),
    ...(overdue === 'yes' && { overdue }),
    ...(carried === 'yes' && { carried }),
    ...(unrated === 'yes' && { unrated }),
    ...(unitId && { unitId }),
    ...(Number(year) && { year: Number(year) }),
    ...(Number(firstYear) && { firstYear: Number(firstYear) }),
    ...(Number(term) && { term: Number(term) }),
    ...(counted && { counted: counted as NonNullable<ListQuery['counted']> }),
  }
}
