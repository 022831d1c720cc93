import * as z from 'zod'
import { recorder } from '#kernel/audit/api.ts'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'

const named = z.object({ name: z.string() })

export const events = {
  'deputy.imported': kind({
    payload: named.extend({ isUpdate: z.boolean() }),
    visibility: 'internal',
    sentence: {
      zh: (p) => (p.isUpdate ? `由名册更新了代表${p.name}` : `由名册登记了代表${p.name}`),
      en: (p) => (p.isUpdate ? `Updated the deputy ${p.name} from a roster` : `Enrolled the deputy ${p.name} from a roster`),
    },
  }),
  'deputy.import_undone': kind({
    payload: named,
    visibility: 'internal',
    sentence: { zh: (p) => `撤销了代表${p.name}的名册导入`, en: (p) => `Took back the enrolment of the deputy ${p.name}` },
  }),
} satisfies Catalogue

export const record = recorder(events)
