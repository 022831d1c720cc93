import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { health } from '#app/http/health.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../support/house.ts'

const house = await buildHouse()
health(house.app, house.connection.database, { isLeaving: false })
const deputy = await house.person('deputy')
const otherDeputy = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const system = await house.person('system_admin')
const security = await house.person('security_admin')

const text = { title: '关于积水点的建议', matter: '雨后路口积水。', requests: ['疏通管网'], category: 'construction' }

async function drafted(by: Person = deputy, more: object = {}): Promise<string> {
  const { status, body } = await by.call('POST', '/suggestions', { ...text, ...more })
  expect(status).toBe(201)
  return body.id as string
}

function eventsAbout(subjectId: string): Promise<{ name: string; payload: unknown }[]> {
  return house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select(['name', 'payload'])
      .where('congress_id', '=', CITY)
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute(),
  )
}

test('PLT-02 a body that an operation does not have is not read, however deep it is', async () => {
  const id = await drafted()
  const deep = '['.repeat(400_000) + ']'.repeat(400_000)
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1/suggestions/${id}/submit`,
    headers: { host: 'city.localhost', 'content-type': 'application/json', 'idempotency-key': 'a-deep-body' },
    payload: deep,
  })
  expect(answer.statusCode).toBe(401)
  const asDeputy = await deputy.call('POST', `/suggestions/${id}/submit`, Buffer.from(deep), {
    'content-type': 'application/json',
    'idempotency-key': 'a-deep-body',
  })
  expect(asDeputy).toMatchObject({ status: 200, body: { status: 'submitted' } })
})

test('PLT-02 a request with a hundred thousand faults is answered shortly', async () => {
  const keys = Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`key${at}`, 1]))
  for (const body of [keys, { ...text, requests: Array.from({ length: 100_000 }, () => 0) }]) {
    const answer = await deputy.call('POST', '/suggestions', body)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body).length).toBeLessThan(30_000)
  }
})

test('PLT-02 what a body names must exist in this congress', async () => {
  const foreign = await house.in(PROVINCE, (tx) =>
    tx.db.selectFrom('congress.unit').select('id').where('congress_id', '=', PROVINCE).executeTakeFirstOrThrow(),
  )
  const id = await drafted()
  for (const proposedUnitId of [newId(), foreign.id]) {
    const fields = [{ path: 'proposedUnitId' }]
    expect(await deputy.call('POST', '/suggestions', { ...text, proposedUnitId })).toMatchObject({
      status: 422,
      body: { fields },
    })
    expect(await deputy.call('PUT', `/suggestions/${id}`, { ...text, proposedUnitId })).toMatchObject({
      status: 422,
      body: { fields },
    })
  }
})

test('PLT-02 a secret that is shown once is not kept with the key, and its retry makes no second one', async () => {
  const hook = { url: 'https://hook.example/x', events: ['*'] }
  const key = { 'idempotency-key': 'a-webhook-please' }
  const made = await system.call('POST', '/webhooks', hook, key)
  expect(made.status).toBe(201)
  const again = await system.call('POST', '/webhooks', hook, key)
  expect(again).toMatchObject({ status: 409, body: { code: 'shown-once' } })
  expect((await system.call('GET', '/webhooks')).body.items).toHaveLength(1)
  const kept = await house.in(CITY, (tx) => tx.db.selectFrom('platform.idempotency').selectAll().execute())
  expect(kept.map((it) => it.key)).toContain('a-webhook-please')
  expect(JSON.stringify(kept)).not.toContain(made.body.secret)
})

test('PLT-02 keys of different people, operations and congresses never meet', async () => {
  const key = { 'idempotency-key': 'one-key-for-all' }
  const mine = await deputy.call('POST', '/suggestions', text, key)
  expect((await deputy.call('POST', '/suggestions', text, key)).body.id).toBe(mine.body.id)
  expect((await otherDeputy.call('POST', '/suggestions', text, key)).body.id).not.toBe(mine.body.id)
  expect((await deputy.call('POST', `/suggestions/${mine.body.id}/submit`, undefined, key)).body.code).toBe('key-reused')
  const elsewhere = await house.person('deputy', { congressId: PROVINCE })
  expect((await elsewhere.call('POST', '/suggestions', text, key)).body.id).not.toBe(mine.body.id)
})

test('SUG-02 a draft that is taken back was never anybody else’s to read', async () => {
  const id = await drafted(deputy, { title: '关于一件没有提出的事' })
  expect((await deputy.call('POST', `/suggestions/${id}/withdraw`, { reason: '还没想好' })).status).toBe(200)
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.status).toBe('withdrawn')
  expect((await committee.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await committee.call('GET', `/suggestions/${id}/timeline`)).status).toBe(404)
  expect(JSON.stringify((await committee.call('GET', '/suggestions?limit=100')).body)).not.toContain(id)
  expect((await eventsAbout(id)).map((it) => it.name)).toEqual(['suggestion.drafted', 'suggestion.discarded'])
})

test('PLT-02 a claim to be another host or another method changes nothing', async () => {
  const claims = { 'x-forwarded-host': 'province.localhost', forwarded: 'host=province.localhost', 'x-forwarded-for': '9.9.9.9' }
  expect((await deputy.call('GET', '/session', undefined, claims)).body.me.id).toBe(deputy.accountId)
  expect((await deputy.call('GET', '/session', undefined, { host: 'province.localhost' })).body.me).toBeNull()
  const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
  expect((await deputy.call('POST', `/me/sessions/${newId()}?_method=DELETE`, {}, override)).status).toBe(404)
  expect((await deputy.call('GET', '/session', undefined, override)).body.me.id).toBe(deputy.accountId)
})

test('PLT-02 a form of another site, JSON as plain text and a body without the token change nothing', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const plain = { 'content-type': 'text/plain' }
  const body = Buffer.from(JSON.stringify(text))
  const attempts = [
    deputy.call('POST', '/suggestions', Buffer.from('title=x'), { ...form, 'x-minyi-csrf': '' }),
    deputy.call('POST', '/suggestions', body, { ...plain, 'x-minyi-csrf': '' }),
    deputy.call('POST', '/suggestions', body, { 'content-type': 'application/json', 'x-minyi-csrf': '' }),
    deputy.call('POST', '/suggestions', body, { 'content-type': 'application/json', origin: 'null' }),
    deputy.call('POST', '/suggestions', body, {
      'content-type': 'application/json',
      origin: 'http://city.localhost.evil.example',
    }),
  ]
  expect((await Promise.all(attempts)).map((it) => it.status)).toEqual([403, 403, 403, 403, 403])
  expect((await deputy.call('POST', '/suggestions', body, plain)).status).toBe(422)
})

test('PLT-04 every no to a known person is on record: by role, by rule, and for what is not theirs to see', async () => {
  const id = await drafted()
  const deniedOf = async (person: Person) =>
    (await eventsAbout(person.accountId)).filter((it) => it.name === 'access.denied').map((it) => it.payload)
  expect((await handler.call('GET', '/accounts')).status).toBe(403)
  expect((await handler.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await handler.call('POST', `/suggestions/${id}/accept`)).status).toBe(404)
  expect((await handler.call('GET', `/suggestions/${newId()}`)).status).toBe(404)
  expect(await deniedOf(handler)).toEqual([
    { operation: 'GET /accounts' },
    { operation: 'GET /suggestions/{id}' },
    { operation: 'POST /suggestions/{id}/accept' },
  ])
  const reason = { reason: '试一试' }
  expect((await system.call('POST', `/accounts/${security.accountId}/reset-password`, reason)).status).toBe(403)
  expect((await system.call('POST', `/accounts/${system.accountId}/disable`, reason)).status).toBe(403)
  expect(await deniedOf(system)).toEqual([
    { operation: 'POST /accounts/{id}/reset-password' },
    { operation: 'POST /accounts/{id}/disable' },
  ])
})

test('PLT-04 what leaves as a file and what changes where notices go is on record', async () => {
  expect((await handler.call('GET', '/suggestions/export?category=legal')).status).toBe(200)
  expect((await handler.call('PUT', '/notices/preferences', { isDigestMailed: true, mail: 'h@example.gov.cn' })).status).toBe(200)
  const events = (await eventsAbout(handler.accountId)).filter((it) => it.name !== 'access.denied')
  expect(events).toEqual([
    { name: 'suggestion.exported', payload: { filters: { category: 'legal' }, count: 0 } },
    { name: 'notice_preferences.changed', payload: { isDigestMailed: true, isMailChanged: true } },
  ])
})

test('PLT-02 every answer has the policy that forbids foreign scripts, whatever its status', async () => {
  const paths = [
    '/',
    '/suggestions',
    '/suggestions/none',
    '/nowhere',
    '/api/docs',
    '/api/openapi.json',
    '/api/v1/session',
    '/healthz',
  ]
  for (const url of [
    ...paths,
    '/api/v1/suggestions',
    '/suggestions/%E0%A4%A',
    `/suggestions/${'x'.repeat(400)}`,
    '/workbench/x',
  ]) {
    const { headers, statusCode } = await house.app.inject({ url, headers: { host: 'city.localhost' } })
    expect(headers['content-security-policy'], url).toMatch(/default-src '(self|none)'/)
    expect(String(headers['content-security-policy']), url).not.toMatch(/unsafe-(inline|eval)/)
    expect(headers['x-content-type-options'], url).toBe('nosniff')
    if (statusCode >= 400) expect(headers['cache-control'], url).toBe('no-store')
  }
})

test('SUG-01 a word in more texts than a statement has parameters is still answered', async () => {
  await house.in(CITY, (tx) =>
    sql`
      insert into search.entry (congress_id, kind, subject_id, text, pairs)
      select ${CITY}::int, 'suggestion.public', gen_random_uuid(), '路灯', array_to_tsvector(array['路灯'])
      from generate_series(1, 135000)`.execute(tx.db),
  )
  const answer = await house.visitor.call('GET', `/public/suggestions?q=${encodeURIComponent('路灯')}`)
  expect(answer).toMatchObject({ status: 200, body: { items: [], next: null } })
})
