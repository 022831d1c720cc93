import { pick } from '#lib/pure/words.ts'
import {
  Block,
  DataTable,
  Empty,
  Figures,
  FilterForm,
  KeysetPager,
  Page,
  PageTitle,
  Status,
  withQuery,
  type Frame,
} from '#portal/kit.ts'
import { kinds, type PublicItem, type Summary } from '../contract.ts'
import { words } from '../words.ts'
import { markOfMotion } from './marks.ts'
import { portalWords } from './words.ts'

export interface ListData {
  items: readonly PublicItem[]
  next: string | null
  summary: Summary
  /** Sessions and years in which numbers were given. */
  series: readonly string[]
  filter: {
    q?: string | undefined
    status?: string | undefined
    kind?: string | undefined
    series?: string | undefined
    cursor?: string | undefined
  }
}

/** Statuses that a public motion can have; the order of its life. */
const shown = ['received', 'to_committee', 'on_agenda', 'merged', 'not_motion', 'converted', 'ended', 'lapsed'] as const

/** 议案办理公开: how many papers, motions and suggestions, and each of them. */
export function ListPage({ frame, items, next, summary, series, filter }: ListData & { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const lead = summary.received === 0 ? t.nothing : t.lead(summary.received, summary.asMotion, summary.converted)
  return (
    <Page {...frame} title={t.title} description={lead}>
      <PageTitle lead={lead}>{t.title}</PageTitle>
      <Block>
        <Counts frame={frame} it={summary} />
        <p className="hint">{t.note}</p>
        <Filters frame={frame} series={series} filter={filter} />
        {items.length === 0 ? (
          <Empty why={t.none} actions={[{ label: t.clear, href: '/motions' }]} />
        ) : (
          <Table items={items} frame={frame} />
        )}
        <KeysetPager
          {...(next && { nextHref: withQuery(frame.path, { cursor: next }) })}
          {...(filter.cursor && { firstHref: withQuery(frame.path, { cursor: null }) })}
        />
        <p>
          <a href="/suggestions">{t.suggestions}</a>
        </p>
      </Block>
    </Page>
  )
}

function Counts({ frame, it }: { frame: Frame; it: Summary }) {
  const t = pick(frame.locale, portalWords)
  const rest = it.undecided + it.notConverted + it.lapsed + it.withdrawn
  return (
    <Figures
      items={[
        { label: t.received, value: it.received },
        { label: t.asMotion, value: it.asMotion, note: t.parts(it.onAgenda, it.toCommittee, it.notOnAgenda, it.merged) },
        { label: t.converted, value: it.converted, href: '/motions?status=converted' },
        { label: t.rest, value: rest, note: t.restParts(it.undecided, it.notConverted, it.lapsed, it.withdrawn) },
      ]}
    />
  )
}

function Filters({ frame, series, filter }: Pick<ListData, 'series' | 'filter'> & { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  return (
    <FilterForm
      action="/motions"
      fields={[
        { kind: 'search', name: 'q', label: t.search, ...(filter.q && { value: filter.q }) },
        {
          kind: 'select',
          name: 'series',
          label: t.session,
          options: series.map((value) => ({ value, label: seriesName(value, w) })),
          ...(filter.series && { value: filter.series }),
        },
        {
          kind: 'select',
          name: 'kind',
          label: t.kind,
          options: kinds.map((value) => ({ value, label: w.kind[value] })),
          ...(filter.kind && { value: filter.kind }),
        },
        {
          kind: 'select',
          name: 'status',
          label: t.status,
          options: shown.map((value) => ({ value, label: w.status[value] })),
          ...(filter.status && { value: filter.status }),
        },
      ]}
    />
  )
}

function Table({ items, frame }: { items: readonly PublicItem[]; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  return (
    <DataTable
      caption={t.list(items.length)}
      rows={items}
      rowKey={(it) => it.reference}
      columns={[
        { key: 'number', head: t.number, cell: (it) => (it.number === null ? '' : w.numbered(it.number)) },
        { key: 'title', head: t.cause, isName: true, cell: (it) => <a href={`/motions/${it.reference}`}>{it.title}</a> },
        { key: 'session', head: t.session, cell: (it) => seriesName(it.reference, w) },
        { key: 'deputy', head: t.deputy, cell: (it) => it.deputy.name },
        { key: 'people', head: t.people, cell: (it) => t.peopleOf(it.signatories) },
        { key: 'outcome', head: t.decision, cell: (it) => decisionOf(it, t, w) },
        { key: 'status', head: t.status, cell: (it) => <Status kind={markOfMotion(it)} word={w.status[it.status]} /> },
      ]}
    />
  )
}

function decisionOf({ outcome, status }: PublicItem, t: typeof portalWords.zh, w: typeof words.zh): string {
  if (outcome) return w.outcome[outcome]
  return status === 'received' ? t.undecided : t.noDecision
}

/** Of a series or of a reference in it. */
function seriesName(series: string, w: typeof words.zh): string {
  const [term = '', place = ''] = series.split('-')
  return w.session(Number(term), Number(place))
}
