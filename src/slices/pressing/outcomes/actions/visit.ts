import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { newId } from '#lib/id.ts'
import { record } from '../../events.ts'
import { notAhead, notPast } from '../../known.ts'
import { briefsFor, openSuggestion } from '../../linked.ts'
import { isOfUnit, isTheirs, seesEverything } from '../../rules/reach.ts'
import type { VisitRecord } from '../contract.ts'
import { planRefusal, visitAllowed, visitRefusal } from '../rules/visits.ts'
import { insert, lock, saveMade } from '../visit-store.ts'

/** 回访: a day by which somebody goes back to the residents. */
export async function planVisit(act: Act, suggestionId: string, dueOn: string): Promise<void> {
  const { tx, actor, now } = act
  const about = await openSuggestion(act, suggestionId)
  const no = planRefusal(actor, about)
  if (no) throw new Refused('planVisit', no, { status: about.status, allowed: [] })
  notPast(dueOn, now, 'dueOn')
  const id = newId()
  // A co-handling unit that plans a visit makes it itself.
  const unitId = about.unitIds.find((one) => isOfUnit(actor, one)) ?? about.unitId
  await insert(tx, { id, suggestionId, unitId, dueOn, at: now })
  const payload = { suggestionId, suggestionTitle: about.title, unitId, dueOn }
  await record(tx, now, { name: 'visit.planned', subjectId: id, actorId: actor.id, payload })
}

/** Who went, what residents said, how content they are. Answers the suggestion it was about. */
export async function recordVisit(act: Act, id: string, input: VisitRecord): Promise<string> {
  const { tx, actor, now } = act
  const it = await lock(tx, id)
  const about = it && (await briefsFor(tx, [it.suggestionId])).get(it.suggestionId)
  if (!it || !about) throw notFound('这次回访')
  if (!seesEverything(actor) && !isTheirs(actor, about)) throw new Hidden('这次回访')
  const no = visitRefusal(actor, it, 'record')
  if (no) throw new Refused('record', no, { status: it.status, allowed: visitAllowed(actor, it) })
  notAhead(input.visitedOn, now, 'visitedOn')
  await saveMade(tx, it, input)
  const { title: suggestionTitle, leadDeputyId: deputyId } = about
  const payload = { suggestionId: it.suggestionId, suggestionTitle, unitId: it.unitId, visitedOn: input.visitedOn, deputyId }
  await record(tx, now, { name: 'visit.made', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}
