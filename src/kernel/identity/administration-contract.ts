import * as z from 'zod'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { define, Role } from './contract.ts'

const mobile = z.string().regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号。')
/** Starts with a letter, so that it can never look like a mobile number. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, '登录名由 3 到 32 个小写字母、数字或 . _ - 组成，以字母开头。')
const name = z.string().trim().min(1).max(50)

export const NewAccount = z.strictObject({
  login: Login,
  name,
  unitId: z.uuid().nullable().default(null),
  deputyId: z.uuid().nullable().default(null),
  phone: mobile.nullable().default(null),
})
export type NewAccount = z.infer<typeof NewAccount>

/** What is left out stays as it is; a phone is never read back, so it cannot be sent back unchanged. */
export const AccountEdit = NewAccount.omit({ login: true }).partial()
export type AccountEdit = z.infer<typeof AccountEdit>

export const accountActions = [
  'edit',
  'disable',
  'enable',
  'resetPassword',
  'resetSecondFactor',
  'revealPhone',
  'bindSubject',
  'grant',
  'revoke',
] as const
export const AccountAction = z.enum(accountActions)
export type AccountAction = z.infer<typeof AccountAction>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** No hash, no secret, no whole phone number: what is not in this list does not leave. */
export const Account = z.object({
  id: z.uuid(),
  version: z.number().int(),
  login: z.string(),
  name: z.string(),
  unit: Named.nullable(),
  deputy: Named.nullable(),
  roles: z.array(Role),
  isEnabled: z.boolean(),
  /** Masked: 138****8000. */
  phone: z.string().nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** The subject at the identity provider to which the account is bound. */
  externalSubject: z.string().nullable(),
  passwordChangedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  allowed: z.array(AccountAction),
})
export type Account = z.infer<typeof Account>

const accountQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(50).optional(),
  role: Role.optional(),
  isEnabled: z.stringbool().optional(),
})
export type AccountQuery = z.infer<typeof accountQuery>

export const ReasonInput = z.strictObject({ reason: z.string().trim().min(2).max(200) })
export const RoleInput = z.strictObject({ role: Role })
export const SubjectInput = z.strictObject({ subject: z.string().trim().min(1).max(255).nullable() })

/** The rules for passwords and second factors of one congress. 0 days: a password does not age. */
export const Policy = z.strictObject({
  maxPasswordAgeDays: z.number().int().min(0).max(3650),
  passwordHistory: z.number().int().min(0).max(24),
  secondFactorRoles: z.array(Role),
})
export type Policy = z.infer<typeof Policy>

export const auditQuery = pageQuery.extend({
  /** The whole name (`suggestion.assigned`) or its first part (`suggestion`). */
  name: z.string().max(60).optional(),
  actorId: z.uuid().optional(),
  subjectId: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
})
export type AuditQuery = z.infer<typeof auditQuery>

export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  name: z.string(),
  subjectId: z.uuid(),
  actor: z.object({ id: z.uuid(), name: z.string(), login: z.string() }).nullable(),
  sentence: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

const byId = z.object({ id: z.uuid() })
const one = { params: byId, ok: Account } as const
const system = ['system_admin'] as const
const security = ['security_admin'] as const
const both = ['system_admin', 'security_admin'] as const

export const administrationApi = define({
  listAccounts: {
    method: 'GET',
    path: '/accounts',
    summary: '账号列表',
    audience: both,
    query: accountQuery,
    ok: pageOf(Account),
  },
  getAccount: { method: 'GET', path: '/accounts/{id}', summary: '一个账号', audience: both, ...one },
  createAccount: {
    method: 'POST',
    path: '/accounts',
    summary: '开户：随后重置密码取得初始密码',
    audience: system,
    body: NewAccount,
    ok: Account,
    status: 201,
  },
  editAccount: {
    method: 'PATCH',
    path: '/accounts/{id}',
    summary: '修改账号',
    audience: system,
    body: AccountEdit,
    ...one,
  },
  disableAccount: {
    method: 'POST',
    path: '/accounts/{id}/disable',
    summary: '停用：所有设备随即退出',
    audience: system,
    body: ReasonInput,
    ...one,
  },
  enableAccount: {
    method: 'POST',
    path: '/accounts/{id}/enable',
    summary: '恢复使用',
    audience: system,
    body: ReasonInput,
    ...one,
  },
  resetSecondFactor: {
    method: 'POST',
    path: '/accounts/{id}/reset-second-factor',
    summary: '解除他人的动态口令',
    audience: system,
    body: ReasonInput,
    ...one,
  },
  revealPhone: {
    method: 'POST',
    path: '/accounts/{id}/reveal-phone',
    summary: '查看完整手机号：说明理由并留痕',
    audience: system,
    params: byId,
    body: ReasonInput,
    ok: z.object({ phone: z.string() }),
  },
  bindSubject: {
    method: 'POST',
    path: '/accounts/{id}/bind-subject',
    summary: '绑定统一身份认证的用户标识；null 为解除',
    audience: system,
    body: SubjectInput,
    ...one,
  },
  grantRole: {
    method: 'POST',
    path: '/accounts/{id}/grant',
    summary: '授予角色',
    audience: security,
    body: RoleInput,
    ...one,
  },
  revokeRole: {
    method: 'POST',
    path: '/accounts/{id}/revoke',
    summary: '收回角色：所有设备随即退出',
    audience: security,
    body: RoleInput,
    ...one,
  },
  getPolicy: { method: 'GET', path: '/identity/policy', summary: '密码与动态口令的规定', audience: both, ok: Policy },
  setPolicy: {
    method: 'PUT',
    path: '/identity/policy',
    summary: '修改密码与动态口令的规定',
    audience: security,
    body: Policy,
    ok: Policy,
  },
  listAuditEvents: {
    method: 'GET',
    path: '/audit/events',
    summary: '审计日志；每次查阅本身也留痕',
    audience: ['audit_admin'],
    query: auditQuery,
    ok: pageOf(AuditEntry),
    isRecorded: true,
  },
})

/** The hash of a new password is slow to make: not inside a transaction. */
export const resetApi = define({
  resetPassword: {
    method: 'POST',
    path: '/accounts/{id}/reset-password',
    summary: '重置密码：新密码只显示这一次，对方首次登录必须修改',
    audience: system,
    params: byId,
    body: ReasonInput,
    ok: z.object({ password: z.string() }),
    rateLimit: 30,
  },
})
