import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, FormField, Panel, choicesOf, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, RateInput, Satisfaction } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { KeptText } from './kept-text.tsx'

const MOST = 1000
type Kept = { attitude: Satisfaction | null; result: Satisfaction | null; reason: string }
const nothing: Kept = { attitude: null, result: null, reason: '' }

/** 评价 in three taps: attitude, result, send. Nothing is chosen beforehand; who is dissatisfied says why. */
export function RatePanel({ it, isAllowed }: { it: Detail; isAllowed: boolean }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const draft = useDraft<Kept>(`rate:${it.id}:${it.round}`, nothing)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: RateInput }, options) => {
      const answer = await calls.rateSuggestion(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w.action, done: t.done.rate },
  )
  const { attitude, result, reason } = draft.value
  if (!isAllowed) return <KeptText title={t.rateTitle} texts={[reason]} onDiscard={draft.clear} />
  const isDissatisfied = attitude === 'dissatisfied' || result === 'dissatisfied'
  const send = () => {
    const found = incomplete([
      attitude === null && { path: 'attitude', message: t.attitudeMissing },
      result === null && { path: 'result', message: t.resultMissing },
      isDissatisfied && reason.trim() === '' && { path: 'reason', message: t.rateReasonMissing },
    ])
    setMissing(found)
    if (found || attitude === null || result === null) return
    void act.run({ params: { id: it.id }, body: { attitude, result, reason: reason.trim() } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={t.rateTitle}>
      <FormErrors problem={problem} />
      {(['attitude', 'result'] as const).map((name) => (
        <ChoiceField
          key={name}
          name={name}
          label={t[name]}
          choices={choicesOf(w.satisfaction)}
          value={draft.value[name]}
          problem={problem}
          onChange={(value) => draft.setValue({ ...draft.value, [name]: value })}
        />
      ))}
      <FormField
        name="reason"
        label={t.opinion}
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
    </Panel>
  )
}
