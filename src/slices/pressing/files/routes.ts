import type { BlobStore } from '#kernel/files/api.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { actOf, type Reading } from '../reading.ts'
import type { fileApi } from './endpoints.ts'
import { attachToEvent, detachFromEvent, filesOfEvent, openEventFile, openPublicEventFile } from './of-event.ts'
import { attachToVisit, detachFromVisit, filesOfVisit, openVisitFile } from './of-visit.ts'

/** A request that also reaches the bytes of files. */
interface Downloading extends Reading {
  readonly blobs: BlobStore
}

export const fileHandlers: Handlers<Downloading, typeof fileApi> = {
  listFaceToFaceFiles: (context, { params }) => filesOfEvent(actOf(context), params.id),
  attachToFaceToFace: (context, { params, body }) => attachToEvent(actOf(context), params.id, body),
  detachFromFaceToFace: (context, { params }) => detachFromEvent(actOf(context), params.id, params.fileId),
  openFaceToFaceFile: (context, { params }) => openEventFile(actOf(context), context.blobs, params.id, params.fileId),
  listVisitFiles: (context, { params }) => filesOfVisit(actOf(context), params.id),
  attachToVisit: (context, { params, body }) => attachToVisit(actOf(context), params.id, body),
  detachFromVisit: (context, { params }) => detachFromVisit(actOf(context), params.id, params.fileId),
  openVisitFile: (context, { params }) => openVisitFile(actOf(context), context.blobs, params.id, params.fileId),
  openPublicFaceToFaceFile: ({ tx, blobs }, { params }) => openPublicEventFile(tx, blobs, params.id, params.fileId),
}
