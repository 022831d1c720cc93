import { attachFile, detachFile, listAttached, openAttached, type BlobStore } from '#kernel/files/api.ts'
import type { Attached, AttachInput } from '#kernel/files/contract.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { Hidden, notFound } from '#lib/http/problem.ts'
import { Refused } from '#lib/http/refused.ts'
import { record } from '../events.ts'
import { briefsFor } from '../linked.ts'
import { visitRefusal } from '../outcomes/rules/visits.ts'
import { find, lock, type Visit } from '../outcomes/visit-store.ts'
import { mayOpen, type Brief } from '../rules/reach.ts'

/** What a follow-up visit found, for whoever may see the visit; never public. Whoever goes adds and removes it, also afterwards. */
export async function filesOfVisit(act: Act, id: string): Promise<Attached> {
  const { it } = await seen(act, await find(act.tx, id))
  const isTheirs = refusal(act, it) === null
  return { items: (await listAttached(act.tx, [id])).get(id) ?? [], mayAdd: isTheirs, mayRemove: isTheirs }
}

export async function attachToVisit(act: Act, id: string, input: Pick<AttachInput, 'fileId'>): Promise<Attached> {
  const { it, about } = await locked(act, id)
  const kind = await attachFile(act, id, { ...input, isPublic: false })
  const payload = { ...said(it, about), fileId: input.fileId, kind }
  await record(act.tx, act.now, { name: 'visit.file_attached', subjectId: id, actorId: act.actor.id, payload })
  return filesOfVisit(act, id)
}

export async function detachFromVisit(act: Act, id: string, fileId: string): Promise<Attached> {
  const { it, about } = await locked(act, id)
  await detachFile(act.tx, id, fileId)
  const payload = { ...said(it, about), fileId }
  await record(act.tx, act.now, { name: 'visit.file_removed', subjectId: id, actorId: act.actor.id, payload })
  return filesOfVisit(act, id)
}

export async function openVisitFile(act: Act, blobs: BlobStore, id: string, fileId: string): Promise<FileAnswer> {
  await seen(act, await find(act.tx, id))
  return openAttached(act.tx, blobs, id, { fileId, isPublicOnly: false })
}

async function locked(act: Act, id: string): Promise<{ it: Visit; about: Brief }> {
  const found = await seen(act, await lock(act.tx, id))
  const no = refusal(act, found.it)
  if (no) throw new Refused('attach', no, { status: found.it.status, allowed: [] })
  return found
}

/** 404 for whoever may not see the visit. */
async function seen({ tx, actor }: Act, it: Visit | undefined): Promise<{ it: Visit; about: Brief }> {
  const about = it && (await briefsFor(tx, [it.suggestionId])).get(it.suggestionId)
  if (!it || !about) throw notFound('这次回访')
  if (!mayOpen(actor, about)) throw new Hidden('这次回访')
  return { it, about }
}

/** Whose part the visit is; the day on which it was made sets no end to its photographs. */
function refusal({ actor }: Act, { unitId }: Visit) {
  return visitRefusal(actor, { unitId, status: 'due' }, 'record')
}

function said({ suggestionId, unitId }: Visit, { title: suggestionTitle }: Brief) {
  return { suggestionId, suggestionTitle, unitId }
}
