import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, FormField, Panel, choicesOf, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, OpinionInput, Recommendation } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

const MOST = 3000
type Kept = { recommendation: Recommendation | null; text: string }

/** 提出审议意见: what the committee recommends and why; kept on this device while written. */
export function OpinionPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const draft = useDraft<Kept>(`motion:opinion:${it.id}`, { recommendation: null, text: '' })
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: OpinionInput }, options) => {
      const answer = await calls.giveMotionOpinion(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w.action, done: t.done.giveOpinion },
  )
  const { recommendation, text } = draft.value
  const send = () => {
    const found = missing([
      recommendation === null && { path: 'recommendation', message: t.recommendationMissing },
      text.trim() === '' && { path: 'text', message: t.opinionMissing },
    ])
    setLacking(found)
    if (recommendation !== null && !found) void act.run({ params: { id: it.id }, body: { recommendation, text: text.trim() } })
  }
  const problem = lacking ?? act.problem
  return (
    <Panel title={t.giveOpinion}>
      <p className="hint">{t.opinionLead}</p>
      <FormErrors problem={problem} />
      <ChoiceField
        name="recommendation"
        label={t.recommendation}
        choices={choicesOf(w.recommendation)}
        value={recommendation}
        problem={problem}
        onChange={(next) => draft.setValue({ recommendation: next, text })}
      />
      <FormField name="text" label={t.opinionText} problem={problem} length={{ now: text.trim().length, most: MOST }}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={5}
            value={text}
            onChange={({ target }) => draft.setValue({ recommendation, text: target.value })}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.action.giveOpinion}
        </Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}
