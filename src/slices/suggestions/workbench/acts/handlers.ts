import type { HandlerInput, Part } from '../../contract.ts'
import { assignmentProblem } from '../../rules/handling.ts'
import type { Missing } from '../incomplete.ts'

/** A row of the hand-over while it is filled in; a unit that is not chosen yet is null. */
export type HandlerRow = { unitId: string | null; part: Part; scope: string }
export type Way = 'leadAndCo' | 'severalLeads' | 'separate'

export function firstRows(unitId: string | null): HandlerRow[] {
  return [{ unitId, part: 'lead', scope: '' }]
}

/** A unit chosen from what is proposed: it fills the first row that is empty, or takes the place of the first one. */
export function picked(rows: readonly HandlerRow[], unitId: string): HandlerRow[] {
  if (rows.some((row) => row.unitId === unitId)) return [...rows]
  const empty = rows.findIndex((row) => row.unitId === null)
  return rows.map((row, at) => (at === Math.max(0, empty) ? { ...row, unitId } : row))
}

export function wayOf(rows: readonly HandlerRow[]): Way {
  if (rows.some(({ part }) => part === 'separate')) return 'separate'
  return rows.filter(({ part }) => part === 'lead').length > 1 ? 'severalLeads' : 'leadAndCo'
}

/** The same units in another arrangement; a way that takes two has two rows. */
export function rearranged(rows: readonly HandlerRow[], way: Way): HandlerRow[] {
  const least = way === 'leadAndCo' ? 1 : 2
  const filled = [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, () => added('lead'))]
  const partAt = (at: number): Part => {
    if (way === 'separate') return 'separate'
    return at < least ? 'lead' : 'co'
  }
  return filled.map((row, at) => ({ ...row, part: partAt(at) }))
}

export function added(part: Part): HandlerRow {
  return { unitId: null, part, scope: '' }
}

/** The body to send; only of rows without anything missing. */
export function handlersOf(rows: readonly HandlerRow[]): HandlerInput[] {
  return rows.flatMap(({ unitId, part, scope }) =>
    unitId === null ? [] : [{ unitId, part, scope: part === 'separate' ? scope.trim() : '' }],
  )
}

/** What keeps these rows from being handed over, in the order of the form. */
export function missingInHandlers(rows: readonly HandlerRow[], unitMissing: string): Missing[] {
  const empty = rows.flatMap(({ unitId }, at) =>
    unitId === null ? [{ path: `handlers.${at}.unitId`, message: unitMissing }] : [],
  )
  if (empty.length > 0) return empty
  const wrong = assignmentProblem(handlersOf(rows))
  if (!wrong) return []
  const vague = rows.findIndex((row) => row.part === 'separate' && row.scope.trim() === '')
  return [{ path: vague < 0 ? 'handlers.0.unitId' : `handlers.${vague}.scope`, message: wrong }]
}
