import { Secret, TOTP } from 'otpauth'
import { afterAll, expect, test } from 'vitest'
import { openBrowser, type Jar } from '../../../tests/support/cookie-jar.ts'
import { buildHouse, CITY } from '../../../tests/support/house.ts'
import { CLIENT, startIdentityProvider } from '../../../tests/support/identity-provider.ts'
import { oidcProvider } from './oidc.ts'
import { PASSWORD, settleAccount } from './testing.ts'

const provider = await startIdentityProvider('http://city.localhost/api/v1/session/oidc/callback')
afterAll(() => provider.close())
provider.isUp = false
const house = await buildHouse({ oidc: oidcProvider({ issuer: provider.issuer, ...CLIENT }) })
// The provider's tokens carry the real time.
house.setNow(new Date())
const system = await house.person('system_admin')
let next = 0

const REFUSED = '/workbench/sign-in?problem=oidc-refused'

async function settle(): Promise<{ id: string; login: string; subject: string }> {
  const login = `person${(next += 1)}`
  const id = await house.in(CITY, (tx) => settleAccount(tx, house.now(), { login, roles: ['leader'] }))
  const subject = `subject-${next}`
  expect((await system.call('POST', `/accounts/${id}/bind-subject`, { subject })).body.externalSubject).toBe(subject)
  return { id, login, subject }
}

/** To the provider and up to our door, without entering. */
async function travel(browser: Jar, subject: string, returnTo = ''): Promise<URL> {
  provider.subject = subject
  const out = await browser.call('GET', `/session/oidc${returnTo && `?returnTo=${encodeURIComponent(returnTo)}`}`)
  expect(out.status).toBe(303)
  return provider.walk(String(out.headers['location']))
}

async function arrive(browser: Jar, at: URL): Promise<string> {
  const reply = await browser.call('GET', `${at.pathname}${at.search}`)
  expect(reply.status).toBe(303)
  return String(reply.headers['location'])
}

const isIn = async (browser: Jar) => (await browser.call('GET', '/session')).body.me !== null

test('PLT-02 a provider that is down keeps nobody from the page, and works as soon as it is up', async () => {
  const browser = openBrowser(house)
  const out = await browser.call('GET', '/session/oidc')
  expect(out.headers['location']).toBe('/workbench/sign-in?problem=oidc-unavailable')
  provider.isUp = true
  expect(String((await browser.call('GET', '/session/oidc')).headers['location'])).toMatch(
    /[?&]code_challenge=[\w-]{43}&code_challenge_method=S256/,
  )
})

test('PLT-02 a subject that no administrator entered opens nothing', async () => {
  const browser = openBrowser(house)
  expect(await arrive(browser, await travel(browser, 'a-stranger'))).toBe('/workbench/sign-in?problem=oidc-unbound')
  expect(await isIn(browser)).toBe(false)
})

test('PLT-02 a journey that another browser began, another state, or none is refused', async () => {
  const { subject } = await settle()
  const [victim, attacker] = [openBrowser(house), openBrowser(house)]
  const theirs = await travel(attacker, subject)
  await travel(victim, subject)
  expect(await arrive(victim, theirs)).toBe(REFUSED)
  expect(await arrive(openBrowser(house), theirs)).toBe(REFUSED)
  const changed = new URL(theirs)
  changed.searchParams.set('state', 'another-state')
  expect(await arrive(attacker, changed)).toBe(REFUSED)
  expect(await isIn(victim)).toBe(false)
})

test('PLT-02 an answer counts once, also when it arrives twice at once', async () => {
  const { subject } = await settle()
  const browser = openBrowser(house)
  const at = await travel(browser, subject)
  const twin = openBrowser(house)
  for (const [name, value] of browser.cookies) twin.cookies.set(name, value)
  const arrivals = await Promise.all([arrive(browser, at), arrive(twin, at)])
  expect(arrivals.toSorted()).toEqual(['/workbench', REFUSED])
  const late = openBrowser(house)
  for (const [name, value] of twin.cookies) late.cookies.set(name, value)
  expect(await arrive(late, at)).toBe(REFUSED)
})

test('PLT-02 a code from another journey, another issuer or none, a code that was changed: all refused alike', async () => {
  const { subject } = await settle()
  const spoil: ((at: URL, other: URL) => void)[] = [
    (at, other) => at.searchParams.set('code', other.searchParams.get('code')!),
    (at) => at.searchParams.set('code', 'made-up'),
    (at) => at.searchParams.delete('code'),
    (at) => at.searchParams.set('iss', 'https://evil.example'),
    (at) => at.searchParams.delete('iss'),
  ]
  for (const change of spoil) {
    const browser = openBrowser(house)
    const other = await travel(openBrowser(house), subject)
    const at = await travel(browser, subject)
    change(at, other)
    expect(await arrive(browser, at), String(change)).toBe(REFUSED)
    expect(await isIn(browser)).toBe(false)
  }
})

test('PLT-02 a journey whose code challenge was stripped on the way ends nowhere', async () => {
  const { subject } = await settle()
  provider.subject = subject
  const browser = openBrowser(house)
  const out = new URL(String((await browser.call('GET', '/session/oidc')).headers['location']))
  out.searchParams.delete('code_challenge')
  out.searchParams.delete('code_challenge_method')
  expect(await arrive(browser, await provider.walk(out.href))).toBe(REFUSED)
})

test('PLT-02 a journey of more than ten minutes ago is over', async () => {
  const { subject } = await settle()
  const browser = openBrowser(house)
  const at = await travel(browser, subject)
  house.setNow(new Date(house.now().getTime() + 601_000))
  expect(await arrive(browser, at)).toBe(REFUSED)
  house.setNow(new Date())
})

test.each([
  ['https://evil.example/x', '/workbench'],
  ['//evil.example', '/workbench'],
  ['/\\evil.example', '/workbench'],
  ['/%09/evil.example', '/%09/evil.example'],
  ['/\t/evil.example', '/workbench'],
  ['/..//evil.example', '/workbench'],
  ['javascript:alert(1)', '/workbench'],
  ['/workbench/suggestions?status=replied', '/workbench/suggestions?status=replied'],
])('PLT-02 after signing in, %s leads to %s on this very site', async (asked, to) => {
  const { subject } = await settle()
  const browser = openBrowser(house)
  expect(await arrive(browser, await travel(browser, subject, asked))).toBe(to)
})

test('PLT-02 a disabled account stays closed at this door too, and a subject belongs to one account', async () => {
  const [one, two] = [await settle(), await settle()]
  const taken = await system.call('POST', `/accounts/${two.id}/bind-subject`, { subject: one.subject })
  expect(taken.body.code).toBe('subject-taken')
  await system.call('POST', `/accounts/${one.id}/disable`, { reason: '离职' })
  const browser = openBrowser(house)
  expect(await arrive(browser, await travel(browser, one.subject))).toBe('/workbench/sign-in?problem=oidc-unbound')
})

test('PLT-02 who enrolled a second factor is asked for it at this door as well', async () => {
  const { login, subject } = await settle()
  const browser = openBrowser(house)
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const { secret } = (await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body
  const code = () => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: house.now().getTime() })
  await browser.call('POST', '/me/second-factor/confirm', { code: code() })
  const door = openBrowser(house)
  const to = await arrive(door, await travel(door, subject, '/workbench/me'))
  expect(to).toBe('/workbench/sign-in?step=code&returnTo=%2Fworkbench%2Fme')
  expect(await isIn(door)).toBe(false)
  house.setNow(new Date(house.now().getTime() + 60_000))
  expect((await door.call('POST', '/session/code', { code: code() })).body.status).toBe('signed_in')
  house.setNow(new Date())
})

test('PLT-02 signing in elsewhere gives a session like any other, with a token of its own', async () => {
  const { id, subject } = await settle()
  const browser = openBrowser(house)
  expect((await browser.call('GET', '/session')).body.ways).toEqual({ password: true, oidc: true, isDemo: false })
  expect(await arrive(browser, await travel(browser, subject))).toBe('/workbench')
  expect(browser.written.get('minyi_session')).toContain('HttpOnly')
  expect((await browser.call('GET', '/session')).body.me.id).toBe(id)
  expect(browser.cookies.has('minyi_oidc')).toBe(false)
})
