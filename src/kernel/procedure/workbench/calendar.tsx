import { Link } from '@tanstack/react-router'
import { Alert, Select } from 'antd'
import { Failed, Loading, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import { useWarnings, useYear } from './calls.ts'
import { pageWords } from './page-words.ts'
import { calendarWords } from './words.ts'
import { YearEditor } from './year-editor.tsx'
import './procedure.css'

const FIRST_YEAR = 2019
const YEARS_AHEAD = 2

/** 时钟与节假日: the calendar of one year, the banner when one is missing, and the ways to enter it. */
export default function CalendarPage() {
  const t = useWords(calendarWords)
  const title = useWords(pageWords).calendar
  const warnings = useWarnings()
  const { filters, setFilters } = useFilters()
  if (warnings.isPending) return <Loading />
  if (warnings.isError) return <Failed error={warnings.error} onRetry={() => void warnings.refetch()} />
  const thisYear = Number(warnings.data.today.slice(0, 4))
  const year = /^20\d\d$/.test(filters['year'] ?? '') ? Number(filters['year']) : thisYear
  return (
    <WorkPage title={title} lead={t.lead}>
      {warnings.data.items.map((it) => (
        <Alert
          key={it.year}
          type="warning"
          showIcon
          role="alert"
          title={it.sentence}
          action={
            it.year === year ? null : (
              <Link to="/admin/calendar" search={{ year: String(it.year) }}>
                {t.enterYear(it.year)}
              </Link>
            )
          }
        />
      ))}
      <YearPicker year={year} thisYear={thisYear} onPick={(next) => setFilters({ year: String(next) })} />
      <Year key={year} year={year} />
    </WorkPage>
  )
}

function Year({ year }: { year: number }) {
  const query = useYear(year)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <YearEditor year={query.data} />
}

function YearPicker({ year, thisYear, onPick }: { year: number; thisYear: number; onPick: (year: number) => void }) {
  const t = useWords(calendarWords)
  const last = Math.max(thisYear + YEARS_AHEAD, year)
  const first = Math.min(FIRST_YEAR, year)
  const years = Array.from({ length: last - first + 1 }, (_, at) => last - at)
  return (
    <div className="year-picker" role="group" aria-label={t.year}>
      <button className="plain-button" type="button" disabled={year <= first} onClick={() => onPick(year - 1)}>
        {t.previous(year - 1)}
      </button>
      <Select<number>
        aria-label={t.year}
        value={year}
        options={years.map((value) => ({ value, label: t.yearName(value) }))}
        onChange={onPick}
      />
      <button className="plain-button" type="button" disabled={year >= last} onClick={() => onPick(year + 1)}>
        {t.next(year + 1)}
      </button>
    </div>
  )
}
