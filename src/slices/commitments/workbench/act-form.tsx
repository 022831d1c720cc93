import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CallOptions, ControlProps, Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { touched } from './calls.ts'
import { missingOf, questions, sending, trimmed, within, type FormAction, type Question, type Values } from './forms.ts'
import { workbenchWords } from './words.ts'

type Given = { it: Detail; action: FormAction; onClose: () => void }

/** One act on a promise: what it effects, its few questions, the draft kept on this device until it was sent. */
export function ActForm({ it, action, onClose }: Given) {
  const t = useWords(workbenchWords)
  const w = useWords(words).action
  const texts: Readonly<Record<string, string>> = t.form[action]
  const draft = useDraft<Values>(`commitment.${action}:${it.id}`, {})
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (values: Values, options?: CallOptions) => {
      const answer = await sending[action](it.id, values, options)
      draft.clear()
      return answer
    },
    { topics: touched, labels: w, done: t.done[action], onDone: onClose },
  )
  const send = () => {
    const values = trimmed(draft.value)
    const blank = questions[action].filter(({ name }) => !values[name])
    const found = missingOf(blank.map(({ name }) => ({ path: name, message: texts[`${name}Missing`] ?? '' })))
    setMissing(found)
    if (!found) void act.run(values)
  }
  const form = `${action}.${it.id}`
  const problem = within(form, missing ?? act.problem)
  return (
    <div className="promise-form">
      <p className="promise-form-title">{texts['title']}</p>
      <p>{texts['effect']}</p>
      <FormErrors problem={problem} />
      {questions[action].map((question, at) => (
        <Asked
          key={question.name}
          form={form}
          question={question}
          texts={texts}
          problem={problem}
          isFirst={at === 0}
          value={draft.value[question.name] ?? ''}
          onChange={(value) => draft.setValue({ ...draft.value, [question.name]: value })}
        />
      ))}
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w[action]}
        </Button>
        <Button onClick={onClose}>{t.notNow}</Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </div>
  )
}

type AskedGiven = {
  form: string
  question: Question
  texts: Readonly<Record<string, string>>
  problem: Problem | null
  isFirst: boolean
  value: string
  onChange: (value: string) => void
}

function Asked({ form, question, texts, problem, isFirst, value, onChange }: AskedGiven) {
  const { name, kind, most } = question
  const hint = texts[`${name}Hint`]
  return (
    <FormField
      name={`${form}.${name}`}
      label={texts[name] ?? name}
      problem={problem}
      {...(hint && { hint })}
      {...(kind === 'text' && { length: { now: value.trim().length, most } })}
    >
      {(control) => <Control control={control} kind={kind} isFirst={isFirst} value={value} onChange={onChange} />}
    </FormField>
  )
}

type ControlGiven = {
  control: ControlProps
  kind: Question['kind']
  isFirst: boolean
  value: string
  onChange: (value: string) => void
}

function Control({ control, kind, isFirst, value, onChange }: ControlGiven) {
  const given = { ...control, autoFocus: isFirst, value }
  if (kind === 'text') return <Input.TextArea {...given} rows={3} onChange={({ target }) => onChange(target.value)} />
  return (
    <Input
      {...given}
      {...(kind === 'day' && { type: 'date', className: 'promise-day' })}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
