import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ControlProps, Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, useDraft, useWords } from '#workbench/kit.ts'
import { FoundPicker, UnitsPicker } from './pickers.tsx'
import { missingIn, pickedOf, within, type Question, type Values } from './questions.ts'
import { workbenchWords } from './words.ts'

/** A form as a list of questions; what was typed survives a closed tab. `send` answers true when it was done. */
export function QuestionForm({
  name,
  questions,
  initial,
  label,
  isDanger = false,
  isRunning,
  refused,
  send,
  onCancel,
}: {
  /** Names the form and its subject, also for its draft. */
  name: string
  questions: readonly Question[]
  initial: Values
  label: string
  isDanger?: boolean
  isRunning: boolean
  refused: Problem | null
  send: (values: Values) => Promise<boolean>
  onCancel?: () => void
}) {
  const t = useWords(workbenchWords)
  const draft = useDraft<Values>(name, initial)
  const [missing, setMissing] = useState<Problem | null>(null)
  const form = name.replaceAll(':', '-')
  const problem = within(form, missing ?? refused)
  const submit = async () => {
    const found = missingIn(questions, draft.value, t.missing)
    setMissing(found)
    if (!found && (await send(draft.value))) draft.clear()
  }
  return (
    <div className="pressing-form">
      <FormErrors problem={problem} />
      {questions.map((it) => (
        <FormField
          key={it.name}
          name={`${form}.${it.name}`}
          label={it.label}
          problem={problem}
          {...(it.hint && { hint: it.hint })}
          {...(it.isOptional && { isOptional: true })}
          {...(lengthOf(it, draft.value) ?? {})}
        >
          {(control) => (
            <Answer
              control={control}
              question={it}
              values={draft.value}
              onChange={(value) => draft.setValue({ ...draft.value, [it.name]: value })}
            />
          )}
        </FormField>
      ))}
      <div className="action-bar">
        <Button type="primary" danger={isDanger} loading={isRunning} onClick={() => void submit()}>
          {label}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t.notNow}</Button>}
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </div>
  )
}

function lengthOf(question: Question, values: Values) {
  if (question.kind !== 'line' && question.kind !== 'text') return null
  const value = values[question.name]
  return { length: { now: typeof value === 'string' ? value.trim().length : 0, most: question.most } }
}

type AnswerProps = { control: ControlProps; question: Question; values: Values; onChange: (value: Values[string]) => void }

function Answer({ control, question, values, onChange }: AnswerProps) {
  const value = values[question.name]
  const text = typeof value === 'string' ? value : ''
  const picked = pickedOf(values, question.name)
  const type = ({ target }: { target: { value: string } }) => onChange(target.value)
  switch (question.kind) {
    case 'line':
      return <Input {...control} value={text} onChange={type} />
    case 'text':
      return <Input.TextArea {...control} rows={4} value={text} onChange={type} />
    case 'number':
      return <Input {...control} className="number-input" inputMode="numeric" value={text} onChange={type} />
    case 'day':
      return (
        <Input
          {...control}
          className="day-input"
          type="date"
          min={question.min}
          max={question.max}
          value={text}
          onChange={type}
        />
      )
    case 'choice':
      return (
        <Select
          {...control}
          className="pressing-picker"
          value={text || null}
          options={[...question.options]}
          onChange={onChange}
        />
      )
    case 'checks':
      return <Checks control={control} question={question} picked={picked} onChange={onChange} />
    case 'unit':
    case 'units':
      return <UnitsPicker control={control} value={picked} isOne={question.kind === 'unit'} onChange={onChange} />
    case 'suggestions':
      return <FoundPicker control={control} kind="suggestion" value={picked} onChange={onChange} />
    case 'deputies':
      return <FoundPicker control={control} kind="deputy" value={picked} onChange={onChange} />
  }
}

function Checks({
  control,
  question,
  picked,
  onChange,
}: {
  control: ControlProps
  question: Question & { kind: 'choice' | 'checks' }
  picked: readonly { id: string; name: string }[]
  onChange: (value: Values[string]) => void
}) {
  const ids = new Set(picked.map((it) => it.id))
  return (
    <div className="checks" role="group" aria-label={question.label}>
      {question.options.map(({ value, label }, at) => (
        <label key={value}>
          <input
            type="checkbox"
            {...(at === 0 && { id: control.id })}
            checked={ids.has(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...picked, { id: value, name: label }] : picked.filter((it) => it.id !== value))
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}
