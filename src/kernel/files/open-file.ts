import type { Tx } from '#lib/db/tx.ts'
import type { FileAnswer } from '#lib/http/file.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import { BlobMissing, type BlobStore } from './blob-store.ts'
import type { FileKind } from './kinds.ts'
import { find, use, type StoredFile } from './store.ts'

/**
 * A stored file as a download. It asks nobody: the caller has decided, by the case that the file belongs to, that this person may
 * read it. 404 where there is no such file.
 */
export async function openFile(tx: Tx, blobs: BlobStore, id: string): Promise<FileAnswer> {
  const file = await find(tx, id)
  if (!file) throw notFound('这个文件')
  return answerOf(blobs, file)
}

export async function answerOf(blobs: BlobStore, { key, name, mediaType }: StoredFile): Promise<FileAnswer> {
  try {
    return { fileName: name, mediaType, body: await blobs.get(key) }
  } catch (error) {
    if (!(error instanceof BlobMissing)) throw error
    throw new Problem(404, 'file-lost', '文件的登记还在，内容却不在存储里了。请告诉系统管理员，从备份中找回。')
  }
}

/**
 * The file that a person puts into a case: uploaded by this very person, of a kind that fits, taken up for good in the transaction of
 * the case. A file of somebody else is as good as none, or its id would be enough to read it; so is one that was cleared meanwhile.
 */
export async function takeOwnFile(
  tx: Tx,
  actor: { readonly id: string },
  id: string,
  kinds: readonly FileKind[],
): Promise<StoredFile> {
  const file = await find(tx, id)
  const isOwn = file?.createdBy === actor.id && kinds.includes(file.kind)
  if (isOwn && (await use(tx, id))) return file
  throw new Problem(422, 'file-unknown', '没有找到您上传的这个文件，或者它不是这里要的格式。请重新上传。')
}
