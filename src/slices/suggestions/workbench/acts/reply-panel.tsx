import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, ReplyInput } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics, useProfile } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { ChoiceField } from '../choice-field.tsx'
import { incomplete } from '../incomplete.ts'
import { KeptText } from './kept-text.tsx'
import { emptyReply, missingInReply, most, replyOf } from './reply-form.ts'
import type { ReplyForm } from './reply-form.ts'

/** 答复代表: the class, the document's particulars and one box for each numbered request; kept on this device while written. */
export function ReplyPanel({ it, isAllowed }: { it: Detail; isAllowed: boolean }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const classes = useProfile().data?.classes ?? []
  const draft = useDraft<ReplyForm>(`reply:${it.id}:${it.round}`, emptyReply(it.requests.length))
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: ReplyInput }, options) => {
      const answer = await calls.replyToSuggestion(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w.action, done: t.done.reply },
  )
  const form = draft.value
  if (!isAllowed) return <KeptText title={t.replyTitle} texts={[form.text, ...form.points]} onDiscard={draft.clear} />
  const problem = missing ?? act.problem
  const change = (part: Partial<ReplyForm>) => draft.setValue({ ...form, ...part })
  const send = () => {
    const found = incomplete(missingInReply(form, t))
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: replyOf(form) })
  }
  return (
    <Panel title={t.replyTitle}>
      <FormErrors problem={problem} />
      <ChoiceField
        name="class"
        label={t.replyClass}
        choices={classes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
        value={form.class}
        problem={problem}
        onChange={(code) => change({ class: code })}
      />
      <div className="field-row">
        <Line name="documentNumber" label={t.documentNumber} hint={t.documentNumberHint} {...{ form, problem, change }} />
        <Line name="signer" label={t.signer} {...{ form, problem, change }} />
        <Line name="contact" label={t.contactPerson} {...{ form, problem, change }} />
      </div>
      <Lines
        name="text"
        label={t.replyText}
        value={form.text}
        mostLength={most.text}
        problem={problem}
        onChange={(text) => change({ text })}
      />
      <h3>{t.points}</h3>
      {it.requests.map((request, at) => (
        <Lines
          key={at}
          name={`points.${at}`}
          label={t.toRequest(at + 1)}
          hint={request}
          value={form.points[at] ?? ''}
          mostLength={most.point}
          problem={problem}
          onChange={(text) =>
            change({ points: it.requests.map((_, other) => (other === at ? text : (form.points[other] ?? ''))) })
          }
        />
      ))}
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.action.reply}
        </Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}

function Line({
  name,
  label,
  hint,
  form,
  problem,
  change,
}: {
  name: 'documentNumber' | 'signer' | 'contact'
  label: string
  hint?: string
  form: ReplyForm
  problem: Problem | null
  change: (part: Partial<ReplyForm>) => void
}) {
  return (
    <FormField name={name} label={label} hint={hint} problem={problem}>
      {(control) => <Input {...control} value={form[name]} onChange={({ target }) => change({ [name]: target.value })} />}
    </FormField>
  )
}

function Lines({
  name,
  label,
  hint,
  value,
  mostLength,
  problem,
  onChange,
}: {
  name: string
  label: string
  hint?: string
  value: string
  mostLength: number
  problem: Problem | null
  onChange: (text: string) => void
}) {
  return (
    <FormField name={name} label={label} hint={hint} problem={problem} length={{ now: value.trim().length, most: mostLength }}>
      {(control) => <Input.TextArea {...control} rows={3} value={value} onChange={({ target }) => onChange(target.value)} />}
    </FormField>
  )
}
