import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

export const events = {
  'job.retried': kind({
    payload: z.object({ jobId: z.string() }),
    visibility: 'restricted',
    sentence: { zh: (p) => `重新执行停放的作业 ${p.jobId}`, en: (p) => `Retried the parked job ${p.jobId}` },
  }),
} satisfies Catalogue

export const record = recorder(events)
