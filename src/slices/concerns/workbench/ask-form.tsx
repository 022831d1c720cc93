import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CallOptions, Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../contract.ts'
import { MOST_REASON } from '../rules/limits.ts'
import { words } from '../words.ts'
import { calls, touched } from './calls.ts'
import { missingOf } from './missing.ts'
import { UnitField } from './unit-field.tsx'
import { workbenchWords } from './words.ts'

/** Acts that ask for a reason, the first two for a unit as well. */
export const askedActions = ['passOn', 'assign', 'dispute', 'decline', 'reject', 'withdraw'] as const satisfies readonly Action[]
export type AskedAction = (typeof askedActions)[number]

type Values = { readonly reason: string; readonly unitId: string | null }
type Sending = (id: string, values: { reason: string; unitId: string }, options?: CallOptions) => Promise<Detail>

const sending: Readonly<Record<AskedAction, Sending>> = {
  passOn: (id, body, options) => calls.passOnConcern({ params: { id }, body }, options),
  assign: (id, body, options) => calls.assignConcern({ params: { id }, body }, options),
  dispute: (id, { reason }, options) => calls.disputeConcern({ params: { id }, body: { reason } }, options),
  decline: (id, { reason }, options) => calls.declineConcern({ params: { id }, body: { reason } }, options),
  reject: (id, { reason }, options) => calls.rejectConcern({ params: { id }, body: { reason } }, options),
  withdraw: (id, { reason }, options) => calls.withdrawConcern({ params: { id }, body: { reason } }, options),
}

type Given = { it: Detail; action: AskedAction; onClose: () => void }

/** One act: what it effects, the reason, the unit where one is named. What is typed is kept on this device until it was sent. */
export function AskForm({ it, action, onClose }: Given) {
  const t = useWords(workbenchWords)
  const w = useWords(words).action
  const asked = t.ask[action]
  const needsUnit = action === 'passOn' || action === 'assign'
  const draft = useDraft<Values>(`concern.${action}:${it.id}`, { reason: '', unitId: action === 'assign' ? it.unit.id : null })
  const { reason, unitId } = draft.value
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (values: { reason: string; unitId: string }, options?: CallOptions) => {
      const answer = await sending[action](it.id, values, options)
      draft.clear()
      return answer
    },
    { topics: touched, labels: w, done: t.done[action], onDone: onClose },
  )
  const problem = missing ?? act.problem
  const send = () => {
    const found = missingOf([
      { path: 'unitId', message: needsUnit && unitId === null ? t.form.unitMissing : null },
      { path: 'reason', message: reason.trim() === '' ? t.reasonMissing : null },
    ])
    setMissing(found)
    if (!found) void act.run({ reason: reason.trim(), unitId: unitId ?? '' }, { ifMatch: it.version })
  }
  return (
    <Panel title={asked.title} isScreenOnly>
      <div className="concern-form">
        <p>{asked.effect}</p>
        <FormErrors problem={problem} />
        {needsUnit && (
          <UnitField
            name="unitId"
            label={t.unitField}
            value={unitId}
            problem={problem}
            onChange={(id) => draft.setValue({ reason, unitId: id })}
          />
        )}
        <FormField name="reason" label={asked.reason} problem={problem} length={{ now: reason.trim().length, most: MOST_REASON }}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              maxLength={MOST_REASON}
              value={reason}
              onChange={({ target }) => draft.setValue({ reason: target.value, unitId })}
            />
          )}
        </FormField>
        <div className="action-bar">
          <Button type="primary" loading={act.isRunning} onClick={send}>
            {w[action]}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
          <span role="status" className="hint">
            {draft.note}
          </span>
        </div>
      </div>
    </Panel>
  )
}
