import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { among, briefsFor, linkedFor, publicLinked, scopeFor, toLinked, type Briefs } from '../linked.ts'
import { mayOpen, type Brief } from '../rules/reach.ts'
import type { Detail, Item, PublicOutcome, Visit as VisitView } from './contract.ts'
import { allowed, isShownPublicly, maySee } from './rules/may.ts'
import { isVisitOverdue, visitAllowed } from './rules/visits.ts'
import { find, list, listOf, listPublished, type Outcome, type OutcomeFilter } from './store.ts'
import { list as listVisitRows, type Visit, type VisitFilter } from './visit-store.ts'

export async function listOutcomes(act: Act, query: OutcomeFilter): Promise<{ items: Item[]; next: string | null }> {
  const rows = await list(act.tx, await scopeFor(act, 'pressing.outcome_suggestion'), query)
  const page = cutPage(rows, query.limit, (it) => it.id)
  return { items: page.items.map(toItem), next: page.next }
}

export async function outcomeDetail(act: Act, id: string): Promise<Detail> {
  const it = await find(act.tx, id)
  if (!it) throw notFound('这项成果')
  const members = among(await briefsFor(act.tx, it.suggestionIds), it.suggestionIds)
  if (!maySee(act.actor, it, members)) throw new Hidden('这项成果')
  return toDetail(act, it, members)
}

export function toDetail({ actor }: Act, it: Outcome, members: readonly Brief[]): Detail {
  const { version, evidence } = it
  return { ...toItem(it), version, evidence, suggestions: linkedFor(actor, members), allowed: allowed(actor, it, members) }
}

/** Published outcomes, newest first; confidential suggestions count and are not named. */
export async function publicOutcomes(tx: Tx): Promise<PublicOutcome[]> {
  return shownPublicly(tx, await listPublished(tx))
}

/** The published outcomes of one suggestion, for its public page. */
export async function publicOutcomesOf(tx: Tx, suggestionId: string): Promise<PublicOutcome[]> {
  return shownPublicly(tx, await listOf(tx, suggestionId))
}

export async function listVisits(act: Act, query: VisitFilter): Promise<{ items: VisitView[]; next: string | null }> {
  const page = cutPage(await listVisitRows(act.tx, await scopeFor(act, 'pressing.visit'), query), query.limit, (it) => it.id)
  return {
    items: toVisits(
      act,
      page.items,
      await briefsFor(
        act.tx,
        page.items.map((it) => it.suggestionId),
      ),
    ),
    next: page.next,
  }
}

export function toVisits({ actor, now }: Act, rows: readonly Visit[], briefs: Briefs): VisitView[] {
  const today = toBeijingDate(now)
  return rows.flatMap((it) => {
    const about = briefs.get(it.suggestionId)
    if (!about || !mayOpen(actor, about)) return []
    const { id, dueOn, status, visitedOn, visitors, said, choices, residents } = it
    return [
      {
        id,
        dueOn,
        status,
        visitedOn,
        visitors,
        said,
        choices,
        residents,
        suggestion: toLinked(about),
        unit: it.unitId !== null && it.unitName !== null ? { id: it.unitId, name: it.unitName } : null,
        isOverdue: isVisitOverdue(it, today),
        allowed: visitAllowed(actor, it),
      },
    ]
  })
}

async function shownPublicly(tx: Tx, rows: readonly Outcome[]): Promise<PublicOutcome[]> {
  const briefs = await briefsFor(
    tx,
    rows.flatMap((it) => it.suggestionIds),
  )
  return rows.flatMap((it) => {
    const members = among(briefs, it.suggestionIds)
    if (!isShownPublicly(it, members)) return []
    const { kind, title, measures, change, achievedOn, publishedOn, problems } = toItem(it)
    return [
      {
        kind,
        title,
        measures,
        change,
        achievedOn,
        publishedOn,
        problems,
        evidence: it.evidence,
        suggestions: publicLinked(members),
      },
    ]
  })
}

function toItem(it: Outcome): Item {
  const { id, kind, title, measures, change, achievedOn, status, publishedOn, suggestionIds } = it
  return { id, kind, title, measures, change, achievedOn, status, publishedOn, problems: suggestionIds.length }
}
