import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { saveCosigner, type CosignerChange } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { signatories } from '../rules/cosigning.ts'
import type { Motion } from '../store.ts'
import { lockFor } from './locked.ts'

/** The invited deputy opened the whole text; only what was read can be confirmed. */
export async function read(act: Act, id: string, textVersion: number): Promise<void> {
  const { tx, now } = act
  const { it } = await lockFor(act, id, 'read')
  sameText(it, textVersion)
  const { deputyId, ...told } = ofActor(act, it)
  const known = it.cosigners.find((one) => one.deputyId === deputyId)
  if (known?.readVersion === textVersion) return
  await saveCosigner(tx, id, deputyId, { read_version: textVersion, read_at: now })
  await record(tx, now, { name: 'motion.read', subjectId: id, actorId: act.actor.id, payload: { deputyId, ...told } })
}

/** The invited deputy confirms that the text says what they mean (domain A1.3: invitation, reading, confirmation on a frozen text). */
export async function cosign(act: Act, id: string, textVersion: number): Promise<void> {
  const { tx, actor, now } = act
  const { it, facts } = await lockFor(act, id, 'cosign')
  sameText(it, textVersion)
  const told = ofActor(act, it)
  await saveCosigner(tx, id, told.deputyId, { confirmed_version: textVersion, confirmed_at: now })
  const count = signatories(it.cosigners, it.textVersion) + 1
  const payload = { ...told, signatories: count, minimum: facts.minimum }
  await record(tx, now, { name: 'motion.cosigned', subjectId: id, actorId: actor.id, payload })
}

/** The invited deputy does not join; no reason is asked of them. */
export async function declineCosigning(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'declineCosigning')
  const payload = ofActor(act, it)
  const no: CosignerChange = { declined_at: now }
  await saveCosigner(tx, id, payload.deputyId, no)
  await record(tx, now, { name: 'motion.cosigning-declined', subjectId: id, actorId: actor.id, payload })
}

/** What is confirmed must be what was on the screen: the lead deputy may have changed it a moment ago. */
function sameText(it: Motion, textVersion: number): void {
  if (textVersion === it.textVersion) return
  const message = `领衔代表刚刚改过文本（现在是第${it.textVersion}稿）。请重新看过全文，再确认联名。`
  throw new Problem(409, 'text-changed', message)
}

function ofActor({ actor }: Act, it: Motion) {
  const mine = it.cosigners.find((one) => one.deputyId === actor.deputyId)
  if (!mine) throw new Error(`${actor.id} was not invited to co-sign ${it.id}`)
  const { title, leadDeputyId, textVersion } = it
  return { title, leadDeputyId, deputyId: mine.deputyId, deputyName: mine.name, textVersion }
}
