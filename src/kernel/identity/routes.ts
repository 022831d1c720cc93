import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { notFound } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { findAccount, listAccounts, listOnePerRole } from './account-store.ts'
import type { Act } from './act.ts'
import { bindSubject } from './actions/bind-subject.ts'
import { changePassword } from './actions/change-password.ts'
import { grantRole, revokeRole } from './actions/change-roles.ts'
import { confirmSecondFactor } from './actions/confirm-second-factor.ts'
import { createAccount } from './actions/create-account.ts'
import { disableAccount, enableAccount } from './actions/disable-account.ts'
import { editAccount } from './actions/edit-account.ts'
import { endOtherSessions, endSession, signOut } from './actions/end-sessions.ts'
import { enrolSecondFactor } from './actions/enrol-second-factor.ts'
import { enterCode } from './actions/enter-code.ts'
import { readAuditLog } from './actions/read-audit-log.ts'
import { removeSecondFactor } from './actions/remove-second-factor.ts'
import { resetPassword, resetSecondFactor } from './actions/reset-credentials.ts'
import { revealPhone } from './actions/reveal-phone.ts'
import { setPolicy } from './actions/set-policy.ts'
import { finishOidc, startOidc } from './actions/sign-in-elsewhere.ts'
import { signIn } from './actions/sign-in.ts'
import { getAccount } from './attempts.ts'
import type { Browser } from './browser.ts'
import type { Account, Actor, SessionList } from './contract.ts'
import { takeSession } from './cookies.ts'
import { DEMO_PASSWORD } from './demo.ts'
import type { administrationApi, secretsApi, sessionApi, signInApi } from './endpoints.ts'
import type { Parts } from './parts.ts'
import { loadPolicy } from './policy-store.ts'
import { IDLE_MS } from './rules/session-limits.ts'
import type { SignedIn } from './session.ts'
import { listLive } from './session-store.ts'
import { selfOf, type Steps } from './steps.ts'
import { toAccount, toMe, toSessionList } from './views.ts'

/** What these routes need of a request. */
interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly signedIn: SignedIn | null
  readonly now: Date
  readonly locale: Locale
  readonly ifMatch: number | null
  readonly browser: Browser
}

export function signInHandlers(parts: Parts): Handlers<Steps, typeof signInApi> {
  return {
    signIn: (steps, { body }) => signIn(steps, parts, body),
    enterCode: (steps, { body }) => enterCode(steps, parts, body.code),
    startOidc: (steps, { query }) => startOidc(steps, parts, query.returnTo),
    finishOidc: (steps, { query }) => finishOidc(steps, parts, query.state),
    changePassword: (steps, { body }) => changePassword(steps, parts, body),
    enrolSecondFactor: (steps, { body }) => enrolSecondFactor(steps, parts, body.password),
    confirmSecondFactor: (steps, { body }) => confirmSecondFactor(steps, parts, body.code),
    removeSecondFactor: (steps, { body }) => removeSecondFactor(steps, parts, body),
  }
}

export function secretsHandlers(parts: Parts): Handlers<Steps, typeof secretsApi> {
  return {
    revealPhone: async (steps, { params, body }) => ({ phone: await revealPhone(steps, parts, params.id, body.reason) }),
    resetPassword: async (steps, { params, body }) => ({ password: await resetPassword(steps, parts, params.id, body.reason) }),
  }
}

export function sessionHandlers(parts: Parts): Handlers<Reading, typeof sessionApi> {
  const ways = { password: true, oidc: parts.oidc !== null, isDemo: parts.isDemo } as const
  return {
    getSession: async ({ tx, signedIn }) => {
      const me = signedIn && toMe(await getAccount(tx, signedIn.actor.id), signedIn)
      return { me, ways }
    },
    signOut: async (context) => {
      await signOut(context.tx, selfOf(context), context.now)
      takeSession(context.browser)
      return { me: null, ways }
    },
    listSessions: (context) => sessionsOf(context),
    endSession: async (context, { params }) => {
      await endSession(context.tx, selfOf(context), params.id, context.now)
      return sessionsOf(context)
    },
    endOtherSessions: async (context) => {
      await endOtherSessions(context.tx, selfOf(context), context.now)
      return sessionsOf(context)
    },
    listDemoAccounts: async ({ tx }) => {
      if (!parts.isDemo) throw notFound()
      return { items: (await listOnePerRole(tx)).map((it) => ({ ...it, password: DEMO_PASSWORD })) }
    },
  }
}

export function administrationHandlers(parts: Parts): Handlers<Reading, typeof administrationApi> {
  const { fields } = parts
  const then = async (context: Reading, id: string, work: (act: Act) => Promise<void>): Promise<Account> => {
    const act = actOf(context)
    await work(act)
    return account(act, parts, id)
  }
  return {
    listAccounts: async (context, { query }) => {
      const { tx, actor } = actOf(context)
      const page = cutPage(await listAccounts(tx, query), query.limit, (it) => it.id)
      return { items: page.items.map((it) => toAccount(it, actor, fields)), next: page.next }
    },
    getAccount: (context, { params }) => account(actOf(context), parts, params.id),
    createAccount: async (context, { body }) => {
      const act = actOf(context)
      return account(act, parts, await createAccount(act, fields, body))
    },
    editAccount: (context, { params, body }) =>
      then(context, params.id, (act) => editAccount(act, fields, params.id, body, context.ifMatch)),
    disableAccount: (context, { params, body }) => then(context, params.id, (act) => disableAccount(act, params.id, body.reason)),
    enableAccount: (context, { params, body }) => then(context, params.id, (act) => enableAccount(act, params.id, body.reason)),
    resetSecondFactor: (context, { params, body }) =>
      then(context, params.id, (act) => resetSecondFactor(act, params.id, body.reason)),
    bindSubject: (context, { params, body }) =>
      then(context, params.id, (act) => bindSubject(act, parts, params.id, body.subject)),
    grantRole: (context, { params, body }) => then(context, params.id, (act) => grantRole(act, params.id, body.role)),
    revokeRole: (context, { params, body }) => then(context, params.id, (act) => revokeRole(act, params.id, body.role)),
    getPolicy: ({ tx }) => loadPolicy(tx),
    setPolicy: async (context, { body }) => {
      await setPolicy(actOf(context), body)
      return body
    },
    listAuditEvents: (context, { query }) => readAuditLog(actOf(context), parts, query, context.locale),
  }
}

async function account({ tx, actor }: Act, { fields }: Parts, id: string): Promise<Account> {
  const it = await findAccount(tx, id)
  if (!it) throw notFound('这个账号')
  return toAccount(it, actor, fields)
}

async function sessionsOf(context: Reading): Promise<SessionList> {
  const { actor, sessionId } = selfOf(context)
  const rows = await listLive(context.tx, actor.id, context.now, new Date(context.now.getTime() - IDLE_MS))
  return toSessionList(rows, sessionId)
}

function actOf(context: Reading): Act {
  return { tx: context.tx, actor: selfOf(context).actor, now: context.now }
}
