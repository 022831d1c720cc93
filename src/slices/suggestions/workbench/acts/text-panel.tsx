import { Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { CallOptions, Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete, type Missing } from '../incomplete.ts'
import { KeptText } from './kept-text.tsx'

const MOST = 500

/** What a step that is said in words needs: the text itself, and whatever else `fields` asks beside it. */
export interface TextPanelGiven<Body> {
  it: Detail
  action: Action
  /** Distinguishes drafts of one action about different units. */
  about?: string
  title?: string
  button?: string
  /** What the step does, above the form. */
  effect?: ReactNode
  /** The text: its name in the body, its question, what to say where it is missing; without the last it may stay empty. */
  field: string
  label: string
  missing?: string | undefined
  most?: number
  rows?: number
  initial?: string
  danger?: boolean
  isOpen?: boolean
  /** Shows “先不做”. */
  onClose?: () => void
  fields?: (problem: Problem | null) => ReactNode
  alsoMissing?: readonly (Missing | false | null)[]
  bodyOf: (text: string) => Body
  call: (request: { params: { id: string }; body: Body }, options?: CallOptions) => Promise<Detail>
  done: string
}

/** A step that always says something: a reason, an opinion, a conclusion. Kept on this device while written; its effect stands above. */
export function TextPanel<Body>(given: TextPanelGiven<Body>) {
  const { it, action, isOpen = true, onClose, field, label, most = MOST, rows = 3, fields, done } = given
  const t = useWords(caseWords)
  const w = useWords(words).action
  const draft = useDraft([action, it.id, it.round, given.about].filter(Boolean).join(':'), given.initial ?? '')
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: Body }, options) => {
      const answer = await given.call(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w, done, onDone: () => onClose?.() },
  )
  const title = given.title ?? w[action]
  if (!it.allowed.includes(action)) return <KeptText title={title} texts={[draft.value]} onDiscard={draft.clear} />
  if (!isOpen) return null
  const text = draft.value.trim()
  const send = () => {
    const isMissing = text === '' && given.missing !== undefined && { path: field, message: given.missing }
    const found = incomplete([...(given.alsoMissing ?? []), isMissing])
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: given.bodyOf(text) })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={title} isScreenOnly>
      {given.effect && <p>{given.effect}</p>}
      <FormErrors problem={problem} />
      {fields?.(problem)}
      <FormField
        name={field}
        label={label}
        isOptional={given.missing === undefined}
        problem={problem}
        length={{ now: text.length, most }}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus={onClose !== undefined && fields === undefined}
            rows={rows}
            value={draft.value}
            onChange={({ target }) => draft.setValue(target.value)}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" danger={given.danger ?? false} loading={act.isRunning} onClick={send}>
          {given.button ?? w[action]}
        </Button>
        {onClose && <Button onClick={onClose}>{t.notNow}</Button>}
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}
