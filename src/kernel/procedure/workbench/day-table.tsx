import { Button } from 'antd'
import { EmptyState, Panel, useLocale, useWords } from '#workbench/kit.ts'
import type { OwnDay, PlannedDay } from './planned-year.ts'
import { calendarWords } from './words.ts'

/** Every day that differs from Monday to Friday, with whose entry it is and what can be done about it. */
export function DayTable({
  days,
  onPick,
  onRemove,
}: {
  days: readonly PlannedDay[]
  onPick: (day: string) => void
  onRemove: (day: string) => void
}) {
  const t = useWords(calendarWords)
  const { dateOf, markOf, weekdayOf } = useDayWords()
  if (days.length === 0) {
    return (
      <Panel title={t.table}>
        <EmptyState why={t.tableEmpty} />
      </Panel>
    )
  }
  return (
    <table className="queue-table" role="table">
      <caption>{t.table}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[t.date, t.weekday, t.mark, t.name, t.source, t.act].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {days.map((it) => (
          <tr key={it.day} role="row">
            <th scope="row" role="rowheader">
              {dateOf(it.day)}
            </th>
            <td role="cell" data-label={t.weekday}>
              {weekdayOf(it.day)}
            </td>
            <td role="cell" data-label={t.mark}>
              <span className={it.isWorkday ? 'day-mark is-work' : 'day-mark is-rest'}>{markOf(it)}</span>
            </td>
            <td role="cell" data-label={t.name}>
              {it.name}
            </td>
            <td role="cell" data-label={t.source}>
              {it.source === 'own' ? t.own : t.shipped}
            </td>
            <td role="cell" data-label={t.act}>
              <span className="cell-acts">
                <Button aria-label={t.changeDay(dateOf(it.day))} onClick={() => onPick(it.day)}>
                  {t.change}
                </Button>
                {it.source === 'own' && (
                  <Button aria-label={t.removeDay(dateOf(it.day))} onClick={() => onRemove(it.day)}>
                    {t.remove}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Days as people say them: `10月8日`, `星期六`, `班（国庆节）`. */
export function useDayWords() {
  const t = useWords(calendarWords)
  const locale = useLocale()
  const format = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
  const markOf = ({ isWorkday }: OwnDay) => (isWorkday ? t.workMark : t.restMark)
  return {
    dateOf: (day: string) => format(day, { month: 'long', day: 'numeric' }),
    shortOf: (day: string) => format(day, { month: 'numeric', day: 'numeric' }),
    weekdayOf: (day: string) => format(day, { weekday: 'long' }),
    markOf,
    saidOf: (it: OwnDay | null) => (it ? t.said(markOf(it), it.name) : t.plainRule),
  }
}
