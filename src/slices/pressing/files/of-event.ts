import { attachFile, detachFile, listAttached, openAttached, type BlobStore } from '#kernel/files/api.ts'
import type { Attached, AttachInput } from '#kernel/files/contract.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { record } from '../events.ts'
import { arranges } from '../events/rules/may.ts'
import { find, lock, type FaceToFace } from '../events/store.ts'
import { meetingDetail } from '../events/views.ts'
import { conflict, forbidden } from '../rules/refusals.ts'

/** Photographs and minutes of a face-to-face event, for whoever may see it; its organisers add and remove them, also afterwards. */
export async function filesOfEvent(act: Act, id: string): Promise<Attached> {
  const { status } = await meetingDetail(act, id)
  const isOpen = refusal(act.actor, { status }) === null
  return { items: (await listAttached(act.tx, [id])).get(id) ?? [], mayAdd: isOpen, mayRemove: isOpen }
}

export async function attachToEvent(act: Act, id: string, input: AttachInput): Promise<Attached> {
  const it = await locked(act, id)
  const kind = await attachFile(act, id, input)
  const payload = { theme: it.theme, fileId: input.fileId, kind, isPublic: input.isPublic }
  await record(act.tx, act.now, { name: 'face-to-face.file_attached', subjectId: id, actorId: act.actor.id, payload })
  return filesOfEvent(act, id)
}

export async function detachFromEvent(act: Act, id: string, fileId: string): Promise<Attached> {
  const it = await locked(act, id)
  await detachFile(act.tx, id, fileId)
  const payload = { theme: it.theme, fileId }
  await record(act.tx, act.now, { name: 'face-to-face.file_removed', subjectId: id, actorId: act.actor.id, payload })
  return filesOfEvent(act, id)
}

export async function openEventFile(act: Act, blobs: BlobStore, id: string, fileId: string): Promise<FileAnswer> {
  await meetingDetail(act, id)
  return openAttached(act.tx, blobs, id, { fileId, isPublicOnly: false })
}

/** Public photographs leave the house once the event was held; of a planned or cancelled one nothing does. */
export async function openPublicEventFile(tx: Tx, blobs: BlobStore, id: string, fileId: string): Promise<FileAnswer> {
  if ((await find(tx, id))?.status !== 'held') throw notFound('这张照片')
  return openAttached(tx, blobs, id, { fileId, isPublicOnly: true })
}

async function locked({ tx, actor }: Act, id: string): Promise<FaceToFace> {
  const it = await lock(tx, id)
  if (!it) throw notFound('这场活动')
  const no = refusal(actor, it)
  if (no) throw new Refused('attach', no, { status: it.status, allowed: [] })
  return it
}

function refusal(actor: Actor, { status }: Pick<FaceToFace, 'status'>) {
  if (!arranges(actor)) return forbidden('not-your-part', '附件由组织活动的代表工作委员会或者专门委员会来加。')
  return status === 'cancelled' ? conflict('wrong-status', '活动已经取消，不再加附件。') : null
}
