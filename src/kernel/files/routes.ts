import { selfOf, type Steps } from '#kernel/identity/api.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { Hidden, Problem } from '#lib/http/problem.ts'
import type { BlobStore } from './blob-store.ts'
import { purposes, type KeptFile } from './contract.ts'
import type { downloadApi, uploadApi } from './endpoints.ts'
import { record } from './events.ts'
import { keepFile } from './keep-file.ts'
import { answerOf } from './open-file.ts'
import { isRefusedUpload, receiveUpload, type VirusScan } from './receive-upload.ts'
import { find, type StoredFile } from './store.ts'

/** The bytes are judged before a transaction is open: a slow sender keeps no database connection from the others. */
export function uploadHandlers(parts: { blobs: BlobStore; scan?: VirusScan }): Handlers<Steps, typeof uploadApi> {
  const { blobs, scan } = parts
  return {
    uploadFile: async (steps, { query, body }) => {
      const { actor } = selfOf(steps)
      const kinds = purposes[query.purpose]
      const upload = await receiveUpload(body.content, body.name, { kinds, ...(scan && { scan }) })
      if (isRefusedUpload(upload)) throw new Problem(422, `file-${upload.code}`, upload.sentence)
      const file = await steps.step(async (tx) => {
        const file = await keepFile(tx, blobs, upload, { accountId: actor.id, now: steps.now })
        const payload = { kind: file.kind, bytes: file.bytes }
        await record(tx, steps.now, { name: 'file.uploaded', subjectId: file.id, actorId: actor.id, payload })
        return file
      })
      return keptFileOf(file)
    },
  }
}

interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly blobs: BlobStore
}

export const downloadHandlers: Handlers<Reading, typeof downloadApi> = {
  downloadFile: async ({ tx, actor, blobs }, { params }) => {
    const file = await find(tx, params.id)
    if (!actor || file?.createdBy !== actor.id) throw new Hidden('这个文件')
    return answerOf(blobs, file)
  },
}

function keptFileOf({ id, name, kind, bytes }: StoredFile): KeptFile {
  return { id, name, kind, bytes }
}
