import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import type { Parts } from '#app/slices.ts'
import type { Role } from '#kernel/identity/contract.ts'
import { CSRF_COOKIE, openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { activateProfile } from '#kernel/procedure/api.ts'
import { connect, type Connection } from '#lib/db/connect.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import { suggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { presets } from '#slices/suggestions/presets/presets.ts'
import { cloneDatabase } from './database.ts'
import { testParts } from './parts.ts'

/** A person of the small test congress, signed in. */
export interface Person {
  readonly accountId: string
  readonly deputyId: string | null
  readonly unitId: string | null
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Reply>
}

export interface Reply {
  status: number
  // The shape is the subject of the test that reads it.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  headers: Record<string, unknown>
}

export const CITY = 1
export const PROVINCE = 2

/** A day on which the test world lives; every test moves the clock as it needs. */
export const NOON = new Date('2022-03-01T04:00:00Z')

export interface House {
  readonly app: FastifyInstance
  readonly connection: Connection
  readonly unitIds: { housing: string; transport: string }
  /** What `now` is for the program. */
  setNow(at: Date): void
  now(): Date
  in<T>(congressId: number, work: (tx: Tx) => Promise<T>): Promise<T>
  person(role: Role, more?: { unitId?: string; congressId?: number; isDeputy?: boolean; name?: string }): Promise<Person>
  /** The same person of the city, signed in anew: a session ends while a test moves the clock. */
  again(person: Person): Promise<Person>
  visitor: Person
  /** The login of the program. */
  readonly url: string
  /** A superuser's, for faults such as ending a connection. */
  readonly superUrl: string
  /** Reads past row-level security, to compare what a refused request left behind. */
  readonly migratorUrl: string
}

const hosts: Readonly<Record<number, string>> = { [CITY]: 'city.localhost', [PROVINCE]: 'province.localhost' }

/** A whole program on a database of its own: two congresses, one unit or two each, a clock that the test holds. */
export async function buildHouse(signIn: Partial<Parts['signIn']> = {}): Promise<House> {
  const database = await cloneDatabase()
  await foundCongresses(database.migratorUrl)
  const connection = connect(database.url)
  const clock = { now: NOON }
  const app = await buildServer({
    database: connection.database,
    parts: testParts(undefined, signIn),
    clock: () => clock.now,
    rateLimit: 100_000,
  })
  const unitIds = { housing: newId(), transport: newId() }
  const within = <T>(congressId: number, work: (tx: Tx) => Promise<T>) => inCongress(connection.database, congressId, work)
  await within(CITY, (tx) => furnish(tx, unitIds))
  await within(PROVINCE, (tx) => furnish(tx, { housing: newId(), transport: newId() }))
  afterAll(async () => {
    await app.close()
    await connection.close()
    await database.drop()
  })
  return {
    app,
    connection,
    unitIds,
    migratorUrl: database.migratorUrl,
    setNow: (at) => void (clock.now = at),
    now: () => clock.now,
    url: database.url,
    superUrl: database.superUrl,
    in: within,
    visitor: { accountId: '', deputyId: null, unitId: null, call: caller(app, CITY, null) },
    again: async (person) => {
      const session = await within(CITY, (tx) => openSession(tx, person.accountId, 'test', clock.now))
      return { ...person, call: caller(app, CITY, session) }
    },
    person: async (role, more = {}) => {
      const congressId = more.congressId ?? CITY
      const account = await within(congressId, (tx) => settle(tx, role, more))
      const session = await within(congressId, (tx) => openSession(tx, account.accountId, 'test', clock.now))
      return { ...account, call: caller(app, congressId, session) }
    },
  }
}

function caller(app: FastifyInstance, congressId: number, session: { token: string; csrfToken: string } | null): Person['call'] {
  return async (method, path, body, headers = {}) => {
    const options: InjectOptions = {
      method,
      url: path.startsWith('/') && !path.startsWith('/api') && !path.startsWith('//') ? `/api/v1${path}` : path,
      headers: {
        host: hosts[congressId]!,
        ...(session && { 'x-minyi-csrf': session.csrfToken }),
        ...headers,
      },
      cookies: session ? { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken } : {},
      ...(body !== undefined && { payload: body }),
    }
    const answer = await app.inject(options)
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers }
  }
}

export async function foundCongresses(migratorUrl: string): Promise<void> {
  const { pool, close } = connect(migratorUrl, { max: 1 })
  await pool.query(`
    insert into congress.congress (id, parent_id, level, name, short_name, slug, area_code) values
      (2, null, 'province', '示例省人民代表大会', '示例省人大', 'province', '990000'),
      (1, 2, 'city', '示例市人民代表大会', '示例市人大', 'city', '990100');
    insert into congress.host (name, congress_id) values ('city.localhost', 1), ('province.localhost', 2)`)
  await close()
}

export async function furnish(tx: Tx, unitIds: { housing: string; transport: string }): Promise<void> {
  const { congressId: congress_id, db } = tx
  await db.insertInto('congress.term').values({ congress_id, number: 17, starts_on: '2022-01-01', ends_on: null }).execute()
  await db
    .insertInto('congress.session')
    .values({ congress_id, term: 17, number: 1, title: '第一次会议', opens_on: '2022-01-05', closes_on: '2022-01-10' })
    .execute()
  const unit = (id: string, name: string, ordinal: number) => ({
    congress_id,
    id,
    kind: 'department',
    name,
    short_name: name,
    initials: '',
    ordinal,
    starts_on: '2000-01-01',
  })
  await db
    .insertInto('congress.unit')
    .values([unit(unitIds.housing, '市房产局', 1), unit(unitIds.transport, '市交通局', 2)])
    .execute()
  const input = { effectiveOn: toDateOnly('2020-01-01'), title: '示例办理规则包', settings: presets.standard.settings }
  await activateProfile({ tx, actor: null, now: NOON }, suggestionProfile, input)
}

export async function settle(tx: Tx, role: Role, more: { unitId?: string; name?: string }) {
  const accountId = newId()
  const deputyId = role === 'deputy' ? newId() : null
  const name = more.name ?? `${role}-${accountId.slice(-4)}`
  if (deputyId) await seat(tx, deputyId, name)
  await tx.db
    .insertInto('identity.account')
    .values({
      congress_id: tx.congressId,
      id: accountId,
      login: `${role}-${accountId}`,
      name,
      unit_id: more.unitId ?? null,
      deputy_id: deputyId,
      created_at: NOON,
    })
    .execute()
  await tx.db
    .insertInto('identity.role_grant')
    .values({ congress_id: tx.congressId, account_id: accountId, role, granted_at: NOON })
    .execute()
  return { accountId, deputyId, unitId: more.unitId ?? null }
}

async function seat(tx: Tx, id: string, name: string): Promise<void> {
  await tx.db
    .insertInto('congress.deputy')
    .values({ congress_id: tx.congressId, id, name, initials: '', gender: '女', nationality: '汉族', card_number: id.slice(-12) })
    .execute()
}
