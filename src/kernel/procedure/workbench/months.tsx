import { useWords } from '#workbench/kit.ts'
import { useDayWords } from './day-table.tsx'
import type { PlannedDay } from './planned-year.ts'
import { calendarWords } from './words.ts'

const DAY_MS = 86_400_000

/** The twelve months with their 休 and 班; a click on a day puts it into the form. The table below says the same by keyboard. */
export function Months({ year, days, onPick }: { year: number; days: readonly PlannedDay[]; onPick: (day: string) => void }) {
  const t = useWords(calendarWords)
  const byDay = new Map(days.map((it) => [it.day, it]))
  return (
    <section aria-label={t.months}>
      <p className="month-legend">
        <span>
          <b className="day-mark is-rest">{t.restMark}</b> {t.legendRest}
        </span>
        <span>
          <b className="day-mark is-work">{t.workMark}</b> {t.legendWork}
        </span>
        <span>{t.legendOwn}</span>
      </p>
      <div className="months">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month} byDay={byDay} onPick={onPick} />
        ))}
      </div>
    </section>
  )
}

type MonthGiven = { year: number; month: number; byDay: ReadonlyMap<string, PlannedDay>; onPick: (day: string) => void }

function Month({ year, month, byDay, onPick }: MonthGiven) {
  const t = useWords(calendarWords)
  return (
    <table className="month">
      <caption>{t.month(month + 1)}</caption>
      <thead>
        <tr>
          {t.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={at}>
            {week.map((day, weekday) => (
              <td key={weekday}>{day && <Day day={day} entry={byDay.get(day)} onPick={onPick} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, entry, onPick }: { day: string; entry: PlannedDay | undefined; onPick: (day: string) => void }) {
  const t = useWords(calendarWords)
  const { dateOf, markOf, saidOf } = useDayWords()
  const kind = entry ? (entry.isWorkday ? 'is-work' : 'is-rest') : ''
  return (
    <button
      type="button"
      className={`month-day ${kind} ${entry?.source === 'own' ? 'is-own' : ''}`}
      tabIndex={-1}
      aria-label={t.pickDay(dateOf(day), entry ? saidOf(entry) : '')}
      title={entry?.name}
      onClick={() => onPick(day)}
    >
      {Number(day.slice(8))}
      {entry && <small>{markOf(entry)}</small>}
    </button>
  )
}

/** The days of a month (0 to 11) in rows of seven from Monday; null outside it. */
function weeksOf(year: number, month: number): (string | null)[][] {
  const first = Date.UTC(year, month, 1)
  const length = (Date.UTC(year, month + 1, 1) - first) / DAY_MS
  const before = (new Date(first).getUTCDay() + 6) % 7
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, at) => {
    const number = at - before
    return number < 0 || number >= length ? null : new Date(first + number * DAY_MS).toISOString().slice(0, 10)
  })
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7))
}
