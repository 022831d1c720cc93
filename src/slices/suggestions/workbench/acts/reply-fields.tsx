import { Button, Input } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormField, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { useProfile } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { replyWords } from '../reply-words.ts'
import { useToday } from '../use-today.ts'
import { answeredIn, most, tidyNumber, withClass, type ReplyForm } from './reply-form.ts'

type Given = { it: Detail; form: ReplyForm; problem: Problem | null; change: (part: Partial<ReplyForm>) => void }

/** 拟稿: the class with what it promises, the document's particulars and one box for each numbered request. */
export function ReplyFields({ it, form, problem, change }: Given) {
  const t = useWords(caseWords)
  const r = useWords(replyWords)
  const classes = useProfile().data?.classes ?? []
  const opens = (code: string) => classes.find((one) => one.code === code)?.opensCommitment ?? false
  const tidy = tidyNumber(form.documentNumber)
  return (
    <>
      <ChoiceField
        name="class"
        label={t.replyClass}
        choices={classes.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
        value={form.class}
        problem={problem}
        onChange={(code) => change(withClass(form, code, opens(code)))}
      />
      {form.commitments.length > 0 && <Commitments {...{ it, form, problem, change }} />}
      <div className="field-row">
        <FormField
          name="documentNumber"
          label={t.documentNumber}
          hint={tidy === form.documentNumber ? t.documentNumberHint : r.documentNumberNow(tidy)}
          problem={problem}
        >
          {(control) => (
            <Input
              {...control}
              value={form.documentNumber}
              onChange={({ target }) => change({ documentNumber: target.value })}
              onBlur={() => change({ documentNumber: tidy })}
            />
          )}
        </FormField>
        <FormField name="signer" label={t.signer} problem={problem}>
          {(control) => <Input {...control} value={form.signer} onChange={({ target }) => change({ signer: target.value })} />}
        </FormField>
        <FormField name="contact" label={t.contactPerson} problem={problem}>
          {(control) => <Input {...control} value={form.contact} onChange={({ target }) => change({ contact: target.value })} />}
        </FormField>
      </div>
      <Lines
        name="text"
        label={t.replyText}
        value={form.text}
        mostLength={most.text}
        problem={problem}
        onChange={(text) => change({ text })}
      />
      <h3>
        {t.points} <span className="points-done">{r.progress(answeredIn(form, it.requests.length), it.requests.length)}</span>
      </h3>
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
    </>
  )
}

function Commitments({ form, problem, change }: Given) {
  const r = useWords(replyWords)
  const today = useToday()
  const rows = form.commitments
  const set = (at: number, part: Partial<(typeof rows)[number]>) =>
    change({ commitments: rows.map((row, other) => (other === at ? { ...row, ...part } : row)) })
  return (
    <fieldset className="request-list">
      <legend>{r.commitments}</legend>
      <p className="hint">{r.commitmentsHint}</p>
      {rows.map((row, at) => (
        // The order of the promises is the order in which they were written.
        <div className="promise-row" key={at}>
          <FormField name={`commitments.${at}.content`} label={r.commitment(at + 1)} problem={problem}>
            {(control) => (
              <Input
                {...control}
                maxLength={most.commitment}
                value={row.content}
                onChange={({ target }) => set(at, { content: target.value })}
              />
            )}
          </FormField>
          <FormField name={`commitments.${at}.dueOn`} label={r.dueOn(at + 1)} problem={problem}>
            {(control) => (
              <Input
                {...control}
                className="day-input"
                type="date"
                min={today}
                value={row.dueOn}
                onChange={({ target }) => set(at, { dueOn: target.value })}
              />
            )}
          </FormField>
          {rows.length > 1 && (
            <Button
              aria-label={r.removeCommitment(at + 1)}
              onClick={() => change({ commitments: rows.filter((_, other) => other !== at) })}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button
        disabled={rows.length >= most.commitments}
        onClick={() => change({ commitments: [...rows, { content: '', dueOn: '' }] })}
      >
        ＋ {r.addCommitment}
      </Button>
    </fieldset>
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
