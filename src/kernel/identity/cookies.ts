import type { Browser } from './browser.ts'
import { CSRF_COOKIE, SESSION_COOKIE, type NewSession } from './session.ts'

/** Carries the ticket between password and code. */
export const TICKET_COOKIE = 'minyi_ticket'
/** Ties a journey to the identity provider to the browser that began it. */
export const JOURNEY_COOKIE = 'minyi_oidc'

/** The token is out of reach of scripts; the CSRF token must be within theirs. Both end with the browser. */
export function giveSession(browser: Browser, session: NewSession): void {
  browser.setCookie(SESSION_COOKIE, session.token)
  browser.setCookie(CSRF_COOKIE, session.csrfToken, { isReadable: true })
  browser.clearCookie(TICKET_COOKIE)
}

export function takeSession(browser: Browser): void {
  browser.clearCookie(SESSION_COOKIE)
  browser.clearCookie(CSRF_COOKIE)
}
