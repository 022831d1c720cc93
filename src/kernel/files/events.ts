import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

/** Names of files may hold names of people, so they stay out of the log. */
export const events = {
  'file.uploaded': kind({
    payload: z.object({ kind: z.string(), bytes: z.number() }),
    visibility: 'restricted',
    sentence: {
      zh: (p) => `上传了一个 ${p.kind} 文件，${p.bytes} 字节`,
      en: (p) => `Uploaded a ${p.kind} file of ${p.bytes} bytes`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)
