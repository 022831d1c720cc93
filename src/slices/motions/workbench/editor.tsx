import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, Notice, TwoPages, WorkPage, useAction, useDraft, useStep, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics, useSettings } from './calls.ts'
import { Check } from './check.tsx'
import type { Form } from './form.ts'
import { draftOf, emptyForm, formOf, isSameForm, missingIn } from './form.ts'
import { missing } from './missing.ts'
import { workbenchWords } from './words.ts'
import { WriteFields } from './write-fields.tsx'
import './motions.css'

type Kept = { form: Form; version: number | null }

/**
 * The form in two pages, 1 write and 2 check; at a desk both stand side by side. Everything typed is kept on this device; what is saved
 * is a new version of the text, which voids the confirmations given to the one before.
 */
export function Editor({ detail }: { detail: Detail | null }) {
  const t = useWords(workbenchWords)
  const kept = { form: detail ? formOf(detail) : emptyForm, version: detail?.version ?? null }
  const draft = useDraft<Kept>(detail ? `motion:${detail.id}` : 'motion:new', kept)
  const { form, version } = draft.value
  const settings = useSettings().data
  const { step, go } = useStep()
  const [lacking, setLacking] = useState<Problem | null>(null)
  const saving = useSaving(detail, draft)
  const problem = lacking ?? saving.problem
  const whole = () => {
    const found = missing(missingIn(form, t.missing))
    setLacking(found)
    if (found) go('write')
    return found === null
  }
  const at = step === 'check' ? 2 : 1
  const confirmed = detail?.cosigners.filter(({ standing }) => standing === 'confirmed').length ?? 0
  return (
    <WorkPage
      title={detail ? t.editStep(at) : t.writeStep(at)}
      {...(settings && { lead: t.writeLead(settings.minimum, settings.minimumBasis) })}
      backTo={detail ? `/motions/${detail.id}` : '/motions'}
    >
      <FormErrors problem={problem} />
      {detail && version !== detail.version && !isSameForm(form, formOf(detail)) && (
        <Notice tone="warning" title={t.behind}>
          <div className="action-bar">
            <Button onClick={() => draft.setValue({ form, version: detail.version })}>{t.keepTyped}</Button>
            <Button onClick={() => draft.setValue({ form: formOf(detail), version: detail.version })}>{t.takeTheirs}</Button>
          </div>
        </Notice>
      )}
      {confirmed > 0 && <Notice tone="warning" title={t.voids(confirmed)} />}
      <TwoPages
        step={step}
        write={
          <>
            <WriteFields
              form={form}
              problem={problem}
              onChange={(part) => draft.setValue({ form: { ...form, ...part }, version })}
            />
            <p role="status" className="hint">
              {draft.note}
            </p>
          </>
        }
        next={{ label: t.next, onClick: () => whole() && go('check') }}
        check={
          <Check
            form={form}
            label={detail && detail.status !== 'draft' ? t.saveText : t.keep}
            isRunning={saving.isRunning}
            onChange={() => go('write')}
            onSave={() => whole() && void saving.save()}
          />
        }
      />
    </WorkPage>
  )
}

type KeptDraft = { value: Kept; setValue: (value: Kept) => void; clear: () => void }

/** Saving; a new motion is made once, however often the button is pressed. */
function useSaving(detail: Detail | null, draft: KeptDraft) {
  const t = useWords(workbenchWords)
  const labels = useWords(words).action
  const navigate = useNavigate()
  const { message } = App.useApp()
  const saved = useRef<Detail | null>(null)
  const onDone = (answer: Detail) => {
    saved.current = answer
  }
  const create = useAction(calls.draftMotion, { topics, labels, onDone })
  const edit = useAction(calls.editMotion, { topics, labels, onDone })
  const { form, version } = draft.value
  const send = (it: Detail) =>
    edit.run({ params: { id: it.id }, body: draftOf(form) }, version === null ? {} : { ifMatch: version })
  return {
    isRunning: create.isRunning || edit.isRunning,
    problem: create.problem ?? edit.problem,
    save: async () => {
      const isSame = detail !== null && isSameForm(form, formOf(detail))
      const ok = isSame || (await (detail ? send(detail) : create.run({ body: draftOf(form) })))
      const id = detail?.id ?? saved.current?.id
      if (!ok || !id) return
      draft.clear()
      void message.success(t.savedDraft)
      await navigate({ to: `/motions/${id}`, replace: true })
    },
  }
}
