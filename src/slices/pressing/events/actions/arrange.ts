import type { Act } from '#kernel/identity/act.ts'
import { newId } from '#lib/id.ts'
import { record } from '../../events.ts'
import { knownDeputies, knownUnits, notStale } from '../../known.ts'
import { knownSuggestions } from '../../linked.ts'
import type { EventInput } from '../contract.ts'
import { insert, rewrite, saveCancelled } from '../store.ts'
import { guestsOf, lockFor, toTell } from './locked.ts'

/** A face-to-face event is arranged; the lead deputies of its suggestions come as well as those named. */
export async function arrange(act: Act, input: EventInput): Promise<string> {
  const { tx, actor, now } = act
  const whole = await completed(act, input)
  const id = newId()
  await insert(tx, { id, input: whole.input, at: now })
  await record(tx, now, { name: 'face-to-face.planned', subjectId: id, actorId: actor.id, payload: whole.told })
  return id
}

export async function edit(act: Act, id: string, input: EventInput, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'edit')
  notStale(version, it.version)
  const whole = await completed(act, input)
  await rewrite(tx, it, whole.input)
  await record(tx, now, { name: 'face-to-face.edited', subjectId: id, actorId: actor.id, payload: whole.told })
}

export async function cancel(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members } = await lockFor(act, id, 'cancel')
  await saveCancelled(tx, it, reason)
  const { theme, heldOn, place } = it
  const payload = { theme, heldOn, place, reason, ...toTell(guestsOf(it), members) }
  await record(tx, now, { name: 'face-to-face.cancelled', subjectId: id, actorId: actor.id, payload })
}

/** The input with everybody it brings along, and what its event tells. */
async function completed(act: Act, input: EventInput) {
  await knownUnits(act, input.unitIds, 'unitIds')
  const named = await knownDeputies(act, input.deputyIds, 'deputyIds')
  const members = await knownSuggestions(act, input.suggestionIds, 'suggestionIds')
  const guests = toTell({ unitIds: input.unitIds, deputyIds: named }, members)
  const { theme, heldOn, place } = input
  return { input: { ...input, ...guests }, told: { theme, heldOn, place, ...guests } }
}
