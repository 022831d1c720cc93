import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

export const events = {
  'metrics.differed': kind({
    payload: z.object({ metric: z.string(), dimension: z.string(), kept: z.number(), counted: z.number() }),
    visibility: 'restricted',
    sentence: {
      zh: (p) => `统计数 ${p.metric}（${p.dimension}）原为 ${p.kept}，按明细重新计数为 ${p.counted}，已更正`,
      en: (p) => `The figure ${p.metric} (${p.dimension}) was ${p.kept}, a fresh count gave ${p.counted}; corrected`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)
