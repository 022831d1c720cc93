import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, useAction, useDraft, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics } from './calls.ts'
import { caseWords } from './case-words.ts'
import { Check } from './check.tsx'
import type { Form } from './form.ts'
import { draftOf, emptyForm, formOf, isSameForm, missingIn } from './form.ts'
import { incomplete } from './incomplete.ts'
import { Notice } from './notice.tsx'
import { workbenchWords } from './words.ts'
import { WriteFields } from './write-fields.tsx'
import './suggestions.css'

type Kept = { form: Form; version: number | null }

/**
 * The form in two pages, 1 write and 2 check (product 8.7); at a desk both stand side by side. Everything typed is kept on this
 * device every two seconds; the server keeps whole drafts. `detail` is what the server has, null for a new suggestion.
 */
export function Editor({ detail }: { detail: Detail | null }) {
  const t = useWords(workbenchWords)
  const kept = { form: detail ? formOf(detail) : emptyForm, version: detail?.version ?? null }
  const draft = useDraft<Kept>(detail ? `suggestion:${detail.id}` : 'suggestion:new', kept)
  const { form, version } = draft.value
  const isBehind = detail !== null && version !== detail.version && !isSameForm(form, formOf(detail))
  const { step, go } = useStep()
  const [missing, setMissing] = useState<Problem | null>(null)
  const sending = useSending(detail, draft)
  const problem = missing ?? sending.problem
  const change = (part: Partial<Form>) => draft.setValue({ form: { ...form, ...part }, version })
  const whole = () => {
    const found = incomplete(missingIn(form, t.missing))
    setMissing(found)
    if (found) go('write')
    return found === null
  }
  const at = step === 'check' ? 2 : 1
  return (
    <WorkPage
      title={detail ? t.editStep(at) : t.writeStep(at)}
      backTo={detail ? `/suggestions/${detail.id}` : '/'}
      actions={
        <Button loading={sending.isSaving} onClick={() => sending.keep(missingIn(form, t.missing).length === 0)}>
          {t.saveDraft}
        </Button>
      }
    >
      <FormErrors problem={problem} />
      {isBehind && (
        <Behind
          onKeep={() => draft.setValue({ form, version: detail.version })}
          onTake={() => draft.setValue({ form: formOf(detail), version: detail.version })}
        />
      )}
      <div className="editor" data-step={step}>
        <div className="editor-write">
          <WriteFields form={form} problem={problem} onChange={change} />
          <p role="status" className="hint">
            {draft.note}
          </p>
          <Button className="editor-next" type="primary" onClick={() => whole() && go('check')}>
            {t.next}
          </Button>
        </div>
        <Check
          form={form}
          isRunning={sending.isSubmitting}
          onChange={() => go('write')}
          onSubmit={() => whole() && void sending.submit()}
        />
      </div>
    </WorkPage>
  )
}

function Behind({ onKeep, onTake }: { onKeep: () => void; onTake: () => void }) {
  const t = useWords(workbenchWords)
  return (
    <Notice tone="warning" title={t.behind}>
      <div className="action-bar">
        <Button onClick={onKeep}>{t.keepMine}</Button>
        <Button onClick={onTake}>{t.takeTheirs}</Button>
      </div>
    </Notice>
  )
}

type Step = 'write' | 'check'

/** The page of the form stands in the address, so that the way back of a phone leads from 2 to 1. */
function useStep(): { step: Step; go: (step: Step) => void } {
  const { filters } = useFilters()
  const navigate = useNavigate()
  const step = filters['step'] === 'check' ? 'check' : 'write'
  const go = (next: Step) => {
    if (next === step) return
    void navigate({ to: '.', search: (next === 'check' ? { step: 'check' } : {}) as never })
    window.scrollTo(0, 0)
  }
  return { step, go }
}

/** Saving and submitting; a new suggestion is first made on the server, then submitted, and never made twice. */
function useSending(detail: Detail | null, draft: { value: Kept; setValue: (value: Kept) => void; clear: () => void }) {
  const t = useWords(workbenchWords)
  const done = useWords(caseWords).done
  const labels = useWords(words).action
  const navigate = useNavigate()
  const { message } = App.useApp()
  const saved = useRef<Detail | null>(null)
  const onDone = (answer: Detail) => {
    saved.current = answer
  }
  const create = useAction(calls.draftSuggestion, { topics, labels, onDone })
  const edit = useAction(calls.editSuggestion, { topics, labels, onDone })
  const submit = useAction(calls.submitSuggestion, { topics, labels, done: done.submit })
  const { form, version } = draft.value

  const save = async (): Promise<Detail | null> => {
    if (detail && version === detail.version && isSameForm(form, formOf(detail))) return detail
    const body = draftOf(form)
    const options = version === null ? {} : { ifMatch: version }
    const ok = await (detail ? edit.run({ params: { id: detail.id }, body }, options) : create.run({ body }))
    if (!ok || !saved.current) return null
    if (detail) draft.setValue({ form, version: saved.current.version })
    return saved.current
  }
  const moveTo = async (path: string) => {
    draft.clear()
    await navigate({ to: path, replace: true })
  }
  return {
    isSaving: create.isRunning || edit.isRunning,
    isSubmitting: create.isRunning || edit.isRunning || submit.isRunning,
    problem: create.problem ?? edit.problem,
    keep: (isWhole: boolean) => {
      if (!isWhole) return void message.info(t.keptHere)
      void save().then((it) => {
        if (!it) return
        void message.success(t.savedDraft)
        if (!detail) void moveTo(`/suggestions/${it.id}/edit`)
      })
    },
    submit: async () => {
      const it = await save()
      if (!it) return
      if (await submit.run({ params: { id: it.id } })) await moveTo(`/suggestions/${it.id}/submitted`)
      else if (!detail) await moveTo(`/suggestions/${it.id}/edit`)
    },
  }
}
