import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, Notice, TwoPages, WorkPage, useAction, useDraft, useStep, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { actWords } from './act-words.ts'
import { MatterHint, SimilarHint } from './advice/index.tsx'
import { calls, topics } from './calls.ts'
import { caseWords } from './case-words.ts'
import { Check } from './check.tsx'
import type { Form } from './form.ts'
import { draftOf, emptyForm, formOf, isSameForm, missingIn } from './form.ts'
import { incomplete } from './incomplete.ts'
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
  const { version } = draft.value
  const form = { ...emptyForm, ...draft.value.form }
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
  // What has to be mended stands on the first page; once for each refusal, so that one may go on to the second again.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(() => void (sending.problem?.fields.length && go('write')), [sending.problem])
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
      <TwoPages
        step={step}
        write={
          <>
            <WriteFields form={form} detail={detail} problem={problem} onChange={change} />
            <MatterHint draft={form} onSplit={(requests) => change({ requests })} />
            <SimilarHint draft={{ ...form, id: detail?.id ?? null }} />
            <p role="status" className="hint">
              {draft.note}
            </p>
          </>
        }
        next={{ label: t.next, onClick: () => whole() && go('check') }}
        check={
          <Check
            form={form}
            detail={detail}
            isRunning={sending.isSubmitting}
            onChange={() => go('write')}
            onSubmit={() => whole() && void sending.submit()}
            onInvite={() => whole() && sending.keep(true)}
          />
        }
      />
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

/** Saving and submitting; a new suggestion is first made on the server, then submitted, and never made twice. */
function useSending(detail: Detail | null, draft: { value: Kept; setValue: (value: Kept) => void; clear: () => void }) {
  const t = useWords(workbenchWords)
  const done = useWords(caseWords).done
  const invited = useWords(actWords).done.invite
  const labels = useWords(words).action
  const navigate = useNavigate()
  const { message } = App.useApp()
  const made = useRef<Detail | null>(null)
  const onDone = (answer: Detail) => {
    made.current = answer
  }
  const create = useAction(calls.draftSuggestion, { topics, labels, onDone })
  const edit = useAction(calls.editSuggestion, { topics, labels, onDone })
  const ask = useAction(calls.inviteCosigners, { topics, labels, onDone })
  const submit = useAction(calls.submitSuggestion, { topics, labels, done: done.submit })
  const { version } = draft.value
  const form = { ...emptyForm, ...draft.value.form }

  /** The words first, then the invitations, which go out with them. What is made on the server already is never made again. */
  const save = async (): Promise<Detail | null> => {
    const known = detail ?? made.current
    const isRead = detail === null || version === detail.version
    const isClean = known !== null && isRead && isSameForm(form, formOf(known))
    if (!isClean && !(await write(known))) return null
    const it = isClean ? known : made.current
    const deputyIds = form.invited.map(({ id }) => id)
    if (!it || (deputyIds.length > 0 && !(await ask.run({ params: { id: it.id }, body: { deputyIds } })))) return null
    const last = isClean && deputyIds.length === 0 ? it : (made.current ?? it)
    if (detail) draft.setValue({ form: { ...form, invited: [] }, version: last.version })
    return last
  }
  const write = (known: Detail | null): Promise<boolean> => {
    const body = draftOf(form)
    if (!known) return create.run({ body })
    const read = detail ? version : known.version
    return edit.run({ params: { id: known.id }, body }, read === null ? {} : { ifMatch: read })
  }
  const moveTo = async (path: string) => {
    draft.clear()
    await navigate({ to: path, replace: true })
  }
  const isWriting = create.isRunning || edit.isRunning || ask.isRunning
  return {
    isSaving: isWriting,
    isSubmitting: isWriting || submit.isRunning,
    problem: create.problem ?? edit.problem ?? ask.problem ?? submit.problem,
    keep: (isWhole: boolean) => {
      if (!isWhole) return void message.info(t.keptHere)
      const isInviting = form.invited.length > 0
      void save().then((it) => {
        if (!it) return
        void message.success(isInviting ? invited : t.savedDraft)
        if (isInviting) void moveTo(`/suggestions/${it.id}`)
        else if (!detail) void moveTo(`/suggestions/${it.id}/edit`)
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
