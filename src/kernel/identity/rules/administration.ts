import type { Refusal } from '#lib/pure/refusal.ts'
import { accountActions, type AccountAction, type Actor, type Role } from '../contract.ts'

export const administrators = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]

/** What a decision needs to know of an account. */
export interface Facts {
  readonly id: string
  readonly roles: readonly Role[]
  readonly isEnabled: boolean
  readonly hasSecondFactor: boolean
  readonly hasPhone: boolean
  readonly unitId: string | null
  readonly deputyId: string | null
}

/**
 * Three administrators keep each other in check (GB/T 22239 8.1.5): the system administrator opens and closes accounts, the security
 * administrator gives and takes roles, the audit administrator reads what both did. Nobody acts on their own account, and nobody can
 * take over another administrator by resetting what they sign in with: that needs the command line of the server.
 */
export function refusal(actor: Actor, it: Facts, action: AccountAction): Refusal | null {
  return notYours(actor, action) ?? onSelf(actor, it, action) ?? onAdministrator(it, action) ?? conditions[action]?.(it) ?? null
}

export function allowed(actor: Actor, it: Facts): AccountAction[] {
  return accountActions.filter((action) => refusal(actor, it, action) === null)
}

/** Why `role` may not be granted to an account, beyond `refusal`. */
export function grantRefusal(it: Facts, role: Role): Refusal | null {
  if (it.roles.includes(role)) return conflict('has-role', '这个账号已经有这个角色。')
  if (isAdministrator([role]) && isAdministrator(it.roles)) {
    return conflict('one-administrator', '系统、安全、审计三个管理员不能由同一账号兼任。请授予另一个人。')
  }
  if (role === 'deputy' && !it.deputyId) return conflict('no-deputy', '这个账号还没有对应到代表。请系统管理员先选定代表。')
  if ((role === 'handling_unit' || role === 'department') && !it.unitId) {
    return conflict('no-unit', '这个账号还没有所属单位。请系统管理员先选定单位。')
  }
  return null
}

/** Why `role` may not be revoked; `holders` counts the enabled accounts that hold it. */
export function revokeRefusal(it: Facts, role: Role, holders: number): Refusal | null {
  if (!it.roles.includes(role)) return conflict('lacks-role', '这个账号没有这个角色，可能刚刚已被收回。')
  return it.isEnabled && isAdministrator([role]) ? lastRefusal(holders) : null
}

/** A congress without one of its three administrators could not give itself one. */
export function lastRefusal(holders: number): Refusal | null {
  return holders > 1 ? null : conflict('last-administrator', '这是最后一位这类管理员。请先把角色授予另一个人。')
}

/** Unit and deputy decide what a person sees, as roles do: nobody changes their own. */
export function moveRefusal(actor: Actor, it: Facts): Refusal | null {
  return actor.id === it.id ? forbidden('own-account', '不能修改自己的单位和代表身份。请由另一位系统管理员办理。') : null
}

export function isAdministrator(roles: readonly Role[]): boolean {
  return administrators.some((it) => roles.includes(it))
}

const part: Readonly<Record<AccountAction, Role>> = {
  edit: 'system_admin',
  disable: 'system_admin',
  enable: 'system_admin',
  resetPassword: 'system_admin',
  resetSecondFactor: 'system_admin',
  revealPhone: 'system_admin',
  bindSubject: 'system_admin',
  grant: 'security_admin',
  revoke: 'security_admin',
}

function notYours(actor: Actor, action: AccountAction): Refusal | null {
  if (actor.roles.has(part[action])) return null
  const who = part[action] === 'system_admin' ? '系统管理员' : '安全管理员'
  return forbidden('not-your-part', `这一步由${who}来做。`)
}

const onOthersOnly: readonly AccountAction[] = [
  'disable',
  'enable',
  'resetPassword',
  'resetSecondFactor',
  'bindSubject',
  'grant',
  'revoke',
]

function onSelf(actor: Actor, it: Facts, action: AccountAction): Refusal | null {
  if (actor.id !== it.id || !onOthersOnly.includes(action)) return null
  return forbidden('own-account', '不能对自己的账号做这一步。请由另一位管理员办理。')
}

const takeovers: readonly AccountAction[] = ['resetPassword', 'resetSecondFactor', 'bindSubject']

function onAdministrator(it: Facts, action: AccountAction): Refusal | null {
  if (!takeovers.includes(action) || !isAdministrator(it.roles)) return null
  return forbidden('administrator-account', '管理员账号的密码和动态口令只能在服务器上用 minyi admin 命令重置。')
}

const conditions: Readonly<Partial<Record<AccountAction, (it: Facts) => Refusal | null>>> = {
  disable: (it) => (it.isEnabled ? null : conflict('disabled', '这个账号已经停用。')),
  enable: (it) => (it.isEnabled ? conflict('enabled', '这个账号正在使用。') : null),
  resetSecondFactor: (it) => (it.hasSecondFactor ? null : conflict('no-second-factor', '这个账号没有绑定动态口令。')),
  revealPhone: (it) => (it.hasPhone ? null : conflict('no-phone', '这个账号没有登记手机号。')),
}

function forbidden(code: string, sentence: string): Refusal {
  return { kind: 'forbidden', code, sentence }
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
