import type { Act } from '#kernel/identity/act.ts'
import { cutPage } from '#lib/http/page.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { briefsFor, scopeFor, toLinked, type Briefs } from '../linked.ts'
import { mayOpen } from '../rules/reach.ts'
import type { Item } from './contract.ts'
import { allowed, isOverdue } from './rules/may.ts'
import { list, type Guidance } from './store.ts'

export async function listGuidance(
  act: Act,
  query: { limit: number; cursor?: string | undefined; open?: 'yes' | undefined },
): Promise<{ items: Item[]; next: string | null }> {
  const page = cutPage(await list(act.tx, await scopeFor(act, 'pressing.guidance'), query), query.limit, (it) => it.id)
  const briefs = await briefsFor(
    act.tx,
    page.items.map((it) => it.suggestionId),
  )
  return { items: toItems(act, page.items, briefs), next: page.next }
}

export function toItems({ actor, now }: Act, rows: readonly Guidance[], briefs: Briefs): Item[] {
  const today = toBeijingDate(now)
  return rows.flatMap((it) => {
    const about = briefs.get(it.suggestionId)
    if (!about || !mayOpen(actor, about)) return []
    const { id, text, issuedOn, dueOn, status, acknowledgedOn, answer, answeredOn } = it
    return [
      {
        id,
        text,
        issuedOn,
        dueOn,
        status,
        acknowledgedOn,
        answer,
        answeredOn,
        suggestion: toLinked(about),
        unit: { id: it.unitId, name: it.unitName },
        isOverdue: isOverdue(it, today),
        allowed: allowed(actor, it),
      },
    ]
  })
}
