import type { Act } from '#kernel/identity/act.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { briefsFor } from '../../linked.ts'
import { isOfUnit, isTheirs, seesEverything } from '../../rules/reach.ts'
import type { Action, Status } from '../contract.ts'
import { allowed, lifecycle, refusal } from '../rules/may.ts'
import { lock, save, type Guidance } from '../store.ts'

/** 已阅签收. Answers the suggestion that the notice is about. */
export async function acknowledge(act: Act, id: string): Promise<string> {
  const { tx, actor, now } = act
  const { it, to, payload } = await lockFor(act, id, 'acknowledge')
  await save(tx, it, { status: to, acknowledgedOn: toBeijingDate(now) })
  await record(tx, now, { name: 'guidance.acknowledged', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}

/** The unit says what it did about it. */
export async function answer(act: Act, id: string, text: string): Promise<string> {
  const { tx, actor, now } = act
  const { it, to, payload } = await lockFor(act, id, 'answer')
  await save(tx, it, { status: to, answer: text, answeredOn: toBeijingDate(now) })
  await record(tx, now, { name: 'guidance.answered', subjectId: id, actorId: actor.id, payload })
  return it.suggestionId
}

async function lockFor({ tx, actor }: Act, id: string, action: Action) {
  const it = await lock(tx, id)
  if (!it) throw notFound('这份督办指导意见')
  const about = (await briefsFor(tx, [it.suggestionId])).get(it.suggestionId)
  const isSeen = seesEverything(actor) || isOfUnit(actor, it.unitId) || (about !== undefined && isTheirs(actor, about))
  if (!isSeen) throw new Hidden('这份督办指导意见')
  const no = refusal(actor, it, action)
  if (no) throw new Refused(action, no, { status: it.status, allowed: allowed(actor, it) })
  const to: Status = next(lifecycle, it.status, action)!
  return { it, to, payload: told(it, about?.title ?? '') }
}

function told({ suggestionId, unitId, unitName, issuerId }: Guidance, suggestionTitle: string) {
  return { suggestionId, suggestionTitle, unitId, unitName, issuerId }
}
