import { Input, Select } from 'antd'
import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ControlProps, Problem } from '#workbench/kit.ts'
import { FormField, useWords } from '#workbench/kit.ts'
import { adminWords } from './admin-words.ts'
import { calls } from './calls.ts'

export type Typed = { name: string; unitId: string | null; deputyId: string | null; phone: string }
type Named = { id: string; name: string }

const HOUR = 3_600_000

/** Name, unit, deputy and mobile number: the same questions when an account is opened and when it is edited. */
export function AccountFields({
  typed,
  onChange,
  problem,
  deputy = null,
  phoneHint,
}: {
  typed: Typed
  onChange: (typed: Typed) => void
  problem: Problem | null
  /** The deputy that the account has now, to be shown by name. */
  deputy?: Named | null
  phoneHint: string
}) {
  const t = useWords(adminWords)
  const set = (change: Partial<Typed>) => onChange({ ...typed, ...change })
  return (
    <>
      <FormField name="name" label={t.name} problem={problem}>
        {(control) => (
          <Input
            {...control}
            maxLength={50}
            autoComplete="off"
            value={typed.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </FormField>
      <FormField name="unitId" label={t.unit} hint={t.unitHint} problem={problem} isOptional>
        {(control) => <UnitPicker control={control} value={typed.unitId} onChange={(unitId) => set({ unitId })} />}
      </FormField>
      <FormField name="deputyId" label={t.deputy} hint={t.deputyHint} problem={problem} isOptional>
        {(control) => (
          <DeputyPicker control={control} value={typed.deputyId} now={deputy} onChange={(deputyId) => set({ deputyId })} />
        )}
      </FormField>
      <FormField name="phone" label={t.phone} hint={phoneHint} problem={problem} isOptional>
        {(control) => (
          <Input
            {...control}
            className="code-input"
            inputMode="numeric"
            autoComplete="off"
            maxLength={11}
            value={typed.phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
        )}
      </FormField>
    </>
  )
}

type PickerGiven = { control: ControlProps; value: string | null; onChange: (id: string | null) => void }

function UnitPicker({ control, value, onChange }: PickerGiven) {
  const t = useWords(adminWords)
  const units = useQuery({ queryKey: ['units'], queryFn: () => calls.listUnits(), staleTime: HOUR }).data?.items ?? []
  const initialsOf = new Map(units.map(({ id, initials }) => [id, initials]))
  return (
    <Select<string>
      {...control}
      className="picker"
      getPopupContainer={({ parentElement }) => parentElement ?? document.body}
      value={value}
      allowClear
      placeholder={t.chooseUnit}
      notFoundContent={t.noUnit}
      showSearch={{
        filterOption: (asked, option) => {
          const known = initialsOf.get(String(option?.value)) ?? ''
          return String(option?.label).includes(asked) || known.startsWith(asked.toLowerCase())
        },
      }}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  )
}

function DeputyPicker({ control, value, now, onChange }: PickerGiven & { now: Named | null }) {
  const t = useWords(adminWords)
  const [q, setQ] = useState('')
  const found = useQuery({
    queryKey: ['deputies', q],
    queryFn: () => calls.findDeputies({ query: { q } }),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const known = now ? [{ value: now.id, label: now.name }] : []
  const items = (found.data?.items ?? []).map(({ id, name, delegation }) => ({
    value: id,
    label: delegation ? `${name}（${delegation}）` : name,
  }))
  return (
    <Select<string>
      {...control}
      className="picker"
      getPopupContainer={({ parentElement }) => parentElement ?? document.body}
      value={value}
      allowClear
      placeholder={t.chooseDeputy}
      notFoundContent={q.trim() === '' ? t.typeMore : t.noDeputy}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={[...items, ...known.filter((it) => items.every(({ value: id }) => id !== it.value))]}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  )
}
