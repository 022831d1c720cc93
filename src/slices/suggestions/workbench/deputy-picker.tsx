import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { ControlProps } from '#workbench/kit.ts'
import { useWords } from '#workbench/kit.ts'
import { actWords } from './act-words.ts'
import { calls } from './calls.ts'

export type Chosen = { id: string; name: string }

/** Several deputies, found by name or pinyin initials; who is asked already is not offered. */
export function DeputyPicker({
  control,
  value,
  without,
  onChange,
}: {
  control?: ControlProps
  value: readonly Chosen[]
  without: readonly string[]
  onChange: (chosen: Chosen[]) => void
}) {
  const t = useWords(actWords)
  const [typed, setTyped] = useState('')
  const found = useQuery({
    queryKey: ['deputies', typed],
    queryFn: () => calls.findDeputies({ query: { q: typed } }),
    enabled: typed !== '',
  })
  const options = (found.data?.items ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, delegation }) => ({ value: id, label: delegation ? `${name}（${delegation}）` : name, name }))
  return (
    <Select<{ value: string; label: React.ReactNode }[]>
      {...control}
      className="unit-picker"
      mode="multiple"
      labelInValue
      value={value.map(({ id, name }) => ({ value: id, label: name }))}
      placeholder={t.inviteHint}
      notFoundContent={typed === '' || found.isPending ? t.inviteHint : t.inviteNone}
      showSearch={{ filterOption: false, onSearch: (text) => setTyped(text.trim()) }}
      options={options}
      onChange={(next) => onChange(next.map((one) => chosenOf(one, value, options)))}
    />
  )
}

function chosenOf(
  { value: id, label }: { value: string; label: React.ReactNode },
  before: readonly Chosen[],
  options: readonly { value: string; name: string }[],
): Chosen {
  const name = before.find((one) => one.id === id)?.name ?? options.find((one) => one.value === id)?.name
  return { id, name: name ?? String(label) }
}
