import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Filter values as they stand in the address; all text, absent where not set. */
export type Filters = Readonly<Record<string, string>>

/** Filters in the address, so that a view can be shared and the way back keeps it. An empty value leaves the address. */
export function useFilters(): {
  filters: Filters
  setFilters: (change: Record<string, string>) => void
  clearFilters: () => void
} {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const filters = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]))
  const go = useCallback(
    (next: (old: Record<string, unknown>) => Record<string, unknown>) =>
      void navigate({ to: '.', search: (old: Record<string, unknown>) => next(old), replace: true }),
    [navigate],
  )
  const setFilters = useCallback(
    (change: Record<string, string>) =>
      go((old) => Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value !== ''))),
    [go],
  )
  const clearFilters = useCallback(() => go(() => ({})), [go])
  return { filters, setFilters, clearFilters }
}

/** A parameter of the page's path (`$id`); a path without it is a mistake of the program. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`The path of this page has no $${name}`)
  return value
}
