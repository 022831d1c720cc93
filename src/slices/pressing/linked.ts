import type { Act } from '#kernel/identity/act.ts'
import { findBriefs } from '#slices/suggestions/api.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Linked, PublicLinked } from './contract.ts'
import { linkedIds, type LinkTable } from './link-store.ts'
import { isPublic, isTheirs, mayName, mayOpen, seesEverything, type Brief } from './rules/reach.ts'

export type Briefs = ReadonlyMap<string, Brief>

/** The suggestions of these ids as their own slice tells of them now. */
export async function briefsFor(tx: Tx, ids: readonly string[]): Promise<Briefs> {
  const wanted = [...new Set(ids)]
  const rows: readonly Brief[] = wanted.length > 0 ? await findBriefs(tx, wanted) : []
  return new Map(rows.map((it) => [it.id, it]))
}

/** In the order of `ids`. */
export function among(briefs: Briefs, ids: readonly string[]): Brief[] {
  return ids.flatMap((id) => briefs.get(id) ?? [])
}

export function toLinked({ id, reference, number, title, status, unitName, deputyName, repliedOn }: Brief): Linked {
  return { id, reference, number, title, status, unitName, deputyName, isAnswered: repliedOn !== null && status !== 'withdrawn' }
}

/** Those of the members that this reader may be told of. */
export function linkedFor(actor: Act['actor'], members: readonly Brief[]): Linked[] {
  return members
    .filter((it) => mayName(actor, it))
    .toSorted(byReference)
    .map(toLinked)
}

/** What leaves the house of the members: numbers and titles of those that are public. */
export function publicLinked(members: readonly Brief[]): PublicLinked[] {
  const shown = members.filter(isPublic).toSorted(byReference)
  return shown.map(({ reference, title }) => ({ reference: reference ?? '', title }))
}

/** Numbers are padded, so that their order as text is their order. */
function byReference(a: Brief, b: Brief): number {
  return (a.reference ?? '') < (b.reference ?? '') ? -1 : 1
}

/** The suggestions that a form named, if each has a number and may be known to the actor; 422 at the field `path` otherwise. */
export async function knownSuggestions({ tx, actor }: Act, ids: readonly string[], path: string): Promise<Brief[]> {
  const wanted = [...new Set(ids)]
  const found = among(await briefsFor(tx, wanted), wanted).filter((it) => it.reference !== null && mayName(actor, it))
  if (found.length === wanted.length) return found
  const message = '有的建议没有找到，或者还没有立案编号。请从列表里重新选择。'
  throw new Problem(422, 'unknown-suggestion', message, { fields: [{ path, message }] })
}

/** A suggestion that this actor may open, or 404: an office, its unit, its deputy. */
export async function openSuggestion({ tx, actor }: Act, id: string): Promise<Brief> {
  const it = (await briefsFor(tx, [id])).get(id)
  if (!it) throw notFound('这件建议')
  if (!mayOpen(actor, it)) throw new Hidden('这件建议')
  return it
}

/** Which rows a list may hold: every one, or those that are about this person's suggestions, unit or seat. */
export type Scope =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'theirs'
      readonly unitId: string | null
      readonly deputyId: string | null
      readonly suggestionIds: readonly string[]
    }

/** The widest scope of an actor in one table of links. */
export async function scopeFor({ tx, actor }: Act, table: LinkTable): Promise<Scope> {
  if (seesEverything(actor)) return { kind: 'all' }
  const briefs = await briefsFor(tx, await linkedIds(tx, table))
  const suggestionIds = [...briefs.values()].filter((it) => isTheirs(actor, it)).map((it) => it.id)
  const unitId = actor.roles.has('handling_unit') ? actor.unitId : null
  return { kind: 'theirs', unitId, deputyId: actor.roles.has('deputy') ? actor.deputyId : null, suggestionIds }
}
