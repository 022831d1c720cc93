import { useEffect, useRef, useState } from 'react'

import { useWords } from '#lib/ui/locale.tsx'
import { SelectOptions, type SelectGroup, type SelectOption } from '#lib/ui/select-options.tsx'

import { controlId } from './form-field.tsx'
import { useFilters } from './use-filters.ts'
import { useKeys } from './use-keys.ts'
import { words } from './words.ts'

export type FilterSpec =
  | { kind: 'text' | 'date'; name: string; label: string }
  /** A filter that only a link sets: shown while it is in the address, with the words that stand there under `textName`. */
  | { kind: 'given'; name: string; label: string; textName: string }
  | { kind: 'select'; name: string; label: string; options: readonly (SelectOption | SelectGroup)[] }

const PAUSE = 300

/** Filters that stand in the address and take effect as they are chosen; `/` goes to the first of them. */
export function FilterBar({ specs }: { specs: readonly FilterSpec[] }) {
  const t = useWords(words)
  const { filters, clearFilters } = useFilters()
  const bar = useRef<HTMLFormElement>(null)
  useKeys({
    '/': { label: t.keyFilter, run: () => bar.current?.querySelector<HTMLElement>('input, select')?.focus(), isMotion: true },
  })
  return (
    <form className="filter-bar" role="search" aria-label={t.filter} ref={bar} onSubmit={(event) => event.preventDefault()}>
      {specs.map((spec) =>
        spec.kind === 'given' ? (
          <GivenFilter key={spec.name} spec={spec} />
        ) : (
          <div className="filter-field" key={spec.name}>
            <label htmlFor={controlId(`filter.${spec.name}`)}>{spec.label}</label>
            <FilterControl spec={spec} />
          </div>
        ),
      )}
      {specs.some(({ name }) => filters[name]) && (
        <button type="button" className="plain-button" onClick={clearFilters}>
          {t.clearFilters}
        </button>
      )}
    </form>
  )
}

function GivenFilter({ spec }: { spec: Extract<FilterSpec, { kind: 'given' }> }) {
  const t = useWords(words)
  const { filters, setFilters } = useFilters()
  const text = filters[spec.textName] ?? ''
  if (!filters[spec.name]) return null
  return (
    <span className="chip is-current">
      <span>
        {spec.label}：{text}
      </span>
      <button
        type="button"
        aria-label={t.removeGiven(spec.label, text)}
        title={t.removeGiven(spec.label, text)}
        onClick={() => setFilters({ [spec.name]: '', [spec.textName]: '' })}
      >
        ×
      </button>
    </span>
  )
}

function FilterControl({ spec }: { spec: Exclude<FilterSpec, { kind: 'given' }> }) {
  if (spec.kind === 'select') return <SelectFilter spec={spec} />
  return spec.kind === 'date' ? <DateFilter name={spec.name} /> : <TextFilter name={spec.name} />
}

/** A day, `YYYY-MM-DD`; what is typed halfway is empty, so it never reaches the address. */
function DateFilter({ name }: { name: string }) {
  const { filters, setFilters } = useFilters()
  return (
    <input
      type="date"
      id={controlId(`filter.${name}`)}
      value={filters[name] ?? ''}
      onChange={({ target }) => setFilters({ [name]: target.value })}
    />
  )
}

function SelectFilter({ spec }: { spec: Extract<FilterSpec, { kind: 'select' }> }) {
  const t = useWords(words)
  const { filters, setFilters } = useFilters()
  return (
    <select
      id={controlId(`filter.${spec.name}`)}
      value={filters[spec.name] ?? ''}
      onChange={({ target }) => setFilters({ [spec.name]: target.value })}
    >
      <option value="">{t.all}</option>
      <SelectOptions options={spec.options} />
    </select>
  )
}

/** Waits for a pause in typing and for the end of a composition before it asks the server. */
function TextFilter({ name }: { name: string }) {
  const { filters, setFilters } = useFilters()
  const inAddress = filters[name] ?? ''
  const [typed, setTyped] = useState(inAddress)
  const [known, setKnown] = useState(inAddress)
  const [isComposing, setComposing] = useState(false)
  if (inAddress !== known) {
    setKnown(inAddress)
    setTyped(inAddress)
  }
  useEffect(() => {
    if (isComposing || typed === inAddress) return
    const timer = setTimeout(() => setFilters({ [name]: typed }), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, inAddress, isComposing, name, setFilters])
  return (
    <input
      type="search"
      id={controlId(`filter.${name}`)}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
    />
  )
}
