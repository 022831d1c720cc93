import type { Account } from './accounts.ts'
import type { Cast } from './suggestions/steps.ts'

/** Finds the account that acts; a part that nobody can play is an error in the world. */
export function castOf(accounts: readonly Account[]): Cast {
  const deputies = new Map(accounts.map((it) => [it.deputyId, it.id]))
  const handlers = new Map(accounts.filter((it) => it.role === 'handling_unit').map((it) => [it.unitId, it.id]))
  const clerk = accounts.find((it) => it.role === 'deputies_affairs')
  return {
    clerk: () => known(clerk?.id, 'clerk of the deputies’ committee'),
    clerkName: () => known(clerk?.name, 'clerk of the deputies’ committee'),
    deputy: (id) => known(deputies.get(id), `account of deputy ${id}`),
    handler: (unitId) => known(handlers.get(unitId), `handler of unit ${unitId}`),
  }
}

function known(id: string | undefined, what: string): string {
  if (!id) throw new Error(`The world has no ${what}`)
  return id
}
