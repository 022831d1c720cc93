import * as z from 'zod'
import { Attached, AttachInput } from '#kernel/files/contract.ts'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'

const params = z.object({ id: z.uuid() })
const oneOf = params.extend({ fileId: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const arrangers = ['special_committee', 'deputies_affairs'] as const
const visitors = ['handling_unit', 'deputies_affairs'] as const

export const fileApi = define({
  listFaceToFaceFiles: {
    method: 'GET',
    path: '/pressing/events/{id}/files',
    summary: '“面对面”活动的附件',
    audience: readers,
    params,
    ok: Attached,
  },
  listVisitFiles: {
    method: 'GET',
    path: '/pressing/visits/{id}/files',
    summary: '回访的附件',
    audience: readers,
    params,
    ok: Attached,
  },
  attachToFaceToFace: {
    method: 'POST',
    path: '/pressing/events/{id}/files',
    summary: '给“面对面”活动附照片和纪要；照片可以公开',
    audience: arrangers,
    params,
    body: AttachInput,
    ok: Attached,
    status: 201,
  },
  detachFromFaceToFace: {
    method: 'DELETE',
    path: '/pressing/events/{id}/files/{fileId}',
    summary: '移除活动的附件',
    audience: arrangers,
    params: oneOf,
    ok: Attached,
  },
  openFaceToFaceFile: {
    method: 'GET',
    path: '/pressing/events/{id}/files/{fileId}',
    summary: '活动的一个附件',
    audience: readers,
    params: oneOf,
    ok: fileAnswer,
  },
  attachToVisit: {
    method: 'POST',
    path: '/pressing/visits/{id}/files',
    summary: '给回访附照片和记录',
    audience: visitors,
    params,
    body: AttachInput.omit({ isPublic: true }),
    ok: Attached,
    status: 201,
  },
  detachFromVisit: {
    method: 'DELETE',
    path: '/pressing/visits/{id}/files/{fileId}',
    summary: '移除回访的附件',
    audience: visitors,
    params: oneOf,
    ok: Attached,
  },
  openVisitFile: {
    method: 'GET',
    path: '/pressing/visits/{id}/files/{fileId}',
    summary: '回访的一个附件',
    audience: readers,
    params: oneOf,
    ok: fileAnswer,
  },
  openPublicFaceToFaceFile: {
    method: 'GET',
    path: '/public/face-to-face/{id}/files/{fileId}',
    summary: '已举行活动的公开照片',
    audience: ['public'],
    params: oneOf,
    ok: fileAnswer,
  },
})
