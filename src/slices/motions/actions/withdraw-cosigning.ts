import type { Act } from '#kernel/identity/act.ts'
import { saveCosigner } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { signatories } from '../rules/cosigning.ts'
import { LAPSE_BASIS, lapses } from '../rules/lapse.ts'
import { save, type Motion } from '../store.ts'
import { lockFor, signersOf } from './locked.ts'

/**
 * A co-signer takes the name back. Where fewer than the minimum are left under a submitted motion that is not decided, its procedure
 * ends at once (上海市人民代表大会关于代表议案的规定 art 13).
 */
export async function withdrawCosigning(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, facts } = await lockFor(act, id, 'withdrawCosigning')
  const mine = it.cosigners.find((one) => one.deputyId === actor.deputyId)
  if (!mine) throw new Error(`${actor.id} has not co-signed ${id}`)
  await saveCosigner(tx, id, mine.deputyId, { withdrawn_at: now })
  const left = signatories(it.cosigners, it.textVersion) - 1
  const { title, leadDeputyId, textVersion } = it
  const told = { title, leadDeputyId, deputyId: mine.deputyId, deputyName: mine.name, textVersion }
  const payload = { ...told, reason, signatories: left, minimum: facts.minimum, isSubmitted: it.submittedOn !== null }
  await record(tx, now, { name: 'motion.cosigning-withdrawn', subjectId: id, actorId: actor.id, payload })
  if (lapses(it.status, left, facts.minimum)) await lapse(act, it, { left, minimum: facts.minimum, leaver: mine.deputyId })
}

async function lapse(
  { tx, now }: Act,
  it: Motion,
  { left, minimum, leaver }: { left: number; minimum: number; leaver: string },
): Promise<void> {
  await save(tx, it, { status: 'lapsed' })
  const { title, leadDeputyId, committeeId } = it
  const cosignerIds = signersOf(it).filter((one) => one !== leaver)
  const payload = { title, leadDeputyId, signatories: left, minimum, basis: LAPSE_BASIS, cosignerIds, committeeId }
  // Nobody decides it: it follows from the rule.
  await record(tx, now, { name: 'motion.lapsed', subjectId: it.id, actorId: null, payload })
}
