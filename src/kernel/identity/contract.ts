import * as z from 'zod'
import { defineFor } from '#lib/http/contract.ts'
import { pageQuery } from '#lib/http/page.ts'

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
export const audiences = ['public', 'signed_in', ...roles] as const
export type Audience = (typeof audiences)[number]

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
export const Duty = z.enum(['change_password', 'enrol_second_factor'])
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

const SessionItem = z.object({
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

const mobile = z.string().regex(/^1[3-9]\d{9}$/, '请填写 11 位手机号。')
/** Starts with a letter, so that it can never look like a mobile number. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,31}$/, '登录名由 3 到 32 个小写字母、数字或 . _ - 组成，以字母开头。')
const name = z.string().trim().min(1).max(50)

const unitId = z.uuid().nullable()
const deputyId = z.uuid().nullable()
const phone = mobile.nullable()

export const NewAccount = z.strictObject({
  login: Login,
  name,
  unitId: unitId.default(null),
  deputyId: deputyId.default(null),
  phone: phone.default(null),
})
export type NewAccount = z.infer<typeof NewAccount>

/**
 * What is left out stays as it is; a phone is never read back, so it cannot be sent back unchanged. Not derived from `NewAccount`:
 * its defaults would count here as well and take phone, unit and deputy from whoever is only renamed.
 */
export const AccountEdit = z.strictObject({ name, unitId, deputyId, phone }).partial()
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

export const AccountQuery = pageQuery.extend({
  q: z.string().trim().min(1).max(50).optional(),
  role: Role.optional(),
  isEnabled: z.stringbool().optional(),
})
export type AccountQuery = z.infer<typeof AccountQuery>

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

export const AuditQuery = pageQuery.extend({
  /** The whole name (`suggestion.assigned`) or its first part (`suggestion`). */
  name: z.string().max(60).optional(),
  actorId: z.uuid().optional(),
  subjectId: z.uuid().optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditEntry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  name: z.string(),
  subjectId: z.uuid(),
  actor: z.object({ id: z.uuid(), name: z.string(), login: z.string() }).nullable(),
  sentence: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>
