import { useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ActionBar, FormField, Panel, useAction, useDraft, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import { incomplete } from '../incomplete.ts'
import { Differences } from './differences.tsx'
import { ClockFields, HandlingFields, JointFields, VocabularyFields } from './handling-fields.tsx'
import { ClassFields, GroundFields } from './list-fields.tsx'
import type { Comparison } from './profile-calls.ts'
import { calls, topics } from './profile-calls.ts'
import { missingInHead, missingInSettings } from './profile-form.ts'
import type { ProfileForm, Settings } from './profile-form.ts'
import { TermFields } from './term-fields.tsx'
import { versionWords } from './words.ts'

type Compared = { settings: Settings; after: number; comparison: Comparison }

/** The form over one start; nothing is activated but what was compared as it stands, against the version that is newest now. */
export function ProfileEditor({
  from,
  settings,
  newest,
  today,
}: {
  from: string
  settings: Settings
  newest: number
  today: string
}) {
  const t = useWords(versionWords)
  const draft = useDraft<ProfileForm>(`suggestion-profile:${from}`, { from, settings, title: '', effectiveOn: today })
  const [missing, setMissing] = useState<Problem | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)
  const compare = useAction(calls.compareProfile, {
    topics: ['suggestion-profiles'],
    isShown: true,
    onDone: (comparison, { body }) => setCompared({ settings: form.settings, after: body.after, comparison }),
  })
  const form = draft.value
  const problem = missing ?? compare.problem
  const change = (part: Partial<Settings>) => draft.setValue({ ...form, settings: { ...form.settings, ...part } })
  const see = () => {
    const found = incomplete(missingInSettings(form.settings, t.missing))
    setMissing(found)
    setCompared(null)
    if (!found) void compare.run({ body: { after: newest, settings: form.settings } })
  }
  const isFresh = compared !== null && compared.settings === form.settings && compared.after === newest
  const part = { settings: form.settings, problem, onChange: change }
  return (
    <>
      <Said problem={problem} />
      <TermFields {...part} />
      <ClockFields {...part} />
      <HandlingFields {...part} />
      <JointFields {...part} />
      <ClassFields {...part} />
      <GroundFields {...part} />
      <VocabularyFields {...part} />
      <div className="action-bar">
        <Button type="primary" loading={compare.isRunning} onClick={see}>
          {t.compare}
        </Button>
        <span className="hint" role="status">
          {compared && !isFresh ? t.changedSince : draft.note}
        </span>
      </div>
      {compared && isFresh && (
        <Activation
          compared={compared}
          form={form}
          today={today}
          onType={(head) => draft.setValue({ ...form, ...head })}
          onDone={draft.clear}
        />
      )}
    </>
  )
}

type ActivationGiven = {
  compared: Compared
  form: ProfileForm
  today: string
  onType: (head: Partial<Pick<ProfileForm, 'title' | 'effectiveOn'>>) => void
  onDone: () => void
}

/** The differences, the name and the day, and the act that cannot be taken back. */
function Activation({ compared, form, today, onType, onDone }: ActivationGiven) {
  const t = useWords(versionWords)
  const navigate = useNavigate()
  const [missing, setMissing] = useState<Problem | null>(null)
  const { after, comparison } = compared
  const act = useAction(calls.activateProfile, {
    topics,
    isShown: true,
    done: ({ version, effectiveOn }) => t.done(version, effectiveOn),
    onDone: () => {
      onDone()
      void navigate({ to: '/admin/profile' })
    },
  })
  const problem = missing ?? act.problem
  const send = () => {
    const found = incomplete(missingInHead(form, today, t.missing))
    setMissing(found)
    if (found) return
    const { title, effectiveOn, settings } = form
    void act.run({ body: { after, title: title.trim(), effectiveOn, settings } })
  }
  const isSame = comparison.with !== null && comparison.differences.length === 0
  return (
    <Panel title={comparison.with ? t.differences(comparison.with.version) : t.firstVersion}>
      <Differences comparison={comparison} />
      {!isSame && (
        <>
          <Said problem={problem} />
          <HeadFields form={form} today={today} problem={problem} onType={onType} />
          <p>{t.activateEffect(after + 1, form.effectiveOn)}</p>
          <ActionBar
            allowed={['activate']}
            actions={[
              {
                name: 'activate',
                label: t.activate,
                run: send,
                isRunning: act.isRunning,
                danger: { effect: t.activateEffect(after + 1, form.effectiveOn) },
              },
            ]}
          />
        </>
      )}
    </Panel>
  )
}

type HeadGiven = Pick<ActivationGiven, 'form' | 'today' | 'onType'> & { problem: Problem | null }

function HeadFields({ form, today, problem, onType }: HeadGiven) {
  const t = useWords(versionWords)
  return (
    <div className="field-row">
      <FormField name="title" label={t.name} hint={t.titleHint} problem={problem}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            autoComplete="off"
            value={form.title}
            onChange={({ target }) => onType({ title: target.value })}
          />
        )}
      </FormField>
      <FormField name="effectiveOn" label={t.effectiveOn} problem={problem}>
        {(control) => (
          <Input
            {...control}
            className="day-input"
            type="date"
            min={today}
            value={form.effectiveOn}
            onChange={({ target }) => onType({ effectiveOn: target.value })}
          />
        )}
      </FormField>
    </div>
  )
}
