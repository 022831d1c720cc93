import * as z from 'zod'
import { Attached, AttachInput } from '#kernel/files/contract.ts'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'

const params = z.object({ id: z.uuid() })
const oneOf = params.extend({ fileId: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const

export const proofApi = define({
  listCommitmentFiles: {
    method: 'GET',
    path: '/commitments/{id}/files',
    summary: '承诺事项的佐证',
    audience: readers,
    params,
    ok: Attached,
  },
  attachToCommitment: {
    method: 'POST',
    path: '/commitments/{id}/files',
    summary: '附上佐证',
    audience: ['handling_unit'],
    params,
    body: AttachInput.omit({ isPublic: true }),
    ok: Attached,
    status: 201,
  },
  detachFromCommitment: {
    method: 'DELETE',
    path: '/commitments/{id}/files/{fileId}',
    summary: '报告办成以前移除佐证',
    audience: ['handling_unit'],
    params: oneOf,
    ok: Attached,
  },
  openCommitmentFile: {
    method: 'GET',
    path: '/commitments/{id}/files/{fileId}',
    summary: '一份佐证',
    audience: readers,
    params: oneOf,
    ok: fileAnswer,
  },
})
