import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { Year } from '../figures/contract.ts'
import { Format, PaperKind } from './contract.ts'

const format = Format.default('pdf')
/** Setting a page takes up to a quarter of a second of the processor. */
const rateLimit = 60

const round = z.coerce.number().int().min(1).max(99)
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const

export const documentsApi = define({
  printSuggestion: {
    method: 'GET',
    path: '/suggestions/{id}/documents/{kind}',
    summary: '打印：建议纸、交办通知、答复函、征询意见表（PDF 或 Word）',
    audience: readers,
    params: z.object({ id: z.uuid(), kind: PaperKind }),
    // A letter belongs to a round and to a unit where there are several; the last one by default. A draft is its author's to see.
    query: z.object({ format, round: round.optional(), unit: z.uuid().optional(), draft: z.enum(['yes']).optional() }),
    ok: fileAnswer,
    rateLimit,
  },
  openReplyScan: {
    method: 'GET',
    path: '/suggestions/{id}/replies/{round}/{unitId}/scan',
    summary: '答复函盖章件',
    audience: readers,
    params: z.object({ id: z.uuid(), round, unitId: z.uuid() }),
    ok: fileAnswer,
    rateLimit,
  },
  reportSuggestions: {
    method: 'GET',
    path: '/suggestions/report',
    summary: '年度办理情况报告，默认本年度（PDF 或 Word）',
    audience: ['deputies_affairs', 'leader'],
    query: z.object({ format, year: Year.optional() }),
    ok: fileAnswer,
    rateLimit,
  },
})
