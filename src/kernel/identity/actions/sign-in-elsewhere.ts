import { randomBytes } from 'node:crypto'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { samePath, type RedirectAnswer } from '#lib/http/redirect.ts'
import { lockAccount } from '../account-store.ts'
import { noteFailure, triedBy } from '../attempts.ts'
import { giveSession, JOURNEY_COOKIE } from '../cookies.ts'
import { enter, giveTicket, hashOf, issueTicket, type Entered } from '../enter.ts'
import { findBoundAccount, insertJourney, takeJourney } from '../factor-store.ts'
import type { OidcProvider } from '../oidc.ts'
import type { Parts } from '../parts.ts'
import type { Steps } from '../steps.ts'

const HOME = '/workbench'
const SIGN_IN_PAGE = '/workbench/sign-in'
const CALLBACK = '/api/v1/session/oidc/callback'
const JOURNEY_MS = 10 * 60_000

/** 转到统一身份认证. The journey is tied to this browser by a cookie, so nobody can be signed in with somebody else's answer. */
export async function startOidc(steps: Steps, parts: Parts, returnTo: string | undefined): Promise<RedirectAnswer> {
  const provider = providerOf(parts)
  const { browser, now } = steps
  const trip = await provider.begin(`${browser.origin}${CALLBACK}`).catch(() => null)
  if (!trip) return back('unavailable')
  const secret = randomBytes(32).toString('base64url')
  const { state, nonce, verifier } = trip
  const journey = { nonce, verifier, returnTo: samePath(returnTo) ?? HOME, expiresAt: new Date(now.getTime() + JOURNEY_MS) }
  await steps.step((tx) => insertJourney(tx, { ...journey, stateHash: hashOf(state), browserHash: hashOf(secret) }))
  browser.setCookie(JOURNEY_COOKIE, secret, { maxAgeSeconds: JOURNEY_MS / 1000 })
  return { redirectTo: trip.url }
}

/** 从统一身份认证返回. Every answer counts once; what does not fit leads back to the sign-in page without saying what it was. */
export async function finishOidc(steps: Steps, parts: Parts, state: string | undefined): Promise<RedirectAnswer> {
  const provider = providerOf(parts)
  const { browser, now } = steps
  const secret = browser.cookie(JOURNEY_COOKIE)
  browser.clearCookie(JOURNEY_COOKIE)
  if (!state || !secret) return back('refused')
  const journey = await steps.step((tx) => takeJourney(tx, hashOf(state), hashOf(secret), now))
  if (!journey) return back('refused')
  const subject = await provider.finish(`${browser.origin}${browser.url}`, { ...journey, state }).catch(() => null)
  if (subject === null) return back('refused')
  const outcome = await steps.step((tx) => arrive(tx, steps, parts, provider.issuer, subject))
  if (outcome === null) return back('unbound')
  if ('ticket' in outcome) {
    giveTicket(steps, outcome.ticket)
    return { redirectTo: `${SIGN_IN_PAGE}?${new URLSearchParams({ step: 'code', returnTo: journey.returnTo }).toString()}` }
  }
  giveSession(browser, outcome.session)
  return { redirectTo: journey.returnTo }
}

/** The second factor is asked here as well: the side door must not be weaker than the front door (ASVS 6.3.3). */
async function arrive(
  tx: Tx,
  steps: Steps,
  parts: Parts,
  issuer: string,
  subject: string,
): Promise<Entered | { ticket: string } | null> {
  const id = await findBoundAccount(tx, issuer, subject)
  const account = id === undefined ? undefined : await lockAccount(tx, id)
  const tried = triedBy(steps, parts, `oidc ${subject}`)
  if (!account?.isEnabled) {
    await noteFailure(tx, steps.now, tried, { reason: 'unbound', accountId: account?.id ?? null, failures: 1 })
    return null
  }
  if (account.totpCipher === null) return enter(tx, steps, account, tried, { way: 'oidc', withCode: false })
  return { ticket: await issueTicket(tx, steps.now, account.id, tried, 'oidc') }
}

function providerOf({ oidc }: Parts): OidcProvider {
  if (!oidc) throw notFound()
  return oidc
}

function back(problem: 'unavailable' | 'refused' | 'unbound'): RedirectAnswer {
  return { redirectTo: `${SIGN_IN_PAGE}?problem=oidc-${problem}` }
}
