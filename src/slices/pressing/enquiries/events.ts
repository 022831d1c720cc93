import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { words } from '../words.ts'
import { Kind } from './contract.ts'

const asked = z.object({
  suggestionId: z.uuid(),
  suggestionTitle: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  deputyId: z.uuid(),
  deputyName: z.string(),
  kind: Kind,
})

export const enquiryEvents = {
  'enquiry.asked': kind({
    payload: asked.extend({ wantedOn: z.iso.date().nullable() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}代表${words.zh.enquiryDone[p.kind]}${p.unitName}`,
      en: (p) => `Deputy ${p.deputyName} ${words.en.enquiryDone[p.kind]} ${p.unitName}`,
    },
  }),
  'enquiry.recalled': kind({
    payload: asked,
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.deputyName}代表收回了${words.zh.enquiryKind[p.kind]}`,
      en: (p) => `Deputy ${p.deputyName} took the enquiry back`,
    },
  }),
  'enquiry.acknowledged': kind({
    payload: asked,
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}已阅代表的${words.zh.enquiryKind[p.kind]}`,
      en: (p) => `${p.unitName} has seen the deputy’s enquiry`,
    },
  }),
  'enquiry.answered': kind({
    payload: asked,
    visibility: 'internal',
    sentence: {
      zh: (p) => `${p.unitName}回应了代表的${words.zh.enquiryKind[p.kind]}`,
      en: (p) => `${p.unitName} answered the deputy’s enquiry`,
    },
  }),
} satisfies Catalogue
