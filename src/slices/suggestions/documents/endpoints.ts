import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { Format, PaperKind } from './contract.ts'

const format = Format.default('pdf')
/** Setting a page takes up to a quarter of a second of the processor. */
const rateLimit = 60

export const documentsApi = define({
  printSuggestion: {
    method: 'GET',
    path: '/suggestions/{id}/documents/{kind}',
    summary: '打印：建议纸、交办通知、答复函、征询意见表（PDF 或 Word）',
    audience: ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'],
    params: z.object({ id: z.uuid(), kind: PaperKind }),
    // A paper belongs to a round where there are several; the last one by default.
    query: z.object({ format, round: z.coerce.number().int().min(1).max(99).optional() }),
    ok: fileAnswer,
    rateLimit,
  },
  reportSuggestions: {
    method: 'GET',
    path: '/suggestions/report',
    summary: '办理情况报告（PDF 或 Word）',
    audience: ['deputies_affairs', 'leader'],
    query: z.object({ format }),
    ok: fileAnswer,
    rateLimit,
  },
})
