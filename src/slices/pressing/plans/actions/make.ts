import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../../events.ts'
import { knownUnits, notStale } from '../../known.ts'
import { knownSuggestions } from '../../linked.ts'
import type { PlanEdit, PlanInput } from '../contract.ts'
import { memberRefusal, refusal } from '../rules/may.ts'
import { insert, insertMembers, rewrite } from '../store.ts'
import { lockFor } from './locked.ts'

/** Many suggestions of one unit on one matter become one plan. */
export async function make(act: Act, { unitId, suggestionIds, ...input }: PlanInput): Promise<string> {
  const { tx, actor, now } = act
  const no = refusal(actor, unitId)
  if (no) throw new Refused('make', no, { status: 'none', allowed: [] })
  const [unit] = await knownUnits(act, [unitId], 'unitId')
  const members = await knownSuggestions(act, suggestionIds, 'suggestionIds')
  for (const it of members) {
    const unfit = memberRefusal(it, unitId)
    if (unfit) throw new Refused('make', unfit, { status: 'none', allowed: [] })
  }
  const id = newId()
  await insert(tx, { id, unitId, input, at: now })
  const memberIds = members.map((it) => it.id)
  const taken = await insertMembers(tx, id, memberIds, toBeijingDate(now))
  if (taken.length < memberIds.length) throw inAnotherPlan()
  const deputyIds = [...new Set(members.map((it) => it.leadDeputyId))]
  const payload = { title: input.title, unitName: unit!.name, deputyIds }
  await record(tx, now, { name: 'plan.made', subjectId: id, actorId: actor.id, payload })
  return id
}

export async function edit(act: Act, id: string, input: PlanEdit, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'edit')
  notStale(version, it.version)
  await rewrite(tx, it, input)
  await record(tx, now, { name: 'plan.edited', subjectId: id, actorId: actor.id, payload: { title: input.title } })
}

/** A suggestion is handled under one plan at most. */
export function inAnotherPlan(): Problem {
  return new Problem(409, 'in-another-plan', '有的建议已经并入办理方案。一件建议只能并入一个方案，请先从原来的方案移出。')
}
