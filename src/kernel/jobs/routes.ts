import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { notFound } from '#lib/http/problem.ts'
import type { api } from './contract.ts'
import { listParked, retryParked } from './store.ts'

export const handlers: Handlers<{ readonly tx: Tx }, typeof api> = {
  listParkedJobs: async ({ tx }) => ({ items: await listParked(tx) }),
  retryParkedJob: async ({ tx }, { params }) => {
    if (!(await retryParked(tx, params.id))) throw notFound('这个停放的作业')
    return {}
  },
}
