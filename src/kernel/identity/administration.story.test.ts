import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { openBrowser, type Jar } from '../../../tests/support/cookie-jar.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'
import type { Role } from './contract.ts'
import { PASSWORD, settleAccount } from './testing.ts'

const house = await buildHouse()
const system = await house.person('system_admin', { name: '系统员' })
const security = await house.person('security_admin', { name: '安全员' })
const audit = await house.person('audit_admin', { name: '审计员' })
const leader = await house.person('leader')
const foreign = await house.person('system_admin', { congressId: PROVINCE })
let next = 0

async function settle(roles: Role[] = []): Promise<{ id: string; login: string }> {
  const login = `officer${(next += 1)}`
  return { id: await house.in(CITY, (tx) => settleAccount(tx, house.now(), { login, roles })), login }
}

async function signedIn(login: string, password = PASSWORD): Promise<Jar> {
  const browser = openBrowser(house, { address: `10.1.${(next += 1)}.9` })
  const { status } = await browser.call('POST', '/session', { login, password })
  expect(status).toBe(200)
  return browser
}

interface Page {
  items: { id: string }[]
  next: string | null
}

const reason = { reason: '调离本岗位' }
const eventsOf = (subjectId: string) =>
  house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select(['name', 'actor_id as actorId'])
      .where('congress_id', '=', CITY)
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute(),
  )

test('PLT-02 who may not: visitors, leaders, the wrong administrator, and none from another congress', async () => {
  const { id } = await settle()
  const doors: [Person, 'GET' | 'POST' | 'PATCH' | 'PUT', string, object | undefined, number][] = [
    [house.visitor, 'GET', '/accounts', undefined, 401],
    [leader, 'GET', '/accounts', undefined, 403],
    [audit, 'GET', '/accounts', undefined, 403],
    [security, 'POST', '/accounts', { login: 'newcomer', name: '新人' }, 403],
    [security, 'POST', `/accounts/${id}/disable`, reason, 403],
    [security, 'POST', `/accounts/${id}/reset-password`, reason, 403],
    [security, 'POST', `/accounts/${id}/reveal-phone`, reason, 403],
    [system, 'POST', `/accounts/${id}/grant`, { role: 'leader' }, 403],
    [system, 'PUT', '/identity/policy', { maxPasswordAgeDays: 0, passwordHistory: 0, secondFactorRoles: [] }, 403],
    [system, 'GET', '/audit/events', undefined, 403],
    [security, 'GET', '/audit/events', undefined, 403],
    [foreign, 'GET', `/accounts/${id}`, undefined, 404],
    [foreign, 'POST', `/accounts/${id}/disable`, reason, 404],
    [foreign, 'POST', `/accounts/${id}/reset-password`, reason, 404],
  ]
  for (const [person, method, path, body, status] of doors) {
    expect((await person.call(method, path, body)).status, `${method} ${path}`).toBe(status)
  }
  expect(await eventsOf(id)).toEqual([])
  expect((await eventsOf(leader.accountId)).map((it) => it.name)).toEqual(['access.denied'])
})

test('PLT-02 nobody changes their own rights or takes over another administrator', async () => {
  const onSelf = await security.call('POST', `/accounts/${security.accountId}/grant`, { role: 'leader' })
  expect(onSelf).toMatchObject({ status: 403, body: { code: 'own-account' } })
  for (const verb of ['disable', 'reset-password', 'reset-second-factor']) {
    const path = `/accounts/${system.accountId}/${verb}`
    expect((await system.call('POST', path, reason)).body.code, verb).toBe('own-account')
  }
  const takeover = await system.call('POST', `/accounts/${security.accountId}/reset-password`, reason)
  expect(takeover).toMatchObject({ status: 403, body: { code: 'administrator-account' } })
  const moved = await system.call('PATCH', `/accounts/${system.accountId}`, { unitId: house.unitIds.housing })
  expect(moved).toMatchObject({ status: 403, body: { code: 'own-account' } })
  expect((await security.call('GET', '/accounts')).status).toBe(200)
})

test('PLT-02 no account holds two of the three administrators’ roles, also when two grants race', async () => {
  const { id } = await settle()
  const colleague = await house.person('security_admin')
  const replies = await Promise.all([
    security.call('POST', `/accounts/${id}/grant`, { role: 'system_admin' }),
    colleague.call('POST', `/accounts/${id}/grant`, { role: 'audit_admin' }),
  ])
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect(replies.find((it) => it.status === 409)!.body.code).toBe('one-administrator')
  const planted = house.in(CITY, (tx) =>
    tx.db
      .insertInto('identity.role_grant')
      .values([
        { congress_id: CITY, account_id: id, role: 'security_admin', granted_at: house.now() },
        { congress_id: CITY, account_id: id, role: 'audit_admin', granted_at: house.now() },
      ])
      .execute(),
  )
  await expect(planted).rejects.toThrow('role_grant')
  await colleague.call('POST', `/accounts/${id}/revoke`, { role: replies[0]!.status === 200 ? 'system_admin' : 'audit_admin' })
})

test('PLT-02 the last administrator of a kind cannot be taken away, not even by two at once', async () => {
  const [one, two] = [await settle(['audit_admin']), await settle(['audit_admin'])]
  const alone = await security.call('POST', `/accounts/${audit.accountId}/revoke`, { role: 'audit_admin' })
  expect(alone.status).toBe(200)
  const replies = await Promise.all([
    security.call('POST', `/accounts/${one.id}/revoke`, { role: 'audit_admin' }),
    system.call('POST', `/accounts/${two.id}/disable`, reason),
  ])
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect(replies.find((it) => it.status === 409)!.body.code).toBe('last-administrator')
})

test('PLT-02 disabling, a role, a new password end every session at once', async () => {
  const ends: [string, (id: string) => Promise<{ status: number }>][] = [
    ['disable', (id) => system.call('POST', `/accounts/${id}/disable`, reason)],
    ['grant', (id) => security.call('POST', `/accounts/${id}/grant`, { role: 'legislative_affairs' })],
    ['revoke', (id) => security.call('POST', `/accounts/${id}/revoke`, { role: 'leader' })],
    ['reset', (id) => system.call('POST', `/accounts/${id}/reset-password`, reason)],
    ['move', (id) => system.call('PATCH', `/accounts/${id}`, { unitId: house.unitIds.housing })],
  ]
  for (const [name, end] of ends) {
    const { id, login } = await settle(['leader'])
    const browsers = [await signedIn(login), await signedIn(login)]
    expect((await end(id)).status, name).toBe(200)
    for (const it of browsers) expect((await it.call('GET', '/me/sessions')).status, name).toBe(401)
  }
})

test('PLT-02 a revocation that was answered has nothing running behind it: acts before it or not at all', async () => {
  const { id, login } = await settle(['system_admin'])
  const browser = await signedIn(login)
  const [created, revoked] = await Promise.all([
    browser.call('POST', '/accounts', { login: 'raced', name: '赛跑' }),
    security.call('POST', `/accounts/${id}/revoke`, { role: 'system_admin' }),
  ])
  expect(revoked.status).toBe(200)
  expect([201, 401, 403]).toContain(created.status)
  const found = (await system.call('GET', '/accounts?q=raced')).body.items
  expect(found).toHaveLength(created.status === 201 ? 1 : 0)
  expect((await browser.call('POST', '/accounts', { login: 'raced2', name: '赛跑' })).status).toBe(401)
})

test('PLT-02 one opens the account, another gives the role, the person changes the password: then it works', async () => {
  const input = { login: 'ZhangSan', name: '张三', unitId: house.unitIds.housing, phone: '13800138000' }
  const made = await system.call('POST', '/accounts', input, { 'idempotency-key': 'open-zhangsan-1' })
  expect(made).toMatchObject({ status: 201, body: { login: 'zhangsan', phone: '138****8000', roles: [], hasPassword: false } })
  const again = await system.call('POST', '/accounts', input, { 'idempotency-key': 'open-zhangsan-1' })
  expect(again.body.id).toBe(made.body.id)
  const { id } = made.body
  expect((await security.call('POST', `/accounts/${id}/grant`, { role: 'deputy' })).body.code).toBe('no-deputy')
  await security.call('POST', `/accounts/${id}/grant`, { role: 'handling_unit' })
  const { password } = (await system.call('POST', `/accounts/${id}/reset-password`, { reason: '新开户' })).body
  const browser = await signedIn('13800138000', password)
  expect((await browser.call('GET', '/session')).body.me).toMatchObject({ duty: 'change_password', unit: { name: '市房产局' } })
  expect((await browser.call('GET', '/suggestions')).body.code).toBe('change-password')
  await browser.call('POST', '/me/password', { current: password, next: 'Rw4#nTz8bQcx' })
  expect((await browser.call('GET', '/suggestions')).status).toBe(200)
  const names = (await eventsOf(id)).map((it) => it.name)
  expect(names).toEqual(['account.created', 'role.granted', 'password.reset', 'sign_in.accepted', 'password.changed'])
})

test('PLT-16 a phone is sealed in the database, masked in lists, and shown whole only with a reason, which is written down', async () => {
  const { id } = (await system.call('POST', '/accounts', { login: 'withphone', name: '李四', phone: '13911112222' })).body
  const list = await system.call('GET', '/accounts?q=withphone')
  expect(list.body.items[0].phone).toBe('139****2222')
  expect((await system.call('POST', `/accounts/${id}/reveal-phone`, {})).status).toBe(422)
  const shown = await system.call(
    'POST',
    `/accounts/${id}/reveal-phone`,
    { reason: '会议通知未送达' },
    { 'idempotency-key': 'show-me-once' },
  )
  expect(shown.body).toEqual({ phone: '13911112222' })
  expect((await eventsOf(id)).at(-1)).toEqual({ name: 'phone.revealed', actorId: system.accountId })
  const taken = await system.call('POST', '/accounts', { login: 'twice', name: '王五', phone: '13911112222' })
  expect(taken.body).toMatchObject({ code: 'phone-taken', fields: [{ path: 'phone' }] })
  const rows = await house.in(CITY, async (tx) => [
    await tx.db.selectFrom('identity.account').selectAll().where('congress_id', '=', CITY).execute(),
    await tx.db.selectFrom('audit.event').selectAll().where('congress_id', '=', CITY).execute(),
    await tx.db.selectFrom('platform.idempotency').selectAll().where('congress_id', '=', CITY).execute(),
  ])
  expect(JSON.stringify(rows)).not.toContain('13911112222')
})

test('PLT-02 no answer about accounts carries a hash, a secret or a token', async () => {
  const bodies = [await system.call('GET', '/accounts?limit=100'), await security.call('GET', '/accounts?limit=100')]
  const text = JSON.stringify(bodies.map((it) => it.body))
  expect(text).toContain('"hasPassword":true')
  expect(text).not.toMatch(/argon2|cipher|A256GCM|totp|hash|token/i)
})

test('PLT-02 an edit of what somebody else changed meanwhile is refused, and unknown keys change nothing', async () => {
  const { id } = (await system.call('POST', '/accounts', { login: 'editable', name: '赵六' })).body
  const ok = await system.call('PATCH', `/accounts/${id}`, { name: '赵小六' }, { 'if-match': '"1"' })
  expect(ok).toMatchObject({ status: 200, body: { name: '赵小六', version: 2 }, headers: { etag: '"2"' } })
  expect((await system.call('PATCH', `/accounts/${id}`, { name: '赵七' }, { 'if-match': '"1"' })).status).toBe(412)
  for (const extra of [{ isEnabled: false }, { roles: ['leader'] }, { passwordHash: 'x' }, { congressId: 2 }]) {
    expect((await system.call('PATCH', `/accounts/${id}`, extra)).status).toBe(422)
  }
  expect((await system.call('PATCH', `/accounts/${id}`, { unitId: newId() })).body.code).toBe('unknown-unit')
})

test('PLT-02 who is only renamed keeps phone, unit and deputy', async () => {
  const input = { login: 'renamed', name: '钱大', unitId: house.unitIds.housing, phone: '13933334444' }
  const { id } = (await system.call('POST', '/accounts', input)).body
  const { body } = await system.call('PATCH', `/accounts/${id}`, { name: '钱二' })
  expect(body).toMatchObject({ name: '钱二', phone: '139****4444', unit: { id: house.unitIds.housing } })
  expect((await system.call('PATCH', `/accounts/${id}`, { phone: null })).body).toMatchObject({ name: '钱二', phone: null })
})

test('PLT-02 lists are cut into pages without loss, filtered by role and standing', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page: Page = (await security.call('GET', `/accounts?limit=5${cursor && `&cursor=${cursor}`}`)).body
    seen.push(...page.items.map((it) => it.id))
    cursor = page.next
  }
  const { count } = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('identity.account')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('congress_id', '=', CITY)
      .executeTakeFirstOrThrow(),
  )
  expect([new Set(seen).size, seen.length]).toEqual([Number(count), Number(count)])
  const disabled = (await system.call('GET', '/accounts?isEnabled=false&limit=100')).body.items
  expect(disabled.every((it: { isEnabled: boolean }) => !it.isEnabled)).toBe(true)
  const admins = (await system.call('GET', '/accounts?role=security_admin')).body.items
  expect(admins.every((it: { roles: string[] }) => it.roles.includes('security_admin'))).toBe(true)
})

test('PLT-06 the audit log in sentences: filtered, paged, and every look at it is an entry', async () => {
  const reader = await house.person('audit_admin', { name: '新审计员' })
  const page = await reader.call('GET', '/audit/events?name=account&limit=3')
  expect(page.body.items).toHaveLength(3)
  expect(page.body.items[0]).toMatchObject({ actor: { name: '系统员' }, sentence: expect.stringContaining('账号') })
  const older = await reader.call('GET', `/audit/events?name=account&limit=3&cursor=${page.body.next}`)
  expect(older.body.items[0].id < page.body.items[2].id).toBe(true)
  const looks = await reader.call('GET', `/audit/events?name=audit_log.read&actorId=${reader.accountId}`)
  expect(looks.body.items.map((it: { sentence: string }) => it.sentence)).toEqual(['查阅审计日志 3 条', '查阅审计日志 3 条'])
  const english = await reader.call('GET', '/audit/events?name=access.denied&lang=en&limit=1')
  expect(english.body.items[0].sentence).toMatch(/^Access denied: /)
  const none = await reader.call('GET', '/audit/events?until=2000-01-01T00:00:00Z')
  expect(none.body).toEqual({ items: [], next: null })
})

test('PLT-02 the rules for passwords are the security administrator’s', async () => {
  const policy = { maxPasswordAgeDays: 180, passwordHistory: 8, secondFactorRoles: ['system_admin'] }
  expect((await system.call('GET', '/identity/policy')).body.maxPasswordAgeDays).toBe(90)
  expect((await security.call('PUT', '/identity/policy', policy)).body).toEqual(policy)
  expect((await system.call('GET', '/identity/policy')).body).toEqual(policy)
  expect((await foreign.call('GET', '/identity/policy')).body.maxPasswordAgeDays).toBe(90)
})

test('demonstration accounts do not exist outside a demonstration', async () => {
  expect((await house.visitor.call('GET', '/demo/accounts')).status).toBe(404)
  const demo = await buildHouse({ isDemo: true })
  await demo.in(CITY, (tx) => settleAccount(tx, demo.now(), { login: 'demoleader', name: '示例领导', roles: ['leader'] }))
  const { items } = (await demo.visitor.call('GET', '/demo/accounts')).body
  expect(items).toEqual([{ role: 'leader', login: 'demoleader', name: '示例领导', password: 'Minyi-demo-2022' }])
})
