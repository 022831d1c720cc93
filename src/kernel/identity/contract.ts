import * as z from 'zod'
import { defineFor } from '#lib/http/contract.ts'
import { redirectAnswer } from '#lib/http/redirect.ts'

/** The roles of product.md 6.2. The three administrators are separate: no account may hold two of them (GB/T 22239). */
export const roles = [
  'station_liaison',
  'deputy',
  'deputies_affairs',
  'special_committee',
  'legislative_affairs',
  'supervision_office',
  'handling_unit',
  'department',
  'leader',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** Who may call an operation: anyone, anyone signed in, or the roles named. */
export type Audience = Role | 'public' | 'signed_in'

export const define = defineFor<Audience>()

/** Who is acting. Passed on, never ambient. `unitId` is the unit a person works for, `deputyId` the deputy a person is. */
export interface Actor {
  readonly id: string
  readonly congressId: number
  readonly name: string
  readonly roles: ReadonlySet<Role>
  readonly unitId: string | null
  readonly deputyId: string | null
}

/** True when one of the audience fits; `actor` is null for a visitor who has not signed in. */
export function isAudience(actor: Actor | null, audience: readonly Audience[]): boolean {
  return audience.some((it) => it === 'public' || (actor !== null && (it === 'signed_in' || actor.roles.has(it))))
}

/** What a person must do before anything else; until then every other operation answers 403 with the code of the duty. */
export const duties = ['change_password', 'enrol_second_factor'] as const
export const Duty = z.enum(duties)
export type Duty = z.infer<typeof Duty>

/** Long enough for any passphrase, short enough that hashing it costs nothing extra. Passwords are taken as they are. */
const password = z.string().min(1).max(256)
/** Six digits of the authenticator, or one of the rescue codes; spaces and hyphens do not count. */
const code = z.string().trim().min(6).max(40)

/** `login` is a login name or a mobile number. */
export const SignInInput = z.strictObject({ login: z.string().trim().min(1).max(64), password })
export const CodeInput = z.strictObject({ code })
export const ChangePasswordInput = z.strictObject({ current: password, next: password })
export const PasswordInput = z.strictObject({ password })
export const RemoveFactorInput = z.strictObject({ password, code })

/** The person who is signed in, as the head of every page shows them. */
export const Me = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  deputyId: z.uuid().nullable(),
  duty: Duty.nullable(),
  hasSecondFactor: z.boolean(),
  passwordChangedAt: z.iso.datetime().nullable(),
  /** When this session ends even if it is used; it ends after 30 idle minutes in any case. */
  sessionExpiresAt: z.iso.datetime(),
})
export type Me = z.infer<typeof Me>

/** `code_required`: the password was right, now `POST /session/code`. The ticket between the two is in a cookie. */
export const SignInAnswer = z.object({ status: z.enum(['signed_in', 'code_required']), me: Me.nullable() })
export type SignInAnswer = z.infer<typeof SignInAnswer>

/** Who is asking, and which ways of signing in this installation offers. */
export const SessionAnswer = z.object({
  me: Me.nullable(),
  ways: z.object({ password: z.literal(true), oidc: z.boolean(), isDemo: z.boolean() }),
})

export const SessionItem = z.object({
  id: z.uuid(),
  /** The browser, as it calls itself. */
  client: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isCurrent: z.boolean(),
})
export const SessionList = z.object({ items: z.array(SessionItem) })
export type SessionList = z.infer<typeof SessionList>

/** Shown once: the secret for the authenticator, as text, as `otpauth:` address and as a drawing (SVG) of it. */
export const Enrolment = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() })
export type Enrolment = z.infer<typeof Enrolment>
export const Confirmation = z.object({ rescueCodes: z.array(z.string()), me: Me })
export type Confirmation = z.infer<typeof Confirmation>

export const DemoAccount = z.object({ login: z.string(), name: z.string(), role: Role, password: z.string() })

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
