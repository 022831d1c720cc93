import { Select } from 'antd'
import type { ControlProps } from '#workbench/kit.ts'
import { useWords } from '#workbench/kit.ts'
import { useUnits } from './calls.ts'
import { isMatch, withFirst } from './unit-match.ts'
import { workbenchWords } from './words.ts'

/** A unit by its name or its pinyin initials; `first` is the one on top of the list. */
export function UnitPicker({
  control,
  value,
  first,
  placeholder,
  onChange,
}: {
  control?: ControlProps
  value: string | null
  first?: string | undefined
  placeholder?: string
  onChange: (id: string | null) => void
}) {
  const t = useWords(workbenchWords)
  const units = withFirst(useUnits().data?.items ?? [], first)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const isWanted = (typed: string, id: unknown) => {
    const unit = typeof id === 'string' ? byId.get(id) : undefined
    return unit !== undefined && isMatch(unit, typed)
  }
  return (
    <Select<string>
      {...control}
      className="unit-picker"
      value={value}
      allowClear
      placeholder={placeholder ?? t.chooseUnit}
      notFoundContent={t.noUnit}
      showSearch={{ filterOption: (typed, option) => isWanted(typed, option?.value) }}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  )
}
