import { attachFile, detachFile, listAttached, openAttached, type BlobStore } from '#kernel/files/api.ts'
import type { Attached, AttachInput } from '#kernel/files/contract.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { about } from './actions/locked.ts'
import { record } from './events.ts'
import { maySee, proofRefusal } from './rules/may.ts'
import { find, lock, type Commitment } from './store.ts'

/** What shows that a promise is kept (佐证), for whoever may see the promise; never public. */
export async function filesOf(act: Act, id: string): Promise<Attached> {
  const it = seen(act.actor, await find(act.tx, id))
  const may = (step: 'attach' | 'detach') => proofRefusal(act.actor, it, step) === null
  return { items: (await listAttached(act.tx, [id])).get(id) ?? [], mayAdd: may('attach'), mayRemove: may('detach') }
}

export async function attach(act: Act, id: string, input: Pick<AttachInput, 'fileId'>): Promise<Attached> {
  const it = await locked(act, id, 'attach')
  const kind = await attachFile(act, id, { ...input, isPublic: false })
  const payload = { ...about(it), fileId: input.fileId, kind }
  await record(act.tx, act.now, { name: 'commitment.file_attached', subjectId: id, actorId: act.actor.id, payload })
  return filesOf(act, id)
}

export async function detach(act: Act, id: string, fileId: string): Promise<Attached> {
  const it = await locked(act, id, 'detach')
  await detachFile(act.tx, id, fileId)
  const payload = { ...about(it), fileId }
  await record(act.tx, act.now, { name: 'commitment.file_removed', subjectId: id, actorId: act.actor.id, payload })
  return filesOf(act, id)
}

export async function openProof(act: Act, blobs: BlobStore, id: string, fileId: string): Promise<FileAnswer> {
  seen(act.actor, await find(act.tx, id))
  return openAttached(act.tx, blobs, id, { fileId, isPublicOnly: false })
}

async function locked({ tx, actor }: Act, id: string, step: 'attach' | 'detach'): Promise<Commitment> {
  const it = seen(actor, await lock(tx, id))
  const no = proofRefusal(actor, it, step)
  if (no) throw new Refused(step, no, { status: it.status, allowed: [] })
  return it
}

function seen(actor: Actor, it: Commitment | undefined): Commitment {
  if (!it) throw notFound('这项承诺')
  if (!maySee(actor, it)) throw new Hidden('这项承诺')
  return it
}
