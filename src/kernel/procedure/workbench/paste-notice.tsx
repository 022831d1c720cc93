import { Button, Input } from 'antd'
import { useState } from 'react'
import { FormField, Panel, useWords } from '#workbench/kit.ts'
import { readNotice } from '../rules/read-notice.ts'
import { useDayWords } from './day-table.tsx'
import type { OwnDay, PlannedDay } from './planned-year.ts'
import { calendarWords } from './words.ts'

/** A whole notice, or rows from a spreadsheet: what was read is shown, and what was not, before anything is listed. */
export function PasteNotice({
  year,
  planned,
  onAdd,
}: {
  year: number
  planned: readonly PlannedDay[]
  onAdd: (days: readonly OwnDay[]) => void
}) {
  const t = useWords(calendarWords)
  const [text, setText] = useState('')
  const read = readNotice(text, year)
  const here = read.days.filter((it) => it.day.startsWith(`${year}-`))
  const isInTable = ({ day, isWorkday, name }: OwnDay) =>
    planned.some((it) => it.day === day && it.isWorkday === isWorkday && it.name === name)
  const fresh = here.filter((it) => !isInTable(it))
  const elsewhere = read.days.filter((it) => !it.day.startsWith(`${year}-`)).map((it) => it.day)
  return (
    <Panel title={t.pasteTitle}>
      <FormField name="notice" label={t.pasteLabel} hint={t.pasteHint}>
        {(control) => <Input.TextArea {...control} rows={5} value={text} onChange={({ target }) => setText(target.value)} />}
      </FormField>
      {text.trim() !== '' && (
        <div className="read-notice" role="status">
          <p>{read.days.length === 0 ? t.readNone : t.read(count(here, false), count(here, true))}</p>
          <DayMarks days={here} />
          {elsewhere.length > 0 && <p>{t.otherYear(elsewhere.join('、'))}</p>}
          {read.unread.length > 0 && (
            <>
              <p>{t.unread}</p>
              <ul>
                {read.unread.map((piece, at) => (
                  <li key={at}>{piece}</li>
                ))}
              </ul>
            </>
          )}
          {here.length > 0 && fresh.length === 0 && <p>{t.nothingNew}</p>}
        </div>
      )}
      {fresh.length > 0 && (
        <div className="action-bar">
          <Button
            onClick={() => {
              onAdd(fresh)
              setText('')
            }}
          >
            {t.addRead(fresh.length)}
          </Button>
        </div>
      )}
    </Panel>
  )
}

function DayMarks({ days }: { days: readonly OwnDay[] }) {
  const { shortOf, markOf } = useDayWords()
  return (
    <ul className="day-marks">
      {days.map((it) => (
        <li key={it.day} className={it.isWorkday ? 'is-work' : 'is-rest'}>
          {shortOf(it.day)} <b>{markOf(it)}</b> {it.name}
        </li>
      ))}
    </ul>
  )
}

function count(days: readonly OwnDay[], isWorkday: boolean): number {
  return days.filter((it) => it.isWorkday === isWorkday).length
}
