import { Button } from 'antd'
import { useState } from 'react'
import type { CallOptions } from '#workbench/kit.ts'
import { Panel, useAction } from '#workbench/kit.ts'
import { touched } from './calls.ts'
import { QuestionForm } from './question-form.tsx'
import type { Question, Values } from './questions.ts'

/** Something that a person may do with a thing, with what it asks; without questions it is done by its button. */
export type Act = {
  readonly name: string
  readonly label: string
  readonly done: string
  /** What happens then, above the questions. */
  readonly effect?: string
  readonly isDanger?: boolean
  readonly questions: readonly Question[]
  readonly initial?: Values
  readonly send: (values: Values, options: CallOptions | undefined) => Promise<unknown>
}

/**
 * The acts that are open, as buttons; the first is the one to do next, unless nothing has to be done (`isQuiet`); in their place the form of
 * the one that was chosen.
 */
export function Acts({
  subject,
  allowed,
  acts,
  isQuiet = false,
}: {
  subject: string
  allowed: readonly string[]
  acts: readonly Act[]
  isQuiet?: boolean
}) {
  const [open, setOpen] = useState<string | null>(null)
  const shown = acts.filter((it) => allowed.includes(it.name))
  const current = shown.find((it) => it.name === open)
  if (shown.length === 0) return null
  if (current) return <ActForm key={current.name} subject={subject} act={current} onClose={() => setOpen(null)} />
  return (
    <div className="action-bar">
      {shown.map((it, at) => (
        <ActButton key={it.name} act={it} isFirst={at === 0 && !isQuiet} onOpen={() => setOpen(it.name)} />
      ))}
    </div>
  )
}

function ActButton({ act, isFirst, onOpen }: { act: Act; isFirst: boolean; onOpen: () => void }) {
  const action = useSending(act)
  const isPlain = act.questions.length === 0
  return (
    <Button
      type={isFirst ? 'primary' : 'default'}
      danger={act.isDanger ?? false}
      loading={action.isRunning}
      onClick={isPlain ? () => void action.run({}) : onOpen}
    >
      {act.label}
    </Button>
  )
}

function ActForm({ subject, act, onClose }: { subject: string; act: Act; onClose: () => void }) {
  const action = useSending(act, onClose)
  return (
    <Panel title={act.label}>
      {act.effect && <p>{act.effect}</p>}
      <QuestionForm
        name={`${act.name}:${subject}`}
        questions={act.questions}
        initial={act.initial ?? {}}
        label={act.label}
        isDanger={act.isDanger ?? false}
        isRunning={action.isRunning}
        refused={action.problem}
        send={(values) => action.run(values)}
        onCancel={onClose}
      />
    </Panel>
  )
}

function useSending(act: Act, onDone?: () => void) {
  return useAction((values: Values, options?: CallOptions) => act.send(values, options), {
    topics: touched,
    done: act.done,
    ...(onDone && { onDone }),
  })
}
