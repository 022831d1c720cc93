import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'

import type { api, SavedFilter, SavedFilters } from '#kernel/preferences/contract.ts'
import { useWords } from '#lib/ui/locale.tsx'

import { client } from './client.ts'
import { controlId } from './form-field.tsx'
import { Problem } from './problem.ts'
import type { Filters } from './use-filters.ts'
import { useFilters } from './use-filters.ts'
import { words } from './words.ts'

const calls = client<typeof api>({
  listSavedFilters: ['GET', '/me/filters'],
  saveFilter: ['POST', '/me/filters'],
  removeFilter: ['DELETE', '/me/filters/{id}'],
})
const KEY = ['saved-filters']

/** 常用筛选 of this list as chips, and the way to keep the present filters under a name. Without an answer nothing is shown. */
export function SavedFilterChips({ names }: { names: readonly string[] }) {
  const t = useWords(words)
  const page = useLocation({ select: ({ pathname }) => pathname }).replace(/^\/workbench(?=\/|$)/, '') || '/'
  const { filters } = useFilters()
  const query = queryOf(filters, names)
  const saved = useQuery({ queryKey: KEY, queryFn: () => calls.listSavedFilters(), staleTime: 300_000, retry: false })
  const here = (saved.data?.items ?? []).filter((it) => it.page === page)
  const remove = useKept((id: string) => calls.removeFilter({ params: { id } }))
  const isKnown = here.some((it) => it.query === query)
  if (!saved.data || (here.length === 0 && query === '')) return null
  return (
    <div className="saved-filters" role="group" aria-label={t.savedFilters}>
      {here.length > 0 && (
        <ul>
          {here.map((it) => (
            <Chip key={it.id} it={it} isCurrent={it.query === query} onRemove={() => remove.mutate(it.id)} />
          ))}
        </ul>
      )}
      {query !== '' && !isKnown && <SaveForm key={query} page={page} query={query} />}
    </div>
  )
}

function Chip({ it, isCurrent, onRemove }: { it: SavedFilter; isCurrent: boolean; onRemove: () => void }) {
  const t = useWords(words)
  return (
    <li className={isCurrent ? 'chip is-current' : 'chip'}>
      <Link to="." search={Object.fromEntries(new URLSearchParams(it.query))} aria-current={isCurrent ? 'true' : undefined}>
        {it.name}
      </Link>
      <button type="button" aria-label={t.removeFilter(it.name)} title={t.removeFilter(it.name)} onClick={onRemove}>
        ×
      </button>
    </li>
  )
}

function SaveForm({ page, query }: { page: string; query: string }) {
  const t = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = useKept(() => calls.saveFilter({ body: { page, name: name.trim(), query } }))
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  if (!isOpen) {
    return (
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {t.saveFilter}
      </button>
    )
  }
  return (
    <form
      className="save-filter"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(undefined, { onSuccess: () => setOpen(false) })
      }}
    >
      <div className="filter-field">
        <label htmlFor={controlId('filterName')}>{t.filterName}</label>
        <input
          id={controlId('filterName')}
          ref={field}
          maxLength={20}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={save.isPending} disabled={name.trim() === ''}>
        {t.save}
      </Button>
      <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
    </form>
  )
}

/** A change of the list, whose answer is the new list. */
function useKept<Given = void>(call: (given: Given) => Promise<SavedFilters>) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const t = useWords(words)
  return useMutation<SavedFilters, Error, Given>({
    mutationFn: call,
    onSuccess: (list) => void queries.setQueryData(KEY, list),
    onError: (error) => void message.error(error instanceof Problem ? error.message : t.unexpected, 8),
  })
}

/** The filters of this list as they stand in the address; the order of typing does not make another filter. */
function queryOf(filters: Filters, names: readonly string[]): string {
  const known = names.flatMap((name) => (filters[name] ? [[name, filters[name]]] : []))
  return new URLSearchParams(known.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))).toString()
}
