import type { Role } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { idAt } from './dice.ts'
import { at } from './moment.ts'
import type { Deputy } from './people.ts'
import { insertRows } from './rows.ts'
import type { Unit } from './units.ts'

/** The password of every demo account; the sign-in page of a demo shows it. */
export const DEMO_PASSWORD = 'Minyi-demo-2022'

export interface Account {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly unitId: string | null
  readonly deputyId: string | null
  /** Only demo accounts have a password; the others are people of the record who have not signed in yet. */
  readonly isDemo: boolean
}

export type AccountSketch = Omit<Account, 'id'>

const OPENED_ON = '2022-01-04'
/** Young enough for a rule that passwords are changed every quarter. */
const PASSWORD_SET_ON = '2022-09-26'

/** Ids follow the order of the list: where one account stands for a role, it is the first. */
export function accountsOf(place: string, sketches: readonly AccountSketch[]): Account[] {
  const openedAt = at(OPENED_ON, 9).getTime()
  return sketches.map((it, index) => ({ ...it, id: idAt(new Date(openedAt + index), `account ${place} ${it.login}`) }))
}

/** An account for each deputy: the demo ones by their own login, the others by the number of their card. */
export function deputyAccounts(deputies: readonly Deputy[], demo: Readonly<Record<string, string>>): AccountSketch[] {
  return deputies.map((it) => {
    const login = demo[it.name]
    return { login: login ?? `d${it.cardNumber}`, name: it.name, role: 'deputy', unitId: null, deputyId: it.id, isDemo: login !== undefined }
  })
}

/** A handler for each of these units that has none yet. */
export function handlerAccounts(units: readonly Unit[], known: readonly AccountSketch[]): AccountSketch[] {
  const served = new Set(known.filter((it) => it.role === 'handling_unit').map((it) => it.unitId))
  return units
    .filter((it) => !served.has(it.id))
    .map((it) => ({
      login: `u${String(it.ordinal).padStart(3, '0')}`,
      name: `${it.short}建议办理员`,
      role: 'handling_unit',
      unitId: it.id,
      deputyId: null,
      isDemo: false,
    }))
}

export async function insertAccounts(tx: Tx, accounts: readonly Account[], passwordHash: string): Promise<void> {
  const openedAt = at(OPENED_ON, 9)
  const rows = accounts.map((it) => ({
    id: it.id,
    login: it.login,
    name: it.name,
    unit_id: it.unitId,
    deputy_id: it.deputyId,
    password_hash: it.isDemo ? passwordHash : null,
    password_changed_at: it.isDemo ? at(PASSWORD_SET_ON, 9) : null,
    is_enabled: true,
    created_at: openedAt,
  }))
  await insertRows(tx, 'identity.account', rows)
  const grants = accounts.map((it) => ({ account_id: it.id, role: it.role, granted_at: openedAt }))
  await insertRows(tx, 'identity.role_grant', grants)
}
