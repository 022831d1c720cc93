import { Input, Select } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { FormField } from '#workbench/kit.ts'
import type { Settings } from './profile-form.ts'

/** What every part of the form is given: the settings so far, what is wrong with them, and the way to change some. */
export type Part = { settings: Settings; problem: Problem | null; onChange: (change: Partial<Settings>) => void }

type Given<V> = { name: string; label: string; hint?: string; value: V; problem: Problem | null; onChange: (value: V) => void }

/** One line of text at a path of the settings. */
export function TextField({ name, label, hint, value, problem, onChange, most = 200 }: Given<string> & { most?: number }) {
  return (
    <FormField name={`settings.${name}`} label={label} hint={hint} problem={problem}>
      {(control) => (
        <Input {...control} maxLength={most} autoComplete="off" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </FormField>
  )
}

/** A whole number; an empty field is 0, which the form refuses. */
export function NumberField({ name, label, hint, value, problem, onChange }: Given<number>) {
  return (
    <FormField name={`settings.${name}`} label={label} hint={hint} problem={problem}>
      {(control) => (
        <Input
          {...control}
          className="number-input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          value={value === 0 ? '' : String(value)}
          onChange={({ target }) => onChange(Number(target.value.replaceAll(/\D/g, '')))}
        />
      )}
    </FormField>
  )
}

/** One of a few words, by its dictionary. */
export function WordField<V extends string>({
  name,
  label,
  hint,
  value,
  problem,
  onChange,
  words,
}: Given<V> & { words: Readonly<Record<V, string>> }) {
  const options = (Object.keys(words) as V[]).map((one) => ({ value: one, label: words[one] }))
  return (
    <FormField name={`settings.${name}`} label={label} hint={hint} problem={problem}>
      {(control) => <Select<V> {...control} value={value} options={options} onChange={onChange} />}
    </FormField>
  )
}

/** A question of yes or no. */
export function CheckField({ label, value, onChange }: { label: string; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="profile-check">
      <input type="checkbox" checked={value} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}
