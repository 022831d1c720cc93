import { Input, Select } from 'antd'
import { useWords } from '#lib/ui/locale.tsx'
import { FormField } from '../form-field.tsx'
import type { Problem } from '../problem.ts'
import { valueAt, withValue, type Setting, type Settings } from './paths.ts'
import { settingsWords } from './words.ts'

/** One line of the settings; `unit` is a term's month, day or working day. */
export interface SettingField {
  readonly path: string
  readonly label: string
  readonly kind: 'number' | 'text' | 'unit'
  readonly hint?: string
}

interface Given<S extends Settings> {
  readonly fields: readonly SettingField[]
  readonly settings: S
  readonly problem: Problem | null
  readonly onChange: (settings: S) => void
}

export function SettingFields<S extends Settings>({ fields, settings, problem, onChange }: Given<S>) {
  return (
    <div className="setting-fields">
      {fields.map((field) => (
        <FormField key={field.path} name={`settings.${field.path}`} label={field.label} hint={field.hint} problem={problem}>
          {(control) => (
            <Control
              control={control}
              kind={field.kind}
              value={valueAt(settings, field.path)}
              onChange={(value) => onChange(withValue(settings, field.path, value))}
            />
          )}
        </FormField>
      ))}
    </div>
  )
}

interface ControlGiven {
  readonly control: object
  readonly kind: SettingField['kind']
  readonly value: Setting
  readonly onChange: (value: Setting) => void
}

/** An empty number is 0, which the form refuses. */
function Control({ control, kind, value, onChange }: ControlGiven) {
  const t = useWords(settingsWords)
  if (kind === 'unit') {
    const options = Object.entries(t.units).map(([one, label]) => ({ value: one, label }))
    return <Select<string> {...control} value={String(value)} options={options} onChange={onChange} />
  }
  if (kind === 'text') {
    return (
      <Input
        {...control}
        maxLength={200}
        autoComplete="off"
        value={String(value)}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  }
  return (
    <Input
      {...control}
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      value={value === 0 ? '' : String(value)}
      onChange={({ target }) => onChange(Number(target.value.replaceAll(/\D/g, '')))}
    />
  )
}

/** A setting as people read it. */
export function textOf(field: SettingField, settings: Settings, units: Readonly<Record<string, string>>): string {
  const value = String(valueAt(settings, field.path))
  return field.kind === 'unit' ? (units[value] ?? value) : value
}
