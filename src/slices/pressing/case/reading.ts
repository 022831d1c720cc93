import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate, type DateOnly } from '#lib/pure/date.ts'
import * as event from '../events/store.ts'
import { publicMeetingsOf, toItem as toEvent } from '../events/views.ts'
import { issueRefusal } from '../guidance/rules/may.ts'
import * as guidance from '../guidance/store.ts'
import { toItems as toGuidance } from '../guidance/views.ts'
import { among, briefsFor, openSuggestion } from '../linked.ts'
import { kinds } from '../outcomes/contract.ts'
import { recordRefusal } from '../outcomes/rules/may.ts'
import { planRefusal } from '../outcomes/rules/visits.ts'
import * as outcome from '../outcomes/store.ts'
import { publicOutcomesOf, toDetail as toOutcome, toVisits } from '../outcomes/views.ts'
import * as visit from '../outcomes/visit-store.ts'
import * as plan from '../plans/store.ts'
import { toItems as toPlans } from '../plans/views.ts'
import { isPublic, seesEverything, type Brief } from '../rules/reach.ts'
import { statuses } from '../topics/contract.ts'
import { isDecided } from '../topics/rules/lifecycle.ts'
import * as topic from '../topics/store.ts'
import { toItems as toTopics } from '../topics/views.ts'
import type { CaseAction, CasePressing, PressingSummary, PublicPressing } from './contract.ts'

/** Everything that presses for one suggestion, for whoever may open it. A topic is told outside the offices once it was decided. */
export async function readCase(act: Act, id: string): Promise<CasePressing> {
  const { tx, actor } = act
  const about = await openSuggestion(act, id)
  const topics = (await topic.listOf(tx, id)).filter((it) => seesEverything(actor) || isDecided(it.status))
  const found = await plan.findOf(tx, id)
  const outcomes = await outcome.listOf(tx, id)
  const briefs = await briefsFor(tx, [id, ...outcomes.flatMap((it) => it.suggestionIds)])
  return {
    topics: await toTopics(tx, topics),
    plan: (await toPlans(tx, found ? [found] : []))[0] ?? null,
    events: (await event.listOf(tx, id)).map((it) => ({ ...toEvent(it), result: resultOf(it, id) })),
    guidance: toGuidance(act, await guidance.listOf(tx, id), briefs),
    outcomes: outcomes.map((it) => toOutcome(act, it, among(briefs, it.suggestionIds))),
    visits: toVisits(act, await visit.listOf(tx, id), briefs),
    allowed: allowedFor(act, about),
  }
}

/** For the public page of a suggestion; null where it is confidential or there is nothing to tell. */
export async function publicPressingOf(tx: Tx, suggestionId: string): Promise<PublicPressing | null> {
  const about = (await briefsFor(tx, [suggestionId])).get(suggestionId)
  if (!about || !isPublic(about)) return null
  const topics = (await topic.listOf(tx, suggestionId)).filter(({ status }) => isDecided(status)).map(({ title }) => title)
  const events = await publicMeetingsOf(tx, suggestionId)
  const outcomes = await publicOutcomesOf(tx, suggestionId)
  const nextVisitOn = (await visit.listOf(tx, suggestionId)).find(({ status }) => status === 'due')?.dueOn ?? null
  const isEmpty = topics.length + events.length + outcomes.length === 0 && nextVisitOn === null
  return isEmpty ? null : { topics, events, outcomes, nextVisitOn }
}

/** The figures of the part, counted from its rows. */
export async function summarise(tx: Tx, now: Date): Promise<PressingSummary> {
  const today: DateOnly = toBeijingDate(now)
  const topics = await topic.countByStatus(tx)
  const meetings = await event.countByStatus(tx)
  const outcomes = await outcome.countByKind(tx)
  const visits = await visit.countVisits(tx, today)
  const amountOf = (kind: (typeof kinds)[number]) => outcomes.find((it) => it.kind === kind)?.amount ?? 0
  return {
    topics: Object.fromEntries(statuses.map((it) => [it, topics.get(it) ?? 0])) as PressingSummary['topics'],
    topicSuggestions: await topic.countPressed(tx),
    eventsHeld: meetings.get('held') ?? 0,
    eventsPlanned: meetings.get('planned') ?? 0,
    outcomes: Object.fromEntries(kinds.map((it) => [it, amountOf(it)])) as PressingSummary['outcomes'],
    measures: outcomes.reduce((sum, it) => sum + it.measures, 0),
    visitsDue: visits.due,
    visitsOverdue: visits.overdue,
    visitsMade: visits.made,
    guidanceOpen: await guidance.countOpen(tx),
  }
}

function resultOf({ links }: event.FaceToFace, id: string): string {
  return links.find((it) => it.suggestionId === id)?.result ?? ''
}

function allowedFor({ actor }: Act, about: Brief): CaseAction[] {
  const open: Record<CaseAction, boolean> = {
    issueGuidance: issueRefusal(actor, about) === null,
    recordOutcome: recordRefusal(actor, [about]) === null && about.reference !== null,
    planVisit: planRefusal(actor, about) === null,
  }
  return (Object.keys(open) as CaseAction[]).filter((it) => open[it])
}
