import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { uploadBody } from '#lib/http/upload.ts'
import { KeptFile, Purpose } from './contract.ts'

/** Bytes arrive slowly, so this one opens a transaction only when they are here and judged. */
export const uploadApi = define({
  uploadFile: {
    method: 'POST',
    path: '/files',
    summary: '上传一个文件：请求体就是文件的字节，文件名放在 X-File-Name',
    audience: ['signed_in'],
    query: z.object({ purpose: Purpose.default('attachment') }),
    body: uploadBody,
    ok: KeptFile,
    status: 201,
    // A whole office sits behind one address.
    rateLimit: 300,
  },
})

export const downloadApi = define({
  downloadFile: {
    method: 'GET',
    path: '/files/{id}',
    summary: '下载自己上传的文件；别人的文件经由用到它的那一件事下载',
    audience: ['signed_in'],
    params: z.object({ id: z.uuid() }),
    ok: fileAnswer,
  },
})
