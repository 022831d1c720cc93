import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CallOptions, Problem } from '#workbench/kit.ts'
import { ChoiceField, choicesOf, FormErrors, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import type { Detail, Result } from '../contract.ts'
import { MOST_ANSWER } from '../rules/limits.ts'
import { words } from '../words.ts'
import { calls, touched } from './calls.ts'
import { missingOf } from './missing.ts'
import { PhotosField, photosProblem, uploadPhotos } from './photos.tsx'
import { workbenchWords } from './words.ts'

interface Form {
  readonly result: Result | null
  readonly text: string
  readonly plannedOn: string
}
const empty: Form = { result: null, text: '', plannedOn: '' }
type Sent = { form: Form & { result: Result }; files: readonly File[] }

/** 答复代表: one of three results, in plain words, with pictures where they show it. */
export function AnswerForm({ it, onClose }: { it: Detail; onClose: () => void }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const a = t.answerForm
  const draft = useDraft<Form>(`concern.answer:${it.id}`, empty)
  const form = draft.value
  const [files, setFiles] = useState<readonly File[]>([])
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (sent: Sent, options?: CallOptions) => {
      const answer = await send(it.id, sent, options)
      draft.clear()
      return answer
    },
    { topics: touched, labels: w.action, done: t.done.answer, onDone: onClose },
  )
  const problem = missing ?? act.problem
  const change = (part: Partial<Form>) => draft.setValue({ ...form, ...part })
  const submit = () => {
    const { result, text, plannedOn } = form
    const found = missingOf([
      { path: 'result', message: result === null ? a.resultMissing : null },
      { path: 'text', message: text.trim() === '' ? a.textMissing : null },
      { path: 'plannedOn', message: result === 'planned' && plannedOn === '' ? a.plannedOnMissing : null },
      { path: 'photoIds', message: photosProblem(files, t.form) },
    ])
    setMissing(found)
    if (!found && result) void act.run({ form: { ...form, result }, files }, { ifMatch: it.version })
  }
  return (
    <Panel title={a.title} isScreenOnly>
      <div className="concern-form">
        <FormErrors problem={problem} />
        <ChoiceField
          name="result"
          label={a.result}
          choices={choicesOf(w.result)}
          value={form.result}
          problem={problem}
          onChange={(result) => change({ result })}
        />
        {form.result === 'planned' && (
          <FormField name="plannedOn" label={a.plannedOn} problem={problem}>
            {(control) => (
              <Input
                {...control}
                type="date"
                className="day-input"
                value={form.plannedOn}
                onChange={({ target }) => change({ plannedOn: target.value })}
              />
            )}
          </FormField>
        )}
        <FormField
          name="text"
          label={a.text}
          problem={problem}
          {...(form.result && { hint: a.textHint[form.result] })}
          length={{ now: form.text.trim().length, most: MOST_ANSWER }}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={MOST_ANSWER}
              value={form.text}
              onChange={({ target }) => change({ text: target.value })}
            />
          )}
        </FormField>
        <PhotosField name="photoIds" files={files} problem={problem} onChange={setFiles} />
        <div className="action-bar">
          <Button type="primary" loading={act.isRunning} onClick={submit}>
            {w.action.answer}
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

async function send(id: string, { form, files }: Sent, options?: CallOptions): Promise<Detail> {
  const { result, text, plannedOn } = form
  const photoIds = await uploadPhotos(files)
  const body = { result, text: text.trim(), plannedOn: result === 'planned' ? plannedOn : null, photoIds }
  return calls.answerConcern({ params: { id }, body }, options)
}
