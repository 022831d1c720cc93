import { expect, test } from 'vitest'
import { openBrowser } from '../../../tests/support/cookie-jar.ts'
import { buildHouse, CITY, NOON } from '../../../tests/support/house.ts'
import { testParts } from '../../../tests/support/parts.ts'
import { authenticate } from './session.ts'
import { removeAll } from './session-store.ts'
import { countedPasswords, PASSWORD, settleAccount } from './testing.ts'

const passwords = countedPasswords()
const pauses: number[] = []
const house = await buildHouse({ passwords, pause: async (ms) => void pauses.push(ms) })
const { fields } = testParts()
let next = 0

/** A person of their own for every test, so that counts of failures never meet. */
async function settle(more: { phone?: string } = {}): Promise<{ id: string; login: string }> {
  const login = `person${(next += 1)}`
  return {
    id: await house.in(CITY, (tx) => settleAccount(tx, house.now(), { login, roles: ['leader'], ...more }, fields)),
    login,
  }
}

/** A network nobody else in this file uses. */
function anAddress(): string {
  return `10.${Math.floor((next += 1) / 250)}.${next % 250}.9`
}

const events = (id: string) =>
  house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select(['name', 'payload'])
      .where('congress_id', '=', CITY)
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute(),
  )

test('PLT-02 a wrong password, an unknown name and a closed account get one answer at one price', async () => {
  const { login } = await settle()
  const closed = await settle()
  await house.in(CITY, (tx) =>
    tx.db
      .updateTable('identity.account')
      .set({ is_enabled: false })
      .where('congress_id', '=', CITY)
      .where('id', '=', closed.id)
      .execute(),
  )
  const answers: unknown[] = []
  for (const [name, password] of [
    [login, 'wrong-password'],
    ['nobody-here', 'wrong-password'],
    [closed.login, PASSWORD],
    ['13912345678', 'wrong-password'],
  ]) {
    const before = passwords.verified
    const { status, body, headers } = await openBrowser(house, { address: anAddress() }).call('POST', '/session', {
      login: name,
      password,
    })
    const names = Object.keys(headers).filter((it) => !it.startsWith('x-ratelimit'))
    answers.push({ status, body, names, verified: passwords.verified - before })
  }
  expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 401, verified: 1, body: { code: 'wrong-secret' } })
})

test('PLT-02 five wrong passwords close the name to that network, also for the right password, and cost nothing more', async () => {
  const { login } = await settle()
  const guesser = openBrowser(house, { address: '203.0.113.5' })
  for (let guess = 0; guess < 5; guess += 1) {
    expect((await guesser.call('POST', '/session', { login, password: `guess number ${guess}` })).status).toBe(401)
  }
  const before = passwords.verified
  expect((await guesser.call('POST', '/session', { login, password: PASSWORD })).body.code).toBe('too-many-attempts')
  const neighbour = openBrowser(house, { address: '203.0.113.200' })
  expect((await neighbour.call('POST', '/session', { login, password: PASSWORD })).status).toBe(429)
  expect(passwords.verified).toBe(before)
  const victim = openBrowser(house, { address: '203.0.114.5' })
  expect((await victim.call('POST', '/session', { login, password: PASSWORD })).body.status).toBe('signed_in')
})

test('PLT-02 an unknown name is closed just the same, so closing tells nothing', async () => {
  const guesser = openBrowser(house, { address: anAddress() })
  const statuses: number[] = []
  for (let guess = 0; guess < 7; guess += 1) {
    statuses.push((await guesser.call('POST', '/session', { login: 'nobody-at-all', password: 'x' })).status)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test('PLT-02 trying on does not prolong the closing: after a quarter of an hour the right password opens', async () => {
  const { login } = await settle()
  const person = openBrowser(house, { address: anAddress() })
  for (let guess = 0; guess < 5; guess += 1) await person.call('POST', '/session', { login, password: 'x' })
  house.setNow(new Date(NOON.getTime() + 14 * 60_000))
  expect((await person.call('POST', '/session', { login, password: PASSWORD })).status).toBe(429)
  house.setNow(new Date(NOON.getTime() + 15 * 60_000))
  expect((await person.call('POST', '/session', { login, password: PASSWORD })).status).toBe(200)
  house.setNow(NOON)
})

test('PLT-02 fifty guesses at once are not more than five', async () => {
  const { login } = await settle()
  const address = anAddress()
  const before = passwords.verified
  const guesses = Array.from({ length: 50 }, (_, at) =>
    openBrowser(house, { address }).call('POST', '/session', { login, password: `guess ${at}` }),
  )
  const statuses = (await Promise.all(guesses)).map((it) => it.status)
  expect(statuses.filter((it) => it === 401)).toHaveLength(5)
  expect(passwords.verified - before).toBe(5)
})

test('PLT-02 guessing from many networks slows everybody and is written down once, and locks nobody', async () => {
  const { login } = await settle()
  await house.in(CITY, (tx) =>
    tx.db
      .insertInto('identity.pressure')
      .values({ congress_id: CITY, slice_at: new Date('2022-03-01T05:00:00Z'), failures: 99 })
      .execute(),
  )
  house.setNow(new Date('2022-03-01T05:03:00Z'))
  pauses.length = 0
  for (const address of ['192.0.2.1', '198.18.0.1', '198.19.0.1']) {
    await openBrowser(house, { address }).call('POST', '/session', { login, password: 'x' })
  }
  const victim = await openBrowser(house, { address: anAddress() }).call('POST', '/session', { login, password: PASSWORD })
  expect(victim.body.status).toBe('signed_in')
  expect(pauses).toEqual([250, 250, 250])
  expect((await events('00000000-0000-0000-0000-000000000000')).filter((it) => it.name === 'guessing.noticed')).toHaveLength(1)
  house.setNow(NOON)
})

test('PLT-02 what is typed as a name is kept nowhere in the clear', async () => {
  await openBrowser(house, { address: anAddress() }).call('POST', '/session', { login: 'my-secret-by-mistake', password: 'x' })
  const rows = await house.in(CITY, async (tx) => [
    await tx.db.selectFrom('identity.attempt').selectAll().where('congress_id', '=', CITY).execute(),
    await tx.db.selectFrom('audit.event').selectAll().where('congress_id', '=', CITY).execute(),
  ])
  expect(JSON.stringify(rows)).not.toContain('my-secret-by-mistake')
})

test('PLT-02 no session without a page of ours: a foreign origin is refused before anything is counted', async () => {
  const { login } = await settle()
  const before = passwords.verified
  for (const origin of ['https://evil.example', 'null', 'http://city.localhost.evil.example']) {
    const reply = await openBrowser(house).call('POST', '/session', { login, password: PASSWORD }, { origin })
    expect(reply).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
  }
  expect(passwords.verified).toBe(before)
})

test('PLT-02 a session of one congress opens nothing in another', async () => {
  const { login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const abroad = openBrowser(house, { host: 'province.localhost', address: anAddress() })
  for (const [name, value] of browser.cookies) abroad.cookies.set(name, value)
  expect((await abroad.call('GET', '/session')).body.me).toBeNull()
  expect((await abroad.call('POST', '/session', { login, password: PASSWORD })).status).toBe(401)
})

test('PLT-02 two sign-ins of one person at once give two sessions with different tokens', async () => {
  const { login } = await settle()
  const address = anAddress()
  const browsers = Array.from({ length: 6 }, () => openBrowser(house, { address }))
  const replies = await Promise.all(browsers.map((it) => it.call('POST', '/session', { login, password: PASSWORD })))
  expect(replies.map((it) => it.status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(new Set(browsers.map((it) => it.cookies.get('minyi_session'))).size).toBe(6)
  expect((await browsers[0]!.call('GET', '/me/sessions')).body.items).toHaveLength(6)
})

test('PLT-02 signing in by name or phone: who one is, cookies as they must be, an event', async () => {
  const { id, login } = await settle({ phone: '13800138000' })
  for (const name of [login.toUpperCase(), '13800138000', '１３８００１３８０００']) {
    const browser = openBrowser(house, { address: anAddress() })
    const reply = await browser.call('POST', '/session', { login: name, password: PASSWORD })
    expect(reply).toMatchObject({ status: 200, body: { status: 'signed_in', me: { id, login, roles: ['leader'], duty: null } } })
    expect(browser.written.get('minyi_session')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(browser.written.get('minyi_csrf')).toMatch(/; Path=\/; SameSite=Lax$/)
    expect((await browser.call('GET', '/session')).body.me.id).toBe(id)
  }
  expect((await events(id)).map((it) => it.name)).toEqual(['sign_in.accepted', 'sign_in.accepted', 'sign_in.accepted'])
})

test('PLT-02 signing in again gives a new token and ends the old one', async () => {
  const { login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const old = openBrowser(house)
  for (const [name, value] of browser.cookies) old.cookies.set(name, value)
  await browser.call('POST', '/session', { login, password: PASSWORD })
  expect(browser.cookies.get('minyi_session')).not.toBe(old.cookies.get('minyi_session'))
  expect((await old.call('GET', '/session')).body.me).toBeNull()
  expect((await browser.call('GET', '/me/sessions')).body.items).toHaveLength(1)
})

test('PLT-02 sessions: a stranger’s is not found, one of mine ends at once, signing out clears the cookies', async () => {
  const [mine, other] = [await settle(), await settle()]
  const [phone, desk, stranger] = [0, 1, 2].map(() => openBrowser(house, { address: anAddress() }))
  await phone!.call('POST', '/session', { login: mine.login, password: PASSWORD })
  await desk!.call('POST', '/session', { login: mine.login, password: PASSWORD })
  await stranger!.call('POST', '/session', { login: other.login, password: PASSWORD })
  const list = (await desk!.call('GET', '/me/sessions')).body.items
  const onPhone = list.find((it: { isCurrent: boolean }) => !it.isCurrent)
  expect((await stranger!.call('DELETE', `/me/sessions/${onPhone.id}`)).status).toBe(404)
  expect((await phone!.call('GET', '/session')).body.me).not.toBeNull()
  expect((await desk!.call('DELETE', `/me/sessions/${onPhone.id}`)).body.items).toHaveLength(1)
  expect((await phone!.call('GET', '/me/sessions')).status).toBe(401)
  expect((await desk!.call('DELETE', '/session')).body.me).toBeNull()
  expect(desk!.cookies.size).toBe(0)
})

test('PLT-02 half an hour without a request ends a session, and twelve hours end it in any case', async () => {
  const { login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  const at = (minutes: number) => house.setNow(new Date(NOON.getTime() + minutes * 60_000))
  await browser.call('POST', '/session', { login, password: PASSWORD })
  for (let minutes = 29; minutes < 720; minutes += 29) {
    at(minutes)
    expect((await browser.call('GET', '/session')).body.me, `${minutes} min`).not.toBeNull()
  }
  at(720)
  expect((await browser.call('GET', '/session')).body.me).toBeNull()
  at(0)
  await browser.call('POST', '/session', { login, password: PASSWORD })
  at(30)
  expect((await browser.call('GET', '/session')).body.me).toBeNull()
  at(0)
})

test('PLT-02 ending a session waits for what it is just writing; afterwards nothing of it runs', async () => {
  const { id, login } = await settle()
  const browser = openBrowser(house, { address: anAddress() })
  await browser.call('POST', '/session', { login, password: PASSWORD })
  const order: string[] = []
  const [began, goOn] = [gate(), gate()]
  const act = house.in(CITY, async (tx) => {
    expect(await authenticate(tx, browser.cookies.get('minyi_session'), house.now(), true)).not.toBeNull()
    began.open()
    await goOn.opened
    order.push('written')
  })
  await began.opened
  const ending = house.in(CITY, (tx) => removeAll(tx, id)).then(() => order.push('ended'))
  while (!(await someoneWaits())) order.length = 0
  goOn.open()
  await Promise.all([act, ending])
  expect(order).toEqual(['written', 'ended'])
  expect((await browser.call('POST', '/me/sessions/end-others')).status).toBe(401)
})

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

async function someoneWaits(): Promise<boolean> {
  const { rows } = await house.connection.pool.query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}
