import { Button } from 'antd'
import { beijingMoment } from '#lib/pure/moment.ts'
import {
  addressOf,
  EmptyState,
  Failed,
  Figures,
  Loading,
  Panel,
  Slot,
  useFilters,
  useLive,
  usePerson,
  useWords,
  WorkPage,
} from '#workbench/kit.ts'
import { ReportDownload } from '../../documents/workbench/documents-menu.tsx'
import type { FigureItem, FiguresView } from '../contract.ts'
import { ByCategory } from './by-category.tsx'
import { topics, useFigures, useScorecards } from './calls.ts'
import { useLinks } from './link.ts'
import { BurnUp, DuePlot, UnitsPlot } from './plots.tsx'
import { Scorecards } from './scorecards.tsx'
import { workbenchWords } from './words.ts'
import './figures.css'

const exportPath = '/suggestions/figures/export'

/** 统计: every figure with its denominator and its rows, who lags, and what comes due; a unit sees itself. */
export default function FiguresPage() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const isUnit = usePerson().roles.every((role) => role === 'handling_unit')
  const { filters } = useFilters()
  // Only what the operation knows: an address may carry anything.
  const asked = /^(all|(19|20)\d{2})$/.exec(filters['year'] ?? '')?.[0]
  const figures = useFigures(asked)
  const cards = useScorecards(asked)
  if (figures.isPending || cards.isPending) return <Loading />
  if (figures.isError) return <Failed error={figures.error} onRetry={() => void figures.refetch()} />
  if (cards.isError) return <Failed error={cards.error} onRetry={() => void cards.refetch()} />
  const { asOf, items, year, years } = figures.data
  const isEmpty = (items.find(({ id }) => id === 'reply_rate')?.whole ?? 0) === 0
  return (
    <WorkPage
      title={t.title}
      lead={t.asOf(beijingMoment(asOf))}
      canPrint
      actions={
        <Button href={addressOf(exportPath, { query: { year: year ?? 'all' } })} download>
          {t.export}
        </Button>
      }
    >
      <YearChoice year={year} years={years} />
      {year !== null && <ReportDownload year={year} />}
      {isEmpty ? (
        <EmptyState why={year === null ? t.noneHanded : t.noneInYear(year)} />
      ) : (
        <Panel title={isUnit ? t.own : t.all}>
          <AllFigures items={items} />
        </Panel>
      )}
      {!isEmpty && (
        <div className="figure-plots">
          {!isUnit && <BurnUp run={figures.data.run} />}
          <DuePlot data={figures.data} />
          {!isUnit && <UnitsPlot cards={cards.data.items} year={year} />}
          <ByCategory figures={figures.data.categories} />
          {!isUnit && <Slot name="suggestionFigures" id="all" />}
        </div>
      )}
      {!isUnit && cards.data.items.length > 0 && <Scorecards cards={cards.data.items} year={year} />}
      <HowCounted items={items} />
    </WorkPage>
  )
}

/** 年度, kept in the address: a session and the months after it, until the next one. */
function YearChoice({ year, years }: Pick<FiguresView, 'year' | 'years'>) {
  const t = useWords(workbenchWords)
  const { setFilters } = useFilters()
  const known = year === null || years.includes(year) ? years : [year, ...years]
  return (
    <div className="filter-bar">
      <div className="filter-field">
        <label htmlFor="figures-year">{t.year}</label>
        <select id="figures-year" value={year ?? 'all'} onChange={({ target }) => setFilters({ year: target.value })}>
          {known.map((it) => (
            <option key={it} value={it}>
              {t.yearOption(it)}
            </option>
          ))}
          <option value="all">{t.allYears}</option>
        </select>
      </div>
      <p className="hint">{t.yearHint}</p>
    </div>
  )
}

function AllFigures({ items }: { items: readonly FigureItem[] }) {
  const link = useLinks()
  return (
    <Figures
      items={items.map(({ name, value, part, whole, formula, partList }) => {
        const href = link(partList)
        return { label: name, value, note: whole === null ? formula : `${part}/${whole}`, ...(href && { href }) }
      })}
    />
  )
}

/** 口径: how each figure is counted, in what unit, and what that rests on; both of its numbers open their rows. */
function HowCounted({ items }: { items: readonly FigureItem[] }) {
  const t = useWords(workbenchWords)
  const link = useLinks()
  return (
    <Panel title={t.howCounted}>
      <dl className="how-counted">
        {items.map((it) => (
          <div key={it.id}>
            <dt>{it.name}</dt>
            <dd>
              {it.formula}
              {it.whole !== null && (
                <span className="how-rows">
                  <Rows count={it.part} href={link(it.partList)} /> ÷ <Rows count={it.whole} href={link(it.wholeList)} />
                </span>
              )}
            </dd>
            <dd className="hint">
              {it.unitOfCount} · {it.source}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Rows({ count, href }: { count: number; href: string | undefined }) {
  return href && count > 0 ? <a href={href}>{count}</a> : <>{count}</>
}
