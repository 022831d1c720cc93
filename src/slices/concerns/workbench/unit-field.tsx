import { Select } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { FormField, useWords } from '#workbench/kit.ts'
import { useUnits } from './calls.ts'
import { workbenchWords } from './words.ts'

type Given = {
  name: string
  label: string
  hint?: string
  value: string | null
  problem: Problem | null
  onChange: (id: string | null) => void
}

/** A unit by its name or its pinyin initials. */
export function UnitField({ name, label, hint, value, problem, onChange }: Given) {
  const t = useWords(workbenchWords).form
  const units = useUnits()
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const isWanted = (typed: string, id: unknown) => {
    const unit = typeof id === 'string' ? byId.get(id) : undefined
    const wanted = typed.replaceAll(/\s/g, '').toLowerCase()
    return unit !== undefined && [unit.name, unit.shortName, unit.initials.toLowerCase()].some((one) => one.includes(wanted))
  }
  return (
    <FormField name={name} label={label} problem={problem} {...(hint && { hint })}>
      {(control) => (
        <Select<string>
          {...control}
          className="concern-unit"
          value={value}
          allowClear
          placeholder={t.unitPlaceholder}
          notFoundContent={t.noUnit}
          showSearch={{ filterOption: (typed, option) => isWanted(typed, option?.value) }}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          onChange={(id: string | undefined) => onChange(id ?? null)}
        />
      )}
    </FormField>
  )
}
