import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { missing } from '../missing.ts'

type Reasoned = 'return' | 'declineConversion' | 'withdrawCosigning' | 'withdraw'
const MOST = 500
const calling = {
  return: calls.returnMotion,
  declineConversion: calls.declineConversion,
  withdrawCosigning: calls.withdrawCosigning,
  withdraw: calls.withdrawMotion,
} as const
const effects = {
  return: 'returnEffect',
  declineConversion: 'declineEffect',
  withdrawCosigning: 'leaveEffect',
  withdraw: 'withdrawEffect',
} as const

type Given = { it: Detail; action: Reasoned; isOpen: boolean; onClose: () => void }
type Sent = { params: { id: string }; body: { reason: string; isAgreedByAll?: boolean } }

/** A step back, which always says why. The effect stands above the button. */
export function ReasonPanel({ it, action, isOpen, onClose }: Given) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const draft = useDraft(`motion:${action}:${it.id}`, '')
  const [isAgreed, setAgreed] = useState(false)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(
    async ({ params, body }: Sent, options) => {
      const answer = await calling[action]({ params, body }, options)
      draft.clear()
      return answer
    },
    { topics, labels: w, done: t.done[action], onDone: onClose },
  )
  if (!isOpen || !it.allowed.includes(action)) return null
  const isJoint = action === 'withdraw' && it.submittedOn !== null
  const send = () => {
    const reason = draft.value.trim()
    const found = missing([reason === '' && { path: 'reason', message: t.reasonMissing }])
    setLacking(found)
    if (!found) void act.run({ params: { id: it.id }, body: { reason, ...(isJoint && { isAgreedByAll: isAgreed }) } })
  }
  const problem = lacking ?? act.problem
  return (
    <Panel title={w[action]}>
      <p>{t[effects[action]]}</p>
      <FormErrors problem={problem} />
      <FormField name="reason" label={t.reason} problem={problem} length={{ now: draft.value.trim().length, most: MOST }}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            rows={3}
            value={draft.value}
            onChange={({ target }) => draft.setValue(target.value)}
          />
        )}
      </FormField>
      {isJoint && (
        <Checkbox checked={isAgreed} onChange={({ target }) => setAgreed(target.checked)}>
          {t.agreedByAll}
        </Checkbox>
      )}
      <div className="action-bar">
        <Button type="primary" danger={action !== 'return'} loading={act.isRunning} onClick={send}>
          {w[action]}
        </Button>
        <Button onClick={onClose}>{t.notNow}</Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}
