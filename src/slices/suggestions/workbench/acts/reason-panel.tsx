import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { KeptText } from './kept-text.tsx'

type Reasoned = 'return' | 'rehandle' | 'withdraw'
const MOST = 500
const calling = {
  return: calls.returnSuggestion,
  rehandle: calls.rehandleSuggestion,
  withdraw: calls.withdrawSuggestion,
} as const

/** A step back, which always says why: 退回修改, 重新办理, 撤回. The effect stands above the button. */
export function ReasonPanel({
  it,
  action,
  isOpen,
  onClose,
}: {
  it: Detail
  action: Reasoned
  isOpen: boolean
  onClose: () => void
}) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const draft = useDraft(`${action}:${it.id}:${it.round}`, '')
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: { reason: string } }, options) => {
      const answer = await calling[action](request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w, done: t.done[action], onDone: onClose },
  )
  const isAllowed = it.allowed.includes(action)
  if (!isAllowed) return <KeptText title={w[action]} texts={[draft.value]} onDiscard={draft.clear} />
  if (!isOpen) return null
  const label = { return: t.returnReason, rehandle: t.rehandleReason, withdraw: t.withdrawReason }[action]
  const send = () => {
    const reason = draft.value.trim()
    const found = incomplete([reason === '' && { path: 'reason', message: t.reasonMissing }])
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: { reason } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={w[action]}>
      <p>{effectOf(action, it, t)}</p>
      <FormErrors problem={problem} />
      <FormField name="reason" label={label} problem={problem} length={{ now: draft.value.trim().length, most: MOST }}>
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
      <div className="action-bar">
        <Button type="primary" danger={action === 'withdraw'} loading={act.isRunning} onClick={send}>
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

function effectOf(action: Reasoned, it: Detail, t: typeof caseWords.zh): string {
  if (action === 'return') return t.returnEffect
  if (action === 'rehandle') return t.rehandleEffect
  return it.unit ? t.withdrawFromUnit : t.withdrawEffect
}
