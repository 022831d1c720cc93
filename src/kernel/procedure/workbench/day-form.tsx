import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { FormErrors, FormField, Panel, Problem, useWords } from '#workbench/kit.ts'
import type { OwnDay } from './planned-year.ts'
import { calendarWords } from './words.ts'

export type TypedDay = OwnDay

export const emptyDay: TypedDay = { day: '', isWorkday: false, name: '' }

/** One day: which, off or at work, and what it is called. */
export function DayForm({
  year,
  typed,
  onType,
  onAdd,
}: {
  year: number
  typed: TypedDay
  onType: (typed: TypedDay) => void
  onAdd: (day: OwnDay) => void
}) {
  const t = useWords(calendarWords)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = () => {
    const found = missingIn(typed, year, t)
    setProblem(found)
    if (found) return
    onAdd({ ...typed, name: typed.name.trim() })
    onType({ ...typed, name: '' })
  }
  return (
    <Panel title={t.addTitle}>
      <form className="day-form" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
        <FormErrors problem={problem} />
        <FormField name="day" label={t.day} problem={problem}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min={`${year}-01-01`}
              max={`${year}-12-31`}
              value={typed.day}
              onChange={({ target }) => onType({ ...typed, day: target.value })}
            />
          )}
        </FormField>
        <Radio.Group
          aria-label={t.what}
          optionType="button"
          value={typed.isWorkday}
          options={[
            { value: false, label: t.rest },
            { value: true, label: t.work },
          ]}
          onChange={({ target }) => onType({ ...typed, isWorkday: target.value === true })}
        />
        <FormField name="name" label={t.name} hint={t.nameHint} problem={problem}>
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              autoComplete="off"
              value={typed.name}
              onChange={({ target }) => onType({ ...typed, name: target.value })}
            />
          )}
        </FormField>
        <div className="action-bar">
          <Button htmlType="submit">{t.add}</Button>
        </div>
      </form>
    </Panel>
  )
}

function missingIn({ day, name }: TypedDay, year: number, t: typeof calendarWords.zh): Problem | null {
  const fields = [
    ...(day.startsWith(`${year}-`) ? [] : [{ path: 'day', message: t.dayMissing(year) }]),
    ...(name.trim() === '' ? [{ path: 'name', message: t.nameMissing }] : []),
  ]
  return fields[0] ? new Problem({ status: 422, code: 'incomplete', detail: fields[0].message, fields }) : null
}
