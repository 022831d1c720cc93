import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { deleteAttachment, insertAttachment, listAttached, type AttachedFile } from './attachment-store.ts'
import type { BlobStore } from './blob-store.ts'
import { purposes, type AttachInput } from './contract.ts'
import type { FileKind } from './kinds.ts'
import { openFile, takeOwnFile } from './open-file.ts'

const MOST = 20
/** Pictures lost place and camera when they came in; nothing else is shown to everybody. */
const pictures: readonly FileKind[] = ['png', 'jpg']

/**
 * Puts a file of the actor's own to a row. The caller has locked the row and decided that the actor may. 422 for a file that is not
 * theirs, for one too many, and for anything but a picture where it shall be public. Answers its kind, for the event.
 */
export async function attachFile({ tx, actor, now }: Act, subjectId: string, input: AttachInput): Promise<FileKind> {
  const there = (await listAttached(tx, [subjectId])).get(subjectId) ?? []
  if (there.length >= MOST) throw wrong('too-many-files', `最多附 ${MOST} 个文件，请先移除不需要的。`)
  const file = await takeOwnFile(tx, actor, input.fileId, purposes.attachment)
  if (input.isPublic && !pictures.includes(file.kind)) throw wrong('not-a-picture', '只有照片可以公开，文件只在内部看。')
  await insertAttachment(tx, { subjectId, fileId: file.id, isPublic: input.isPublic, on: toBeijingDate(now), by: actor.id })
  return file.kind
}

/** Takes a file away from a row; its bytes stay, since they were taken up once. 404 where it does not stand there. */
export async function detachFile(tx: Tx, subjectId: string, fileId: string): Promise<void> {
  if (!(await deleteAttachment(tx, subjectId, fileId))) throw notFound('这个附件')
}

/** A file of a row as a download; the caller has decided that this person may read the row. */
export async function openAttached(
  tx: Tx,
  blobs: BlobStore,
  subjectId: string,
  which: { fileId: string; isPublicOnly: boolean },
): Promise<FileAnswer> {
  const files = (await listAttached(tx, [subjectId])).get(subjectId) ?? []
  const file = files.find((it: AttachedFile) => it.id === which.fileId && (it.isPublic || !which.isPublicOnly))
  if (!file) throw notFound('这个附件')
  return openFile(tx, blobs, file.id)
}

function wrong(code: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path: 'fileId', message }] })
}
