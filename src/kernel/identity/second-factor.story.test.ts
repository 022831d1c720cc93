import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { openBrowser, type Jar } from '../../../tests/support/cookie-jar.ts'
import { buildHouse, CITY } from '../../../tests/support/house.ts'
import { savePolicy } from './policy-store.ts'
import { PASSWORD, settleAccount } from './testing.ts'

const house = await buildHouse()
const START = new Date('2022-03-01T04:00:00Z')
const NEXT = 'Rw4#nTz8bQcx'
let next = 0
let minute = 0

/** Every test has half an hour of its own, so a step of the clock is never shared. */
function later(seconds = 0): void {
  house.setNow(new Date(START.getTime() + minute * 60_000 + seconds * 1000))
}

async function settle(): Promise<{ id: string; login: string }> {
  minute += 20
  later()
  const login = `person${(next += 1)}`
  return { id: await house.in(CITY, (tx) => settleAccount(tx, house.now(), { login, roles: ['leader'] })), login }
}

function anAddress(): string {
  return `10.9.${(next += 1)}.9`
}

function codeOf(secret: string, steps = 0): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: house.now().getTime() + steps * 30_000 })
}

async function enrolled(): Promise<{ id: string; login: string; browser: Jar; secret: string; rescueCodes: string[] }> {
  const { id, login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const { secret } = (await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body
  const { rescueCodes } = (await browser.call('POST', '/me/second-factor/confirm', { code: codeOf(secret) })).body
  later(60)
  return { id, login, browser, secret, rescueCodes }
}

/** As far as the question for the code. */
async function halfway(login: string, address = anAddress()): Promise<Jar> {
  const browser = openBrowser(house, { address })
  expect((await browser.call('POST', '/session', { login, password: PASSWORD })).body).toEqual({
    status: 'code_required',
    me: null,
  })
  return browser
}

test('PLT-02 the right password alone opens nothing where a second factor is enrolled', async () => {
  const { login } = await enrolled()
  const browser = await halfway(login)
  expect(browser.cookies.has('minyi_session')).toBe(false)
  expect(browser.written.get('minyi_ticket')).toContain('HttpOnly')
  expect((await browser.call('GET', '/session')).body.me).toBeNull()
  expect((await openBrowser(house).call('POST', '/session/code', { code: '123456' })).body.code).toBe('sign-in-again')
})

test('PLT-02 a code counts once: used, replayed, too old and too new are refused alike', async () => {
  const { login, secret } = await enrolled()
  const code = codeOf(secret)
  expect((await (await halfway(login)).call('POST', '/session/code', { code })).body.status).toBe('signed_in')
  const again = await halfway(login)
  for (const typed of [code, codeOf(secret, -1), codeOf(secret, 2), codeOf(secret, -2)]) {
    expect((await again.call('POST', '/session/code', { code: typed })).body.code).toBe('wrong-code')
  }
  later(90)
  expect((await again.call('POST', '/session/code', { code: codeOf(secret) })).body.status).toBe('signed_in')
})

test('PLT-02 one code in two browsers at once lets one in', async () => {
  const { login, secret } = await enrolled()
  const browsers = [await halfway(login, '10.8.1.1'), await halfway(login, '10.8.2.1')]
  const replies = await Promise.all(browsers.map((it) => it.call('POST', '/session/code', { code: codeOf(secret) })))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 401])
})

test('PLT-02 five wrong codes close the name to that network, and a ticket lives five minutes', async () => {
  const { login, secret } = await enrolled()
  const browser = await halfway(login)
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await browser.call('POST', '/session/code', { code: '000000' })).status).toBe(401)
  }
  expect((await browser.call('POST', '/session/code', { code: codeOf(secret) })).body.code).toBe('too-many-attempts')
  const late = await halfway(login)
  later(60 + 301)
  expect((await late.call('POST', '/session/code', { code: codeOf(secret) })).body.code).toBe('sign-in-again')
})

test('PLT-02 twenty wrong codes from many networks: strangers are refused even the right one, the person is not', async () => {
  const { login, secret, rescueCodes } = await enrolled()
  const home = anAddress()
  expect((await (await halfway(login, home)).call('POST', '/session/code', { code: codeOf(secret) })).status).toBe(200)
  later(120)
  for (let network = 0; network < 5; network += 1) {
    const stranger = await halfway(login, `10.7.${network}.1`)
    for (let guess = 0; guess < 4; guess += 1) await stranger.call('POST', '/session/code', { code: '000000' })
  }
  const stranger = await halfway(login, '10.6.1.1')
  expect((await stranger.call('POST', '/session/code', { code: codeOf(secret) })).body.code).toBe('second-factor-blocked')
  expect((await (await halfway(login, home)).call('POST', '/session/code', { code: codeOf(secret) })).status).toBe(200)
  expect((await stranger.call('POST', '/session/code', { code: rescueCodes[0]! })).status).toBe(200)
})

test('PLT-02 a rescue code opens once, however it is typed', async () => {
  const { login, rescueCodes } = await enrolled()
  expect(new Set(rescueCodes).size).toBe(10)
  const typed = rescueCodes[0]!.toLowerCase().replaceAll('-', ' ')
  expect((await (await halfway(login)).call('POST', '/session/code', { code: typed })).body.status).toBe('signed_in')
  expect((await (await halfway(login)).call('POST', '/session/code', { code: rescueCodes[0]! })).body.code).toBe('wrong-code')
})

test('PLT-02 enrolling needs the password, ends other sessions, changes the token and leaves no secret behind', async () => {
  const { id, login } = await settle()
  const [browser, other] = [openBrowser(house, { address: anAddress() }), openBrowser(house, { address: anAddress() })]
  for (const it of [browser, other]) await it.call('POST', '/session', { login, password: PASSWORD })
  expect((await browser.call('POST', '/me/second-factor', { password: 'x' })).body.code).toBe('wrong-password')
  const { secret, uri, qrSvg } = (await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body
  expect([uri.startsWith('otpauth://totp/'), qrSvg.startsWith('<svg')]).toEqual([true, true])
  expect((await browser.call('POST', '/me/second-factor/confirm', { code: '000000' })).body.code).toBe('wrong-code')
  const token = browser.cookies.get('minyi_session')
  const confirmed = await browser.call('POST', '/me/second-factor/confirm', { code: codeOf(secret) })
  expect(confirmed.body.me.hasSecondFactor).toBe(true)
  expect(browser.cookies.get('minyi_session')).not.toBe(token)
  expect((await other.call('GET', '/me/sessions')).status).toBe(401)
  expect((await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body.code).toBe('already-enrolled')
  const rows = await house.in(CITY, async (tx) => [
    await tx.db.selectFrom('identity.account').selectAll().where('congress_id', '=', CITY).where('id', '=', id).execute(),
    await tx.db.selectFrom('identity.rescue_code').selectAll().where('congress_id', '=', CITY).execute(),
    await tx.db.selectFrom('audit.event').selectAll().where('congress_id', '=', CITY).execute(),
  ])
  for (const it of [secret, ...confirmed.body.rescueCodes]) expect(JSON.stringify(rows)).not.toContain(it)
})

test('PLT-02 removing needs password and code, and is refused where the congress demands a second factor', async () => {
  const { browser, secret } = await enrolled()
  const demand = (roles: 'leader'[]) =>
    house.in(CITY, (tx) => savePolicy(tx, { maxPasswordAgeDays: 90, passwordHistory: 5, secondFactorRoles: roles }))
  await demand(['leader'])
  const right = { password: PASSWORD, code: codeOf(secret) }
  expect((await browser.call('POST', '/me/second-factor/remove', right)).body.code).toBe('second-factor-required')
  await demand([])
  expect((await browser.call('POST', '/me/second-factor/remove', { ...right, code: '000000' })).body.code).toBe('wrong-code')
  expect((await browser.call('POST', '/me/second-factor/remove', right)).body.hasSecondFactor).toBe(false)
  expect((await browser.call('GET', '/session')).body.me.hasSecondFactor).toBe(false)
})

test('PLT-02 who must enrol a second factor can do nothing else first', async () => {
  const { login } = await settle()
  await house.in(CITY, (tx) => savePolicy(tx, { maxPasswordAgeDays: 90, passwordHistory: 5, secondFactorRoles: ['leader'] }))
  const browser = openBrowser(house, { address: anAddress() })
  const entered = await browser.call('POST', '/session', { login, password: PASSWORD })
  expect(entered.body.me.duty).toBe('enrol_second_factor')
  expect(await browser.call('GET', '/suggestions')).toMatchObject({ status: 403, body: { code: 'enrol-second-factor' } })
  const { secret } = (await browser.call('POST', '/me/second-factor', { password: PASSWORD })).body
  await browser.call('POST', '/me/second-factor/confirm', { code: codeOf(secret) })
  expect((await browser.call('GET', '/suggestions')).status).toBe(200)
  await house.in(CITY, (tx) => savePolicy(tx, { maxPasswordAgeDays: 90, passwordHistory: 5, secondFactorRoles: [] }))
})

test('PLT-02 a password changes: wrong, weak and used ones are refused, other sessions end, tickets die', async () => {
  const { login, browser, secret } = await enrolled()
  const change = (current: string, to: string) => browser.call('POST', '/me/password', { current, next: to })
  expect((await change('x', NEXT)).body).toMatchObject({ code: 'wrong-password', fields: [{ path: 'current' }] })
  expect((await change(PASSWORD, 'short')).body).toMatchObject({ code: 'weak-password', fields: [{ path: 'next' }] })
  expect((await change(PASSWORD, PASSWORD)).body.code).toBe('used-password')
  const begun = await halfway(login)
  const token = browser.cookies.get('minyi_session')
  expect((await change(PASSWORD, NEXT)).status).toBe(200)
  expect(browser.cookies.get('minyi_session')).not.toBe(token)
  expect((await begun.call('POST', '/session/code', { code: codeOf(secret) })).body.code).toBe('sign-in-again')
  expect((await change(NEXT, PASSWORD)).body.code).toBe('used-password')
  const old = openBrowser(house, { address: anAddress() })
  expect((await old.call('POST', '/session', { login, password: PASSWORD })).status).toBe(401)
})

test('PLT-02 guessing the current password from an open session is limited like guessing at the door', async () => {
  const { login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const statuses: number[] = []
  for (let guess = 0; guess < 4; guess += 1) {
    statuses.push((await browser.call('POST', '/me/password', { current: `guess ${guess}`, next: NEXT })).status)
  }
  statuses.push((await browser.call('POST', '/me/second-factor', { password: 'another guess' })).status)
  statuses.push((await browser.call('POST', '/me/second-factor/remove', { password: PASSWORD, code: '000000' })).status)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})

test('PLT-02 two changes of one password at once: one wins, the other is told', async () => {
  const { login } = await settle()
  const browsers = [openBrowser(house, { address: '10.5.1.1' }), openBrowser(house, { address: '10.5.2.1' })]
  for (const it of browsers) await it.call('POST', '/session', { login, password: PASSWORD })
  const replies = await Promise.all(
    browsers.map((it, at) => it.call('POST', '/me/password', { current: PASSWORD, next: `Rw4#nTz8bQcx${at}` })),
  )
  const statuses = replies.map((it) => it.status).toSorted()
  expect(statuses[0]).toBe(200)
  expect([401, 409, 422]).toContain(statuses[1])
})

test('PLT-02 after 90 days the password must be changed before anything else', async () => {
  const { login } = await settle()
  house.setNow(new Date(house.now().getTime() + 90 * 86_400_000))
  const browser = openBrowser(house, { address: anAddress() })
  expect((await browser.call('POST', '/session', { login, password: PASSWORD })).body.me.duty).toBe('change_password')
  expect(await browser.call('GET', '/suggestions')).toMatchObject({ status: 403, body: { code: 'change-password' } })
  expect((await browser.call('POST', '/me/password', { current: PASSWORD, next: NEXT })).body.duty).toBeNull()
  expect((await browser.call('GET', '/suggestions')).status).toBe(200)
})
