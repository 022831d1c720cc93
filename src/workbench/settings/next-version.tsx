import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWords } from '#lib/ui/locale.tsx'
import { ActionBar } from '../action-bar.tsx'
import { Panel } from '../detail-page.tsx'
import { FormField } from '../form-field.tsx'
import { Problem } from '../problem.ts'
import { Said } from '../said.tsx'
import { useAction, type Action } from '../use-action.ts'
import { useDraft } from '../use-draft.ts'
import { SettingFields, textOf, type SettingField } from './fields.tsx'
import { valueAt, type Settings } from './paths.ts'
import { SettingsTable } from './settings-table.tsx'
import type { SettingsInput, SettingsVersions } from './versions.ts'
import { settingsWords } from './words.ts'

interface Given<S> {
  readonly topic: string
  readonly fields: readonly SettingField[]
  readonly versions: SettingsVersions<S>
  readonly activate: (request: { body: SettingsInput<S> }) => Promise<unknown>
}

interface Form<S> {
  readonly settings: S
  readonly title: string
  readonly effectiveOn: string
}

type Missing = { path: string; message: string }

/** Nothing is activated but what was compared as it stands, against the version that is newest now. */
export function NextVersion<S extends Settings>({ versions, topic, fields, activate }: Given<S>) {
  const t = useWords(settingsWords)
  const { items, lawful, today } = versions
  const after = items[0]?.version ?? 0
  const base = items[0]?.settings ?? lawful
  const draft = useDraft<Form<S>>(`${topic}:${after}`, { settings: base, title: '', effectiveOn: today })
  const [missing, setMissing] = useState<readonly Missing[]>([])
  const [compared, setCompared] = useState<S | null>(null)
  const act = useAction(activate, { topics: [topic], isShown: true, done: t.done(after + 1), onDone: draft.clear })
  const form = draft.value
  const problem = problemOf(missing) ?? act.problem
  const isFresh = compared === form.settings
  const see = () => {
    const found = emptyOnes(fields, form.settings, t.missing)
    setMissing(found)
    setCompared(found.length > 0 ? null : form.settings)
  }
  return (
    <Panel title={t.next}>
      <p className="hint">{t.nextHint}</p>
      <Said problem={problem} />
      <SettingFields
        fields={fields}
        settings={form.settings}
        problem={problem}
        onChange={(settings) => draft.setValue({ ...form, settings })}
      />
      <div className="action-bar">
        <Button onClick={see}>{t.compare}</Button>
        <span className="hint" role="status">
          {compared && !isFresh ? t.changedSince : draft.note}
        </span>
      </div>
      {isFresh && (
        <Activation
          {...{ base, form, fields, after, today, problem, act, setMissing }}
          onType={(part) => draft.setValue({ ...form, ...part })}
        />
      )}
    </Panel>
  )
}

interface ActivationGiven<S> {
  readonly base: S
  readonly form: Form<S>
  readonly fields: readonly SettingField[]
  readonly after: number
  readonly today: string
  readonly problem: Problem | null
  readonly act: Action<{ body: SettingsInput<S> }>
  readonly setMissing: (missing: readonly Missing[]) => void
  readonly onType: (part: { title?: string; effectiveOn?: string }) => void
}

/** The differences, the name and the day, and the act that cannot be taken back. */
function Activation<S extends Settings>({ base, form, fields, after, act, ...rest }: ActivationGiven<S>) {
  const t = useWords(settingsWords)
  const changed = fields.filter((it) => valueAt(base, it.path) !== valueAt(form.settings, it.path))
  if (changed.length === 0) return <p>{t.none}</p>
  const send = () => {
    const title = form.title.trim()
    const found = [
      ...(title.length < 2 ? [{ path: 'title', message: t.missingName }] : []),
      ...(form.effectiveOn < rest.today ? [{ path: 'effectiveOn', message: t.missingDay }] : []),
    ]
    rest.setMissing(found)
    if (found.length === 0) void act.run({ body: { ...form, title, after } })
  }
  const textIn = (settings: S) => (it: SettingField) => textOf(it, settings, t.units)
  return (
    <>
      <p>{t.differenceCount(changed.length)}</p>
      <SettingsTable
        caption={t.differences}
        heads={[t.setting, t.before, t.after]}
        rows={changed.map((it) => [it.label, textIn(base)(it), textIn(form.settings)(it)])}
      />
      <HeadFields form={form} today={rest.today} problem={rest.problem} onType={rest.onType} />
      <ActionBar
        allowed={['activate']}
        actions={[
          {
            name: 'activate',
            label: t.activate,
            run: send,
            isRunning: act.isRunning,
            danger: { effect: t.effect(form.effectiveOn) },
          },
        ]}
      />
    </>
  )
}

type HeadGiven = Pick<ActivationGiven<unknown>, 'today' | 'problem' | 'onType'> & {
  form: Pick<Form<unknown>, 'title' | 'effectiveOn'>
}

function HeadFields({ form, today, problem, onType }: HeadGiven) {
  const t = useWords(settingsWords)
  return (
    <div className="setting-fields">
      <FormField name="title" label={t.name} hint={t.nameHint} problem={problem}>
        {(control) => (
          <Input {...control} maxLength={60} value={form.title} onChange={({ target }) => onType({ title: target.value })} />
        )}
      </FormField>
      <FormField name="effectiveOn" label={t.effectiveOn} problem={problem}>
        {(control) => (
          <Input
            {...control}
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

function emptyOnes(fields: readonly SettingField[], settings: Settings, say: (label: string) => string): Missing[] {
  const isEmpty = ({ path }: SettingField) => ['', 0].includes(valueAt(settings, path))
  return fields.filter(isEmpty).map(({ path, label }) => ({ path: `settings.${path}`, message: say(label) }))
}

function problemOf(fields: readonly Missing[]): Problem | null {
  const [first] = fields
  return first ? new Problem({ status: 422, code: 'incomplete', detail: first.message, fields: [...fields] }) : null
}
