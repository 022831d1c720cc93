import { procedureEvents } from '#kernel/procedure/api.ts'
import type { ProfileKind } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { idAt } from './dice.ts'
import { insertEvents } from './events.ts'
import { at } from './moment.ts'
import { insertRows } from './rows.ts'

/**
 * Puts version 1 of a slice's profile in force, as `activateProfile` does, but with an id and an instant of the world's own: its
 * action takes both from the computer's clock, and no two loads would be alike.
 */
export async function activateFirstProfile(
  tx: Tx,
  kind: ProfileKind,
  input: { title: string; effectiveOn: string; settings: unknown },
): Promise<void> {
  const { title, effectiveOn } = input
  const settings = JSON.parse(JSON.stringify(kind.settings.parse(input.settings)))
  const activatedAt = at(effectiveOn, 9)
  const id = idAt(activatedAt, `profile ${tx.congressId} ${kind.slice} 1`)
  const row = { slice: kind.slice, version: 1, id, effective_on: effectiveOn, title, settings, activated_at: activatedAt, activated_by: null }
  await insertRows(tx, 'procedure.profile_version', [row])
  const name = 'profile.activated'
  const payload = procedureEvents[name].payload.parse({ slice: kind.slice, version: 1, title, effectiveOn })
  await insertEvents(tx, [{ name, subjectId: id, actorId: null, at: activatedAt, payload }])
}
