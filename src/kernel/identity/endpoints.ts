import * as z from 'zod'
import { pageOf } from '#lib/http/page.ts'
import { redirectAnswer } from '#lib/http/redirect.ts'
import {
  Account,
  AccountEdit,
  AccountQuery,
  AuditEntry,
  AuditQuery,
  ChangePasswordInput,
  CodeInput,
  Confirmation,
  DemoAccount,
  Enrolment,
  Me,
  NewAccount,
  PasswordInput,
  Policy,
  ReasonInput,
  RemoveFactorInput,
  RoleInput,
  SessionAnswer,
  SessionList,
  SignInAnswer,
  SignInInput,
  SubjectInput,
  define,
} from './contract.ts'

const beforeDuty = true
/** More than a busy office behind one address needs, far fewer than guessing needs. */
const rateLimit = 120
const SignIn = { ok: SignInAnswer, beforeDuty, rateLimit } as const
const SignedIn = { audience: ['signed_in'], beforeDuty } as const

/** Operations that check a secret or ask another server: slow work, so they do not run inside one transaction. */
export const signInApi = define({
  signIn: { method: 'POST', path: '/session', summary: '登录', audience: ['public'], body: SignInInput, ...SignIn },
  enterCode: { method: 'POST', path: '/session/code', summary: '输入动态口令', audience: ['public'], body: CodeInput, ...SignIn },
  startOidc: {
    method: 'GET',
    path: '/session/oidc',
    summary: '转到统一身份认证',
    audience: ['public'],
    query: z.object({ returnTo: z.string().max(500).optional() }),
    ok: redirectAnswer,
    beforeDuty,
    rateLimit,
  },
  finishOidc: {
    method: 'GET',
    path: '/session/oidc/callback',
    summary: '从统一身份认证返回',
    audience: ['public'],
    query: z.looseObject({ state: z.string().max(500).optional() }),
    ok: redirectAnswer,
    beforeDuty,
    rateLimit,
  },
  changePassword: {
    method: 'POST',
    path: '/me/password',
    summary: '修改密码：其他设备随即退出',
    ...SignedIn,
    body: ChangePasswordInput,
    ok: Me,
    rateLimit,
  },
  enrolSecondFactor: {
    method: 'POST',
    path: '/me/second-factor',
    summary: '绑定动态口令：取得密钥',
    ...SignedIn,
    body: PasswordInput,
    ok: Enrolment,
    rateLimit,
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/confirm',
    summary: '绑定动态口令：输入第一个口令',
    ...SignedIn,
    body: CodeInput,
    ok: Confirmation,
    rateLimit,
  },
  removeSecondFactor: {
    method: 'POST',
    path: '/me/second-factor/remove',
    summary: '解除动态口令',
    ...SignedIn,
    body: RemoveFactorInput,
    ok: Me,
    rateLimit,
  },
})

export const sessionApi = define({
  getSession: {
    method: 'GET',
    path: '/session',
    summary: '当前登录人与登录方式',
    audience: ['public'],
    ok: SessionAnswer,
    beforeDuty,
  },
  signOut: { method: 'DELETE', path: '/session', summary: '退出', ...SignedIn, ok: SessionAnswer },
  listSessions: { method: 'GET', path: '/me/sessions', summary: '我登录的设备', ...SignedIn, ok: SessionList },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/{id}',
    summary: '退出一台设备',
    ...SignedIn,
    params: z.object({ id: z.uuid() }),
    ok: SessionList,
  },
  endOtherSessions: {
    method: 'POST',
    path: '/me/sessions/end-others',
    summary: '退出其他所有设备',
    ...SignedIn,
    ok: SessionList,
  },
  listDemoAccounts: {
    method: 'GET',
    path: '/demo/accounts',
    summary: '演示账号（仅演示环境）',
    audience: ['public'],
    ok: z.object({ items: z.array(DemoAccount) }),
    beforeDuty,
  },
})

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
    query: AccountQuery,
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
    query: AuditQuery,
    ok: pageOf(AuditEntry),
    isRecorded: true,
  },
})

/** Answers that are shown once and kept nowhere: no `Idempotency-Key` counts here, for a kept answer would be the secret in clear. */
export const secretsApi = define({
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
  revealPhone: {
    method: 'POST',
    path: '/accounts/{id}/reveal-phone',
    summary: '查看完整手机号：说明理由并留痕',
    audience: system,
    params: byId,
    body: ReasonInput,
    rateLimit: 30,
    ok: z.object({ phone: z.string() }),
  },
})
