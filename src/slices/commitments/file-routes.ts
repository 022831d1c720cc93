import type { BlobStore } from '#kernel/files/api.ts'
import type { Handlers } from '#lib/http/contract.ts'
import type { proofApi } from './file-endpoints.ts'
import { attach, detach, filesOf, openProof } from './files.ts'
import { actOf, type Reading } from './routes.ts'

/** A request that also reaches the bytes of files. */
interface Downloading extends Reading {
  readonly blobs: BlobStore
}

export const proofHandlers: Handlers<Downloading, typeof proofApi> = {
  listCommitmentFiles: (context, { params }) => filesOf(actOf(context), params.id),
  attachToCommitment: (context, { params, body }) => attach(actOf(context), params.id, body),
  detachFromCommitment: (context, { params }) => detach(actOf(context), params.id, params.fileId),
  openCommitmentFile: (context, { params }) => openProof(actOf(context), context.blobs, params.id, params.fileId),
}
