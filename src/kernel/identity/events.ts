import * as z from 'zod'
import { kind, type Catalogue } from '#kernel/audit/contract.ts'
import { recorder } from '#kernel/audit/api.ts'
import { Role } from './contract.ts'
import { words } from './words.ts'

const empty = z.object({})
const network = z.object({ network: z.string() })
const named = z.object({ name: z.string(), login: z.string() })
const withReason = named.extend({ reason: z.string() })
const withRole = named.extend({ role: Role })
const way = z.enum(['password', 'oidc'])
const refusedFor = z.enum(['wrong_secret', 'wrong_code', 'too_many', 'blocked', 'unbound'])
const visibility = 'restricted'

/** What happens to accounts, sessions and rights. All of it belongs in the audit log and nowhere else. */
export const events = {
  'sign_in.accepted': kind({
    payload: network.extend({ way, withCode: z.boolean() }),
    visibility,
    sentence: {
      zh: (p) => `登录（${words.zh.way[p.way]}${p.withCode ? '，动态口令' : ''}），来自 ${p.network}`,
      en: (p) => `Signed in (${words.en.way[p.way]}${p.withCode ? ', one-time code' : ''}) from ${p.network}`,
    },
  }),
  'sign_in.refused': kind({
    payload: network.extend({ reason: refusedFor, isKnown: z.boolean() }),
    visibility,
    sentence: {
      zh: (p) => `登录被拒绝：${words.zh.refusedFor[p.reason]}${p.isKnown ? '' : '，没有这个账号'}，来自 ${p.network}`,
      en: (p) => `Sign-in refused: ${words.en.refusedFor[p.reason]}${p.isKnown ? '' : ', no such account'}, from ${p.network}`,
    },
  }),
  'guessing.noticed': kind({
    payload: z.object({ failures: z.number().int() }),
    visibility,
    sentence: {
      zh: (p) => `十分钟内登录失败 ${p.failures} 次，疑似有人在猜密码，登录已整体放慢`,
      en: (p) => `${p.failures} failed sign-ins in ten minutes: somebody may be guessing; signing in was slowed down`,
    },
  }),
  'session.ended': kind({
    payload: z.object({ count: z.number().int(), isOwnExit: z.boolean() }),
    visibility,
    sentence: {
      zh: (p) => (p.isOwnExit ? '退出登录' : `结束了 ${p.count} 台设备的登录`),
      en: (p) => (p.isOwnExit ? 'Signed out' : `Ended the session on ${p.count} device${p.count === 1 ? '' : 's'}`),
    },
  }),
  'password.changed': kind({
    payload: empty,
    visibility,
    sentence: { zh: () => '修改了自己的密码', en: () => 'Changed the own password' },
  }),
  'password.reset': kind({
    payload: withReason,
    visibility,
    sentence: {
      zh: (p) => `重置了${p.name}（${p.login}）的密码：${p.reason}`,
      en: (p) => `Reset the password of ${p.name} (${p.login}): ${p.reason}`,
    },
  }),
  'second_factor.enrolled': kind({
    payload: empty,
    visibility,
    sentence: { zh: () => '绑定了动态口令', en: () => 'Enrolled a second factor' },
  }),
  'second_factor.removed': kind({
    payload: empty,
    visibility,
    sentence: { zh: () => '解除了自己的动态口令', en: () => 'Removed the own second factor' },
  }),
  'second_factor.reset': kind({
    payload: withReason,
    visibility,
    sentence: {
      zh: (p) => `解除了${p.name}（${p.login}）的动态口令：${p.reason}`,
      en: (p) => `Reset the second factor of ${p.name} (${p.login}): ${p.reason}`,
    },
  }),
  'rescue_code.used': kind({
    payload: z.object({ left: z.number().int() }),
    visibility,
    sentence: { zh: (p) => `使用了一个备用码，还剩 ${p.left} 个`, en: (p) => `Used a rescue code, ${p.left} left` },
  }),
  'account.created': kind({
    payload: named,
    visibility,
    sentence: { zh: (p) => `为${p.name}开户（${p.login}）`, en: (p) => `Created the account ${p.login} for ${p.name}` },
  }),
  'account.edited': kind({
    payload: named.extend({ fields: z.array(z.string()) }),
    visibility,
    sentence: {
      zh: (p) => `修改了${p.name}（${p.login}）的账号：${p.fields.map((it) => words.zh.field[it] ?? it).join('、')}`,
      en: (p) => `Edited the account of ${p.name} (${p.login}): ${p.fields.map((it) => words.en.field[it] ?? it).join(', ')}`,
    },
  }),
  'account.disabled': kind({
    payload: withReason,
    visibility,
    sentence: {
      zh: (p) => `停用了${p.name}（${p.login}）的账号：${p.reason}`,
      en: (p) => `Disabled the account of ${p.name} (${p.login}): ${p.reason}`,
    },
  }),
  'account.enabled': kind({
    payload: withReason,
    visibility,
    sentence: {
      zh: (p) => `恢复了${p.name}（${p.login}）的账号：${p.reason}`,
      en: (p) => `Enabled the account of ${p.name} (${p.login}): ${p.reason}`,
    },
  }),
  'account.bound': kind({
    payload: named.extend({ subject: z.string().nullable() }),
    visibility,
    sentence: {
      zh: (p) => (p.subject ? `将${p.name}（${p.login}）绑定到统一身份认证` : `解除了${p.name}（${p.login}）的统一身份认证`),
      en: (p) => (p.subject ? `Bound ${p.name} (${p.login}) to the identity provider` : `Unbound ${p.name} (${p.login})`),
    },
  }),
  'phone.revealed': kind({
    payload: withReason,
    visibility,
    sentence: {
      zh: (p) => `查看了${p.name}（${p.login}）的完整手机号：${p.reason}`,
      en: (p) => `Looked at the phone number of ${p.name} (${p.login}): ${p.reason}`,
    },
  }),
  'role.granted': kind({
    payload: withRole,
    visibility,
    sentence: {
      zh: (p) => `授予${p.name}（${p.login}）“${words.zh.role[p.role]}”角色`,
      en: (p) => `Granted ${p.name} (${p.login}) the role “${words.en.role[p.role]}”`,
    },
  }),
  'role.revoked': kind({
    payload: withRole,
    visibility,
    sentence: {
      zh: (p) => `收回${p.name}（${p.login}）的“${words.zh.role[p.role]}”角色`,
      en: (p) => `Revoked the role “${words.en.role[p.role]}” of ${p.name} (${p.login})`,
    },
  }),
  'identity_policy.changed': kind({
    payload: z.object({ maxPasswordAgeDays: z.number(), passwordHistory: z.number(), secondFactorRoles: z.array(Role) }),
    visibility,
    sentence: {
      zh: (p) => `修改了密码规定：${p.maxPasswordAgeDays || '不限'}天更换，不重复最近 ${p.passwordHistory} 个`,
      en: (p) => `Changed the password rules: age ${p.maxPasswordAgeDays || 'unlimited'} days, history ${p.passwordHistory}`,
    },
  }),
  'audit_log.read': kind({
    payload: z.object({ filters: z.record(z.string(), z.string()), count: z.number().int() }),
    visibility,
    sentence: { zh: (p) => `查阅审计日志 ${p.count} 条`, en: (p) => `Read ${p.count} entries of the audit log` },
  }),
  'access.denied': kind({
    payload: z.object({ operation: z.string() }),
    visibility,
    sentence: { zh: (p) => `越权访问被拒绝：${p.operation}`, en: (p) => `Access denied: ${p.operation}` },
  }),
} satisfies Catalogue

export const record = recorder(events)
