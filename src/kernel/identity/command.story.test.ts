import { expect, test } from 'vitest'
import { openBrowser } from '../../../tests/support/cookie-jar.ts'
import { buildHouse } from '../../../tests/support/house.ts'
import { adminCommand } from './api.ts'

const house = await buildHouse()
const run = (...args: string[]) =>
  adminCommand([...args, '--congress', 'city'], { database: house.connection.database, now: house.now() })

test.each([
  [['create']],
  [['create', '--login', 'root']],
  [['create', '--login', 'root', '--name', '王管', '--role', 'emperor']],
  [['create', '--login', '1root', '--name', '王管', '--role', 'leader']],
  [['reset']],
  [['destroy', '--login', 'root']],
  [['create', '--login', 'root', '--name', '王管', '--role', 'leader', '--unknown']],
])('PLT-02 a wrong call (%j) explains itself and does nothing', async (args) => {
  const { status, text } = await run(...args)
  expect([status, text.startsWith('用法')]).toEqual([2, true])
})

test('PLT-02 without saying which of several congresses nothing happens', async () => {
  const deps = { database: house.connection.database, now: house.now() }
  expect((await adminCommand(['reset', '--login', 'root'], deps)).text).toContain('--congress')
})

test('PLT-02 the first administrator: made at the server, a new password, sessions end, no two administrators in one', async () => {
  const create = ['create', '--login', 'chief', '--name', '王管', '--role']
  expect((await run(...create, 'system_admin', '--role', 'audit_admin')).status).toBe(1)
  const made = await run(...create, 'system_admin')
  expect(made.status).toBe(0)
  expect(made.text).toContain(made.result!.password)
  expect((await run(...create, 'leader')).status).toBe(1)
  const browser = openBrowser(house)
  await browser.call('POST', '/session', { login: 'chief', password: made.result!.password })
  expect((await browser.call('GET', '/session')).body.me).toMatchObject({ roles: ['system_admin'], duty: 'change_password' })
  expect((await run('reset-2fa', '--login', 'chief')).status).toBe(1)
  const reset = await run('reset', '--login', 'chief')
  expect((await browser.call('GET', '/session')).body.me).toBeNull()
  const again = openBrowser(house)
  expect((await again.call('POST', '/session', { login: 'chief', password: made.result!.password })).status).toBe(401)
  expect((await again.call('POST', '/session', { login: 'chief', password: reset.result!.password })).status).toBe(200)
  expect((await run('reset', '--login', 'nobody')).status).toBe(1)
})
