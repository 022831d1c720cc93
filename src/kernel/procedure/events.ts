import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

/** What can happen to the rules of procedure themselves. */
export const events = {
  'profile.activated': kind({
    payload: z.object({ slice: z.string(), version: z.number().int(), title: z.string(), effectiveOn: z.iso.date() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `启用办理规则包《${p.title}》第${p.version}版，自${p.effectiveOn}起施行`,
      en: (p) => `Activated procedure profile “${p.title}”, version ${p.version}, in force from ${p.effectiveOn}`,
    },
  }),
  'holidays.entered': kind({
    payload: z.object({ year: z.number().int(), count: z.number().int() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `录入${p.year}年放假和调休安排，共 ${p.count} 天`,
      en: (p) => `Entered the holidays and make-up days of ${p.year}: ${p.count} in all`,
    },
  }),
} satisfies Catalogue

export const record = recorder(events)
