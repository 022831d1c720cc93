import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { unitKinds } from './contract.ts'

const Unit = z.object({ id: z.uuid(), name: z.string(), shortName: z.string(), initials: z.string(), kind: z.enum(unitKinds) })

export const congressApi = define({
  listUnits: {
    method: 'GET',
    path: '/units',
    summary: '现有单位，按规定次序',
    audience: ['signed_in'],
    ok: z.object({ items: z.array(Unit) }),
  },
})
