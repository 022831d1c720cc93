import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

const titled = z.object({ title: z.string() })

/** A step is undone until the next party has seen it (product 8.8). */
export const undoEvents = {
  'suggestion.seen': kind({
    payload: titled,
    visibility: 'internal',
    sentence: { zh: () => '代表工作委员会打开了建议', en: () => 'Opened by the deputies’ committee' },
  }),
  'suggestion.recalled': kind({
    payload: titled.extend({ deputyName: z.string() }),
    visibility: 'internal',
    sentence: { zh: (p) => `${p.deputyName}代表收回修改`, en: (p) => `Taken back by deputy ${p.deputyName} to be changed` },
  }),
  // What the rating says is told by `rating_disclosed`, once it is final.
  'suggestion.rating_amended': kind({
    payload: titled.extend({ reference: z.string(), round: z.int() }),
    visibility: 'internal',
    sentence: { zh: () => '代表修改了评价', en: () => 'The deputy put the rating right' },
  }),
} satisfies Catalogue
