import { categoryOptions, type Category } from '#kernel/categories/contract.ts'
import { pick } from '#lib/pure/words.ts'
import {
  DataTable,
  Empty,
  Figures,
  FilterForm,
  KeysetPager,
  Notice,
  Block,
  Page,
  PageTitle,
  Status,
  withQuery,
  type Frame,
} from '#portal/kit.ts'
import type { PublicItem, Summary } from '../contract.ts'
import type { CategoryFigure, FigureItem } from '../figures/contract.ts'
import { figureWords, toldFilters } from '../figures/words.ts'
import { words } from '../words.ts'
import { ByCategory } from './by-category.tsx'
import { KeyMark } from './key-mark.tsx'
import { markOfSuggestion } from './marks.ts'
import { QualityFigures } from './unit-figures.tsx'
import { portalWords } from './words.ts'

export interface ListData {
  items: readonly PublicItem[]
  next: string | null
  summary: Summary
  figures: readonly FigureItem[]
  byCategory: readonly CategoryFigure[]
  categories: readonly Category[]
  /** Those that handle something, to choose from. */
  units: readonly { id: string; name: string }[]
  filter: {
    unitId?: string | undefined
    late?: string | undefined
    q?: string | undefined
    answered?: string | undefined
    status?: string | undefined
    category?: string | undefined
    cursor?: string | undefined
  } & Readonly<Record<string, string | undefined>>
}

/** Statuses that a public suggestion can have; the order of its life. */
const shown = ['assigned', 'objected', 'accepted', 'replied', 'rated', 'escalated', 'closed', 'unrated'] as const

/** 建议办理公开: figures, filters in the address, one table. */
export function ListPage({
  frame,
  items,
  next,
  summary,
  figures,
  byCategory,
  units,
  categories,
  filter,
}: ListData & { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const here = '/suggestions'
  return (
    <Page
      {...frame}
      title={t.title}
      description={t.lead(summary.handedOver, summary.replied, summary.replyRate)}
      feeds={[
        { title: t.feed, href: '/suggestions.atom' },
        { title: t.title, href: '/suggestions.csv', type: 'text/csv' },
        { title: t.title, href: '/suggestions.json', type: 'application/json' },
        { title: t.deadlines, href: '/suggestions.ics', type: 'text/calendar' },
      ]}
    >
      <PageTitle lead={t.lead(summary.handedOver, summary.replied, summary.replyRate)}>{t.title}</PageTitle>
      <Block>
        <Figures
          items={[
            { label: t.replied, value: summary.replied, of: summary.handedOver, href: '/suggestions?answered=yes' },
            { label: t.replyRate, value: summary.replyRate, note: t.rateNote },
            { label: t.open, value: summary.open, href: '/suggestions?answered=no' },
          ]}
        />
        <details>
          <summary>{t.moreFigures}</summary>
          <QualityFigures items={figures} />
          <ByCategory frame={frame} fields={byCategory} />
        </details>
        <Filters frame={frame} units={units} categories={categories} filter={filter} />
        <Only frame={frame} filter={filter} />
        <p>
          <a href="/units">{t.byUnit}</a>
          {' · '}
          <a href="/motions">{t.motions}</a>
        </p>
        {items.length === 0 ? (
          <Empty why={t.none} actions={[{ label: t.clear, href: here }]} />
        ) : (
          <Table items={items} frame={frame} />
        )}
        <KeysetPager
          {...(next && { nextHref: withQuery(frame.path, { cursor: next }) })}
          {...(filter.cursor && { firstHref: withQuery(frame.path, { cursor: null }) })}
        />
      </Block>
    </Page>
  )
}

/** A list that was opened from a figure says which rows it holds. */
function Only({ frame, filter }: { frame: Frame; filter: ListData['filter'] }) {
  const w = pick(frame.locale, figureWords)
  // These two have a field of their own in the form.
  const { answered: _answered, late: _late, ...rest } = w.filters
  const told = toldFilters(rest, filter)
  if (told.length === 0) return null
  return (
    <Notice>
      {w.only}：{told.join('、')}　<a href="/suggestions">{pick(frame.locale, portalWords).clear}</a>
    </Notice>
  )
}

type Choices = Pick<ListData, 'units' | 'categories' | 'filter'>

function Filters({ frame, units, categories, filter }: Choices & { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  return (
    <FilterForm
      action="/suggestions"
      fields={[
        { kind: 'search', name: 'q', label: t.search, ...(filter.q && { value: filter.q }) },
        {
          kind: 'select',
          name: 'answered',
          label: t.answered,
          options: [
            { value: 'yes', label: t.answeredYes },
            { value: 'no', label: t.answeredNo },
          ],
          ...(filter.answered && { value: filter.answered }),
        },
        {
          kind: 'select',
          name: 'status',
          label: t.status,
          options: shown.map((value) => ({ value, label: w.status[value] })),
          ...(filter.status && { value: filter.status }),
        },
        {
          kind: 'select',
          name: 'category',
          label: t.category,
          options: categoryOptions(categories, 'filter', frame.locale),
          ...(filter.category && { value: filter.category }),
        },
        {
          kind: 'select',
          name: 'unitId',
          label: t.unit,
          options: units.map(({ id, name }) => ({ value: id, label: name })),
          ...(filter.unitId && { value: filter.unitId }),
        },
        {
          kind: 'select',
          name: 'late',
          label: t.late,
          options: [{ value: 'yes', label: t.lateYes }],
          ...(filter.late && { value: filter.late }),
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
        {
          key: 'title',
          head: t.subject,
          isName: true,
          cell: (it) => (
            <>
              <a href={`/suggestions/${it.reference}`}>{it.title}</a>
              {it.isKey && <KeyMark frame={frame} />}
            </>
          ),
        },
        { key: 'deputy', head: t.deputy, cell: (it) => it.deputy.name },
        { key: 'unit', head: t.unit, cell: (it) => it.unit?.name ?? t.unanswered },
        { key: 'repliedOn', head: t.repliedOn, cell: (it) => it.repliedOn ?? t.unanswered },
        { key: 'status', head: t.status, cell: (it) => <Status kind={markOfSuggestion(it)} word={w.status[it.status]} /> },
      ]}
    />
  )
}
