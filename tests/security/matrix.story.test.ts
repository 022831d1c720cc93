import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { manifests } from '#app/slices.ts'
import { roles, type Audience, type Role } from '#kernel/identity/contract.ts'
import type { Endpoint } from '#lib/http/contract.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../support/house.ts'
import { badText, sampleOf, spoiled } from './sample.ts'

const house = await buildHouse()
const owner = new Client({ connectionString: house.migratorUrl })
await owner.connect()
afterAll(() => owner.end())

const operations = manifests.flatMap((it) => Object.entries<Endpoint>(it.contract))
/** Streams stay open; they have their own tests. */
const isStream = (it: Endpoint) => it.path === '/live'

/** One suggestion of the city, submitted, so that a foreign identifier really exists. */
const author = await house.person('deputy')
const draft = { title: '关于公交站台的建议', matter: '站台没有座椅。', requests: ['增设座椅'], category: 'construction' }
const existing = (await author.call('POST', '/suggestions', draft)).body.id as string
await author.call('POST', `/suggestions/${existing}/submit`)

const people = new Map<Role, Person>()
const foreigners = new Map<Role, Person>()
for (const role of roles) {
  const more = role === 'handling_unit' ? { unitId: house.unitIds.transport } : {}
  people.set(role, await house.person(role, more))
  foreigners.set(role, await house.person(role, { congressId: PROVINCE }))
}

describe('PLT-02 who is not in the audience is refused, and nothing changes', () => {
  test.each(operations)('%s', async (_name, endpoint) => {
    if (isStream(endpoint)) return
    const before = await digest()
    const isOpen = endpoint.audience.includes('public')
    if (!isOpen) expect((await send(house.visitor, endpoint, existing)).status).toBe(401)
    for (const [role, person] of people) {
      const audience = endpoint.audience as readonly Audience[]
      if (isOpen || audience.includes('signed_in') || audience.includes(role)) continue
      expect((await send(person, endpoint, existing)).status, role).toBe(403)
    }
    if (!isOpen) expect(await digest()).toBe(before)
  })
})

describe('PLT-02 an identifier of another congress does not exist', () => {
  const withId = operations.filter(([, it]) => it.path.startsWith('/suggestions/{id}'))
  test.each(withId)('%s', async (_name, endpoint) => {
    const before = await digest(CITY)
    for (const role of endpoint.audience as readonly Role[]) {
      expect((await send(foreigners.get(role)!, endpoint, existing)).status, role).toBe(404)
    }
    expect(await digest(CITY)).toBe(before)
  })
})

test('PLT-02 a change without the page’s token, or from another site, is refused', async () => {
  const deputy = people.get('deputy')!
  const forged = await deputy.call('POST', '/suggestions', draft, { 'x-minyi-csrf': 'guessed-guessed-guess' })
  expect(forged).toMatchObject({ status: 403, body: { code: 'csrf' } })
  const foreign = await deputy.call('POST', '/suggestions', draft, { origin: 'https://evil.example' })
  expect(foreign).toMatchObject({ status: 403, body: { code: 'foreign-origin' } })
})

describe('PLT-02 whatever is sent, the answer is never an error of ours', () => {
  test.each(operations)('%s', async (_name, endpoint) => {
    if (isStream(endpoint)) return
    const askers = [house.visitor, ...people.values()]
    for (let seed = 0; seed < 60; seed += 1) {
      const asker = askers[seed % askers.length]!
      const reply = await sendSpoiled(asker, endpoint, seed)
      expect(reply.status, `seed ${seed}: ${JSON.stringify(reply.body).slice(0, 300)}`).toBeLessThan(500)
      expect(JSON.stringify(reply.body)).not.toMatch(/at .*\.ts:\d+|node_modules|syntax error at/)
    }
  })
})

function send(person: Person, endpoint: Endpoint, id: string) {
  const body = endpoint.body ? (sampleOf(endpoint.body, { id }) as object) : undefined
  const params = endpoint.params ? (sampleOf(endpoint.params, { id }) as Record<string, unknown>) : {}
  return person.call(
    endpoint.method,
    pathOf(endpoint, (name) => String(params[name])),
    body,
  )
}

function sendSpoiled(person: Person, endpoint: Endpoint, seed: number) {
  const wish = { id: seed % 3 === 0 ? existing : newId() }
  const body = endpoint.body ? (spoiled(sampleOf(endpoint.body, wish), seed) as object) : undefined
  const path = pathOf(endpoint, () => (seed % 4 === 0 ? encodeURIComponent(badText(seed).slice(0, 150)) : wish.id))
  const query = seed % 2 === 0 ? '' : `?limit=${encodeURIComponent(badText(seed).slice(0, 99))}&cursor=${seed}&q=%00`
  return person.call(endpoint.method, path + query, body)
}

function pathOf(endpoint: Endpoint, value: (name: string) => string): string {
  return endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name))
}

/** A fingerprint of every table that holds cases and people, past row-level security; sessions are touched by use and left out. */
async function digest(congressId?: number): Promise<string> {
  const { rows } = await owner.query<{
    name: string
  }>(`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('congress', 'suggestions', 'search', 'metrics', 'procedure', 'files', 'documents') or (table_schema, table_name) in (('identity', 'account'), ('identity', 'role_grant'))
    order by 1`)
  const parts: string[] = []
  for (const { name } of rows) {
    const only = congressId && !/congress\.(congress|host)$/.test(name) ? `where congress_id = ${congressId}` : ''
    const result = await owner.query(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as it from ${name} t ${only}`,
    )
    parts.push(`${name} ${result.rows[0].it}`)
  }
  return parts.join('\n')
}
