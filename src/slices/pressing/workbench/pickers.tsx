import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { ControlProps } from '#workbench/kit.ts'
import { useWords } from '#workbench/kit.ts'
import { calls, useUnits } from './calls.ts'
import { workbenchWords } from './words.ts'

/** Something that was chosen, with the name by which it was. */
export type Picked = { id: string; name: string }

type PickerProps = { control: ControlProps; value: readonly Picked[]; onChange: (value: readonly Picked[]) => void }

/** Units by name or pinyin initials; `isOne` takes one only. */
export function UnitsPicker({ control, value, onChange, isOne = false }: PickerProps & { isOne?: boolean }) {
  const t = useWords(workbenchWords)
  const units = useUnits().data?.items ?? []
  const names = new Map([...units, ...value].map((it) => [it.id, it.name]))
  const isWanted = (typed: string, id: unknown) => {
    const unit = units.find((it) => it.id === id)
    return (
      unit !== undefined &&
      (unit.name.includes(typed) || unit.shortName.includes(typed) || unit.initials.includes(typed.toLowerCase()))
    )
  }
  const pick = (ids: readonly string[]) => onChange(ids.map((id) => ({ id, name: names.get(id) ?? '' })))
  const shared = {
    ...control,
    className: 'pressing-picker',
    placeholder: t.chooseUnit,
    notFoundContent: t.noUnit,
    showSearch: { filterOption: (typed: string, option?: { value?: unknown }) => isWanted(typed.trim(), option?.value) },
    options: [...names].map(([id, name]) => ({ value: id, label: name })),
  }
  if (isOne) return <Select<string> {...shared} value={value[0]?.id ?? null} onChange={(id: string) => pick([id])} />
  return <Select<string[]> {...shared} mode="multiple" value={value.map((it) => it.id)} onChange={pick} />
}

/** Suggestions by number or title, deputies by name or initials: type, choose from what is found, take away again. */
export function FoundPicker({ control, value, onChange, kind }: PickerProps & { kind: 'suggestion' | 'deputy' }) {
  const t = useWords(workbenchWords)
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useQuery({ queryKey: ['search', q], queryFn: () => calls.search({ query: { q } }), enabled: q !== '' })
  const chosen = new Set(value.map((it) => it.id))
  const items = (found.data?.items ?? []).filter((it) => it.kind === kind && !chosen.has(it.id))
  const add = (it: Picked) => {
    onChange([...value, it])
    setTyped('')
  }
  return (
    <div className="found-picker">
      {value.length > 0 && (
        <ul className="picked">
          {value.map((it) => (
            <li key={it.id}>
              <span>{it.name}</span>
              <Button
                size="small"
                aria-label={t.takeAway(it.name)}
                onClick={() => onChange(value.filter((one) => one.id !== it.id))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Input {...control} value={typed} placeholder={t.findBy[kind]} onChange={({ target }) => setTyped(target.value)} />
      {q !== '' && (
        <div role="status">
          {items.length === 0 ? (
            <p className="hint">{found.isPending ? t.finding : t.noneFound}</p>
          ) : (
            <ul className="found">
              {items.map((it) => (
                <li key={it.id}>
                  <button type="button" onClick={() => add({ id: it.id, name: it.title })}>
                    {it.title}
                    {it.detail && <span className="hint">{it.detail}</span>}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
