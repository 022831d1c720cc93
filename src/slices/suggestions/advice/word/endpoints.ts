import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { uploadBody } from '#lib/http/upload.ts'

/** Bytes arrive slowly, so no transaction is open while they do; none is needed, since nothing is kept. */
export const wordApi = define({
  readWord: {
    method: 'POST',
    path: '/suggestions/word',
    summary: '读出 Word 文档（.docx）里的文字，用来起草建议；文件不保存',
    audience: ['deputy'],
    body: uploadBody,
    ok: z.object({ text: z.string() }),
    // Unpacking and reading a document costs more than most operations.
    rateLimit: 60,
  },
})
