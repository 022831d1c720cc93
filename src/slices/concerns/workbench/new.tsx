import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { CallOptions, Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useDraft, useWords, WorkPage } from '#workbench/kit.ts'
import type { Terms } from '../contract.ts'
import { MOST_PLACE, MOST_TEXT } from '../rules/limits.ts'
import { calls, topics, useProposal, useTerms, useUnits } from './calls.ts'
import { missingOf } from './missing.ts'
import { pageWords } from './page-words.ts'
import { PhotosField, photosProblem, uploadPhotos } from './photos.tsx'
import { UnitField } from './unit-field.tsx'
import { workbenchWords } from './words.ts'
import './concerns.css'

interface Form {
  readonly text: string
  readonly place: string
  readonly unitId: string | null
  readonly isConfidential: boolean
}
const empty: Form = { text: '', place: '', unitId: null, isConfidential: false }

/** 反映一件小事: on a phone in the street. What is typed is kept on this device; pictures leave it with the form. */
export default function NewConcern() {
  const t = useWords(workbenchWords).form
  const draft = useDraft<Form>('concern:new', empty)
  const form = draft.value
  const [files, setFiles] = useState<readonly File[]>([])
  const [lacking, setLacking] = useState<Problem | null>(null)
  const sending = useSending(draft.clear)
  const units = useUnits()
  const unit = units.find(({ id }) => id === form.unitId)
  const problem = lacking ?? sending.problem
  const change = (part: Partial<Form>) => draft.setValue({ ...form, ...part })
  const send = () => {
    const found = missingIn(form, files, t)
    setLacking(found)
    if (!found) void sending.run({ form, files })
  }
  return (
    <WorkPage title={useWords(pageWords).write} lead={t.lead} backTo="/concerns" backLabel={useWords(pageWords).list}>
      <NotHere />
      <div className="concern-form">
        <FormErrors problem={problem} />
        <Fields form={form} problem={problem} onChange={change} />
        <PhotosField name="photoIds" files={files} problem={problem} onChange={setFiles} />
        <Proposals form={form} onChoose={(unitId) => change({ unitId })} />
        <UnitField
          name="unitId"
          label={t.unit}
          hint={t.unitHint}
          value={unit?.id ?? null}
          problem={problem}
          onChange={(unitId) => change({ unitId })}
        />
        <Checkbox checked={form.isConfidential} onChange={({ target }) => change({ isConfidential: target.checked })}>
          {t.confidential}
        </Checkbox>
        <TermsLine />
        <div className="action-bar">
          <Button type="primary" loading={sending.isRunning} onClick={send}>
            {unit ? t.sendTo(unit.name) : t.send}
          </Button>
          <span role="status" className="hint">
            {draft.note}
          </span>
        </div>
      </div>
    </WorkPage>
  )
}

type Sent = { form: Form; files: readonly File[] }

function useSending(clear: () => void) {
  const t = useWords(workbenchWords).form
  const navigate = useNavigate()
  return useAction(
    async ({ form, files }: Sent, options?: CallOptions) => {
      const photoIds = await uploadPhotos(files)
      const made = await calls.sendConcern({ body: { ...form, unitId: form.unitId ?? '', photoIds } }, options)
      clear()
      return made
    },
    {
      topics,
      done: ({ unit }) => t.sent(unit.name),
      onDone: ({ id }) => void navigate({ to: `/concerns/${id}` }),
    },
  )
}

function missingIn(form: Form, files: readonly File[], t: (typeof workbenchWords)['zh']['form']): Problem | null {
  const text = form.text.trim()
  return missingOf([
    { path: 'text', message: text === '' ? t.textMissing : text.length > MOST_TEXT ? t.textTooLong : null },
    { path: 'place', message: form.place.trim() === '' ? t.placeMissing : null },
    { path: 'photoIds', message: photosProblem(files, t) },
    { path: 'unitId', message: form.unitId === null ? t.unitMissing : null },
  ])
}

/** Said before anything is typed: what a unit cannot settle alone goes another way. */
function NotHere() {
  const { notHereTitle, notHere } = useWords(workbenchWords).form
  return (
    <Panel title={notHereTitle} isScreenOnly>
      <ul className="concern-not-here">
        <li>
          {notHere.policy}
          <Link to="/suggestions/new">{notHere.policyLink}</Link>
          {notHere.policyEnd}
        </li>
        <li>{notHere.court}</li>
        <li>{notHere.danger}</li>
      </ul>
    </Panel>
  )
}

type FieldsGiven = { form: Form; problem: Problem | null; onChange: (part: Partial<Form>) => void }

function Fields({ form, problem, onChange }: FieldsGiven) {
  const t = useWords(workbenchWords).form
  return (
    <>
      <FormField
        name="text"
        label={t.text}
        hint={t.textHint}
        problem={problem}
        length={{ now: form.text.trim().length, most: MOST_TEXT }}
      >
        {(control) => (
          <Input.TextArea {...control} rows={4} value={form.text} onChange={({ target }) => onChange({ text: target.value })} />
        )}
      </FormField>
      <FormField name="place" label={t.place} hint={t.placeHint} problem={problem}>
        {(control) => (
          <Input
            {...control}
            maxLength={MOST_PLACE}
            value={form.place}
            onChange={({ target }) => onChange({ place: target.value })}
          />
        )}
      </FormField>
    </>
  )
}

/** Units that past hand-overs speak for, with the words that decided; asked when the text is whole sentences, not at every letter. */
function Proposals({ form, onChoose }: { form: Form; onChoose: (unitId: string) => void }) {
  const t = useWords(workbenchWords).form
  const asked = { text: steady(form.text), place: form.place.trim().slice(0, MOST_PLACE) }
  const items = useProposal(asked).data?.items ?? []
  if (items.length === 0) return null
  return (
    <fieldset className="concern-proposals">
      <legend>{t.proposals}</legend>
      {items.map(({ unit, words }) => (
        <div key={unit.id}>
          <Button type={unit.id === form.unitId ? 'primary' : 'default'} onClick={() => onChoose(unit.id)}>
            {unit.name}
          </Button>
          {words.length > 0 && <span className="hint">{t.because(words.slice(0, 4).join('、'))}</span>}
        </div>
      ))}
    </fieldset>
  )
}

const STEP = 6

/** The text up to the last mark or whole step of letters, so that a person who types does not ask at every letter. */
function steady(text: string): string {
  const tidy = text.trim().slice(0, MOST_TEXT)
  return /[。！？；，,.!?]$/.test(tidy) ? tidy : tidy.slice(0, tidy.length - (tidy.length % STEP))
}

/** How long everybody has and what that rests on, and who will see it. */
function TermsLine() {
  const t = useWords(workbenchWords)
  const terms = useTerms().data
  const said = ({ amount, unit }: Terms['answer']) => t.term(amount, t.units[unit])
  return (
    <div className="hint">
      <p>{t.form.privacy}</p>
      {terms && <p>{t.form.terms(said(terms.answer), said(terms.confirm))}</p>}
      {terms && <p>{t.form.basis(terms.answer.basis)}</p>}
    </div>
  )
}
