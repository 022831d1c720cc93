import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { CallOptions } from '#workbench/kit.ts'
import { useAction, useDraft, useWords } from '#workbench/kit.ts'
import { calls, topics } from './calls.ts'
import { DayForm, emptyDay, type TypedDay } from './day-form.tsx'
import { DayTable, useDayWords } from './day-table.tsx'
import { Months } from './months.tsx'
import { PasteNotice } from './paste-notice.tsx'
import { changesOf, ownDaysOf, plannedDays, withDays } from './planned-year.ts'
import type { DayChange, OwnDay, YearView } from './planned-year.ts'
import { calendarWords } from './words.ts'

/** Own days that are not saved yet, and the version of the year they were made on; null while nothing is changed. */
type Kept = { version: number; own: OwnDay[] } | null

/** One year: what counts, two ways to enter days, and one act that saves them all. */
export function YearEditor({ year }: { year: YearView }) {
  const [typed, setTyped] = useState<TypedDay>(emptyDay)
  const draft = useDraft<Kept>(`calendar:${year.year}`, null)
  const own = draft.value?.own ?? ownDaysOf(year)
  const change = (next: OwnDay[]) => draft.setValue({ version: draft.value?.version ?? year.version, own: next })
  const add = (days: readonly OwnDay[]) => change(withDays(year, own, days))
  const planned = plannedDays(year, own)
  const pick = (day: string) => {
    const now = planned.find((it) => it.day === day)
    setTyped({ day, isWorkday: now?.isWorkday ?? false, name: now?.name ?? '' })
    document.getElementById('f-day')?.focus()
  }
  const changes = changesOf(year, own)
  return (
    <>
      <YearState year={year} />
      <div className="calendar-ways">
        <DayForm year={year.year} typed={typed} onType={setTyped} onAdd={(day) => add([day])} />
        <PasteNotice year={year.year} planned={planned} onAdd={add} />
      </div>
      <Months year={year.year} days={planned} onPick={pick} />
      <DayTable days={planned} onPick={pick} onRemove={(day) => change(own.filter((it) => it.day !== day))} />
      {changes.length > 0 && draft.value && (
        <SaveBar
          year={year}
          kept={draft.value}
          changes={changes}
          note={draft.note}
          onForget={draft.clear}
          onRebase={() => draft.setValue({ version: year.version, own })}
        />
      )}
    </>
  )
}

function YearState({ year }: { year: YearView }) {
  const t = useWords(calendarWords)
  const work = year.days.filter((it) => it.isWorkday).length
  const own = ownDaysOf(year).length
  return (
    <p>
      {year.isKnown ? t.known(year.days.length - work, work) : t.unknown}
      {own > 0 && t.ownCount(own)}
      {year.papers.map((address) => (
        <a className="paper" key={address} href={address} target="_blank" rel="noreferrer">
          {t.paper}
        </a>
      ))}
    </p>
  )
}

type SaveGiven = {
  year: YearView
  kept: NonNullable<Kept>
  changes: readonly DayChange[]
  note: string
  onForget: () => void
  onRebase: () => void
}

/** What would change, day by day, what that does, and the act; where somebody else was faster, the way on. */
function SaveBar({ year, kept, changes, note, onForget, onRebase }: SaveGiven) {
  const t = useWords(calendarWords)
  const { dateOf, saidOf } = useDayWords()
  const act = useAction(
    (request: { params: { year: number }; body: { days: OwnDay[] } }, options?: CallOptions) =>
      calls.replaceCalendarYear(request, options),
    { topics, done: t.saved(year.year), onDone: onForget, isShown: true },
  )
  const isBehind = kept.version !== year.version
  const save = () => void act.run({ params: { year: year.year }, body: { days: kept.own } }, { ifMatch: kept.version })
  return (
    <section className="save-bar" aria-label={t.unsaved(changes.length)}>
      <details>
        <summary>{t.unsaved(changes.length)}</summary>
        <ul>
          {changes.map(({ day, before, after }) => (
            <li key={day}>
              {dateOf(day)}　{saidOf(before)} → <b>{saidOf(after)}</b>
            </li>
          ))}
        </ul>
      </details>
      <p>{t.effect}</p>
      {isBehind && <Alert type="warning" showIcon role="alert" title={t.behind} />}
      {act.problem && !isBehind && <Alert type="error" showIcon role="alert" title={act.problem.message} />}
      <div className="action-bar">
        {isBehind ? (
          <Button type="primary" onClick={onRebase}>
            {t.keepMine}
          </Button>
        ) : (
          <Button type="primary" loading={act.isRunning} onClick={save}>
            {t.save(year.year)}
          </Button>
        )}
        <Button onClick={onForget}>{isBehind ? t.takeTheirs : t.discard}</Button>
        <span className="hint" role="status">
          {note}
        </span>
      </div>
    </section>
  )
}
