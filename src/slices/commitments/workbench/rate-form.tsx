import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, choicesOf, FormErrors, FormField, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, Satisfaction, Yearly } from '../contract.ts'
import { words } from '../words.ts'
import { calls, touched, useTerms } from './calls.ts'
import { missingOf, within } from './forms.ts'
import { workbenchWords } from './words.ts'

type Kept = { satisfaction: Satisfaction | null; reason: string }
const MOST = 1000
const nothing: Kept = { satisfaction: null, reason: '' }

/** 评价 of the yearly report: one tap and send; who is dissatisfied says why. Nothing is chosen beforehand. */
export function RateForm({ it, yearly }: { it: Detail; yearly: Yearly }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const { year } = yearly
  const draft = useDraft<Kept>(`commitment.rate:${it.id}:${year}`, nothing)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: Parameters<typeof calls.rateCommitment>[0], options) => {
      const answer = await calls.rateCommitment(request, options)
      draft.clear()
      return answer
    },
    { topics: touched, labels: w.action, done: t.done.rate },
  )
  const { satisfaction, reason } = draft.value
  const isDissatisfied = satisfaction === 'dissatisfied'
  const send = () => {
    const found = missingOf([
      ...(satisfaction === null ? [{ path: 'satisfaction', message: t.rateMissing }] : []),
      ...(isDissatisfied && reason.trim() === '' ? [{ path: 'reason', message: t.reasonMissing }] : []),
    ])
    setMissing(found)
    if (satisfaction && !found) void act.run({ params: { id: it.id }, body: { year, satisfaction, reason: reason.trim() } })
  }
  const form = `rate.${it.id}`
  const problem = within(form, missing ?? act.problem)
  const basis = useTerms().data?.rating.basis
  return (
    <div className="promise-form">
      <p className="promise-form-title">{t.rateTitle(year)}</p>
      <p className="hint">
        {t.rateUntil(yearly.rateBy)} {basis && t.basis(basis)}
      </p>
      <FormErrors problem={problem} />
      <ChoiceField
        name={`${form}.satisfaction`}
        label={t.rateLabel}
        choices={choicesOf(w.satisfaction)}
        value={satisfaction}
        problem={problem}
        onChange={(next) => draft.setValue({ ...draft.value, satisfaction: next })}
      />
      <FormField
        name={`${form}.reason`}
        label={t.rateReason}
        hint={t.rateHint}
        isOptional={!isDissatisfied}
        problem={problem}
        length={{ now: reason.trim().length, most: MOST }}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            value={reason}
            onChange={({ target }) => draft.setValue({ ...draft.value, reason: target.value })}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.action.rate}
        </Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </div>
  )
}
