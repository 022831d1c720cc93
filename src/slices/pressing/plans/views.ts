import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { among, briefsFor, linkedFor, openSuggestion, scopeFor } from '../linked.ts'
import { progressOf } from '../rules/progress.ts'
import type { Brief } from '../rules/reach.ts'
import type { Detail, Item, PlanText } from './contract.ts'
import { allowed, maySee } from './rules/may.ts'
import { find, findOf, list, type Plan } from './store.ts'

export async function listPlans(
  act: Act,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: Item[]; next: string | null }> {
  const page = cutPage(await list(act.tx, await scopeFor(act, 'pressing.plan_member'), query), query.limit, (it) => it.id)
  return { items: await toItems(act.tx, page.items), next: page.next }
}

export async function planDetail({ tx, actor }: Act, id: string): Promise<Detail> {
  const it = await find(tx, id)
  if (!it) throw notFound('这个办理方案')
  const members = among(await briefsFor(tx, it.memberIds), it.memberIds)
  if (!maySee(actor, it.unitId, members)) throw new Hidden('这个办理方案')
  return {
    ...toItem(it, members),
    version: it.version,
    text: it.text,
    replyText: it.replyText,
    members: linkedFor(actor, members),
    allowed: allowed(actor, it.unitId),
  }
}

/** The text that the reply to this suggestion may begin from; null where it is in no plan. */
export async function planText(act: Act, suggestionId: string): Promise<PlanText | null> {
  await openSuggestion(act, suggestionId)
  const it = await findOf(act.tx, suggestionId)
  return it ? { id: it.id, title: it.title, replyText: it.replyText } : null
}

export async function toItems(tx: Tx, plans: readonly Plan[]): Promise<Item[]> {
  const briefs = await briefsFor(
    tx,
    plans.flatMap((it) => it.memberIds),
  )
  return plans.map((it) => toItem(it, among(briefs, it.memberIds)))
}

function toItem(it: Plan, members: readonly Brief[]): Item {
  return { id: it.id, title: it.title, unit: { id: it.unitId, name: it.unitName }, progress: progressOf(members) }
}
