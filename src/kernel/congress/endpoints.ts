import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { unitKinds } from './contract.ts'

const Unit = z.object({ id: z.uuid(), name: z.string(), shortName: z.string(), initials: z.string(), kind: z.enum(unitKinds) })

const Deputy = z.object({ id: z.uuid(), name: z.string(), delegation: z.string().nullable() })

export const congressApi = define({
  listUnits: {
    method: 'GET',
    path: '/units',
    summary: '现有单位，按规定次序',
    audience: ['signed_in'],
    ok: z.object({ items: z.array(Unit) }),
  },
  findDeputies: {
    method: 'GET',
    path: '/deputies',
    summary: '按姓名或拼音首字母找本届代表，最多 20 位；开户、邀请联名时选用',
    audience: ['system_admin', 'deputy'],
    query: z.object({ q: z.string().trim().min(1).max(50) }),
    ok: z.object({ items: z.array(Deputy) }),
  },
})
