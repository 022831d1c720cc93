import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, FormField, Panel, choicesOf, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, RateInput, Satisfaction } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { KeptText } from './kept-text.tsx'

const MOST = 1000
type Kept = { attitude: Satisfaction | null; result: Satisfaction | null; reason: string }
const nothing: Kept = { attitude: null, result: null, reason: '' }

/**
 * 评价 in three taps: attitude, result, send. Nothing is chosen beforehand; who is dissatisfied says why. Until somebody has opened it, it can
 * be put right: then it stands as it was given, behind a button.
 */
export function RatePanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const a = useWords(actWords)
  const given = it.ratings.find(({ round }) => round === it.round)
  const isAmending = it.allowed.includes('amendRating') && given !== undefined
  const draft = useDraft<Kept>(`${isAmending ? 'amend' : 'rate'}:${it.id}:${it.round}`, isAmending ? given : nothing)
  const [isOpen, setOpen] = useState(false)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: RateInput }, options) => {
      const answer = await (isAmending ? calls.amendRating : calls.rateSuggestion)(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w.action, done: isAmending ? a.done.amendRating : t.done.rate, onDone: () => setOpen(false) },
  )
  const { attitude, result, reason } = draft.value
  if (!isAmending && !it.allowed.includes('rate'))
    return <KeptText title={t.rateTitle} texts={[reason]} onDiscard={draft.clear} />
  if (isAmending && !isOpen) {
    return (
      <div className="action-bar">
        <Button onClick={() => setOpen(true)}>{a.amendTitle}</Button>
        <span className="hint">{a.amendLead}</span>
      </div>
    )
  }
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
    <Panel title={isAmending ? a.amendTitle : t.rateTitle}>
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
          {isAmending ? w.action.amendRating : w.action.rate}
        </Button>
        {isAmending && <Button onClick={() => setOpen(false)}>{t.notNow}</Button>}
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}
