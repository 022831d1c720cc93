import { findUnit } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { cutPage } from '#lib/http/page.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Named } from '../contract.ts'
import { briefsFor, openSuggestion, toLinked, type Briefs } from '../linked.ts'
import { mayOpen, seesEverything, type Brief } from '../rules/reach.ts'
import type { CaseEnquiries, Item } from './contract.ts'
import { allowed, askRefusal, isOverdue } from './rules/may.ts'
import { list, listOf, type Enquiry } from './store.ts'

/** The enquiries that concern this reader: every one for the offices, its own for a unit and a deputy. */
export async function listEnquiries(
  act: Act,
  query: { limit: number; cursor?: string | undefined; open?: 'yes' | undefined },
): Promise<{ items: Item[]; next: string | null }> {
  const { actor, tx } = act
  const unitId = actor.roles.has('handling_unit') ? actor.unitId : null
  const deputyId = actor.roles.has('deputy') ? actor.deputyId : null
  const scope = seesEverything(actor)
    ? { kind: 'all' as const }
    : { kind: 'theirs' as const, unitId, deputyId, suggestionIds: [] }
  const page = cutPage(await list(tx, scope, query), query.limit, (it) => it.id)
  const briefs = await briefsFor(
    tx,
    page.items.map((it) => it.suggestionId),
  )
  return { items: toItems(act, page.items, briefs), next: page.next }
}

/** What was asked about one suggestion, newest first, for whoever may open it. */
export async function enquiriesOf(act: Act, id: string): Promise<CaseEnquiries> {
  const about = await openSuggestion(act, id)
  const rows = await listOf(act.tx, id)
  return { items: toItems(act, rows, new Map([[id, about]])), askable: await askable(act, about) }
}

async function askable({ tx, actor, now }: Act, about: Brief): Promise<Named[]> {
  if (askRefusal(actor, about)) return []
  const ids = [...new Set([...(about.unitId ? [about.unitId] : []), ...about.unitIds])]
  const units: Named[] = []
  for (const id of ids) {
    const unit = await findUnit(tx, id, toBeijingDate(now))
    if (unit) units.push({ id, name: unit.name })
  }
  return units
}

function toItems({ actor, now }: Act, rows: readonly Enquiry[], briefs: Briefs): Item[] {
  const today = toBeijingDate(now)
  return rows.flatMap((it) => {
    const about = briefs.get(it.suggestionId)
    if (!about || !mayOpen(actor, about)) return []
    const { id, kind, text, askedOn, wantedOn, status, acknowledgedOn, contactKind, contactedOn, answer } = it
    return [
      {
        id,
        kind,
        text,
        askedOn,
        wantedOn,
        status,
        acknowledgedOn,
        suggestion: toLinked(about),
        unit: { id: it.unitId, name: it.unitName },
        deputy: { id: it.deputyId, name: it.deputyName },
        contact: contactKind && contactedOn && answer ? { kind: contactKind, on: contactedOn, answer } : null,
        isOverdue: isOverdue(it, today),
        allowed: allowed(actor, it),
      },
    ]
  })
}
