import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listEvents } from '#kernel/audit/api.ts'
import { connect, type Connection } from '#lib/db/connect.ts'
import { withClient } from '#lib/db/embedded/logins.ts'
import { inCongress, readCongress, type Tx } from '#lib/db/tx.ts'
import { addDays, toDateOnly as d } from '#lib/pure/date.ts'
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { activateProfile, enterHolidays, getProfile, listProfiles, loadCalendar, profileOn } from './api.ts'
import { isWorkday, type ProfileKind } from './contract.ts'
import { findProfileOn } from './store.ts'

const kind = { slice: 'sample', settings: z.strictObject({ months: z.int().min(1).max(3) }) } satisfies ProfileKind
const now = new Date('2026-03-05T02:00:00Z')
const settings = (months: number, effectiveOn: string) => ({
  title: `${months} 个月`,
  effectiveOn: d(effectiveOn),
  settings: { months },
})

let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await cloneDatabase()
  connection = connect(database.url)
  await withClient(database.migratorUrl, (client) =>
    client.query(`insert into congress.congress (id, level, name, short_name, slug, area_code)
      select id, 'city', '临江市人大' || id, '临江' || id, 'linjiang' || id, '99010' || id from generate_series(1, 4) as id`),
  )
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const within = <T>(congressId: number, work: (tx: Tx) => Promise<T>) => inCongress(connection.database, congressId, work)
const activate = (congressId: number, months: number, effectiveOn: string) =>
  within(congressId, (tx) => activateProfile({ tx, actor: null, now }, kind, settings(months, effectiveOn)))

describe('PLT-03 who may not', () => {
  it('nobody changes or deletes a version that was activated', async () => {
    await activate(1, 2, '2020-01-01')
    for (const statement of [sql`update procedure.profile_version set title = ''`, sql`delete from procedure.profile_version`]) {
      await expect(within(1, (tx) => statement.execute(tx.db))).rejects.toThrow('permission denied')
    }
  })

  it('a congress neither sees nor writes the rules of another, even without a WHERE', async () => {
    await within(1, (tx) =>
      enterHolidays({ tx, actor: null, now }, 2027, [{ day: '2027-10-01', isWorkday: false, name: '国庆节' }]),
    )
    const count = (table: string) => within(2, (tx) => sql.raw(`select from procedure.${table}`).execute(tx.db))
    expect((await count('holiday')).rows).toEqual([])
    expect((await count('profile_version')).rows).toEqual([])
    const foreign = sql`insert into procedure.holiday values (1, '2027-05-01', false, '劳动节')`
    await expect(within(2, (tx) => foreign.execute(tx.db))).rejects.toThrow('row-level security')
    await expect(within(2, (tx) => profileOn(tx, kind, d('2026-03-05')))).rejects.toThrow('没有生效的办理规则包')
  })

  it('settings that break the schema are refused', async () => {
    await expect(activate(2, 4, '2026-01-01')).rejects.toThrow(z.ZodError)
    expect(await within(2, (tx) => listProfiles(tx, kind))).toEqual([])
  })

  it('history is not rewritten: no version takes effect before the newest', async () => {
    await expect(activate(1, 3, '2019-12-31')).rejects.toMatchObject({ status: 409, code: 'profile-superseded' })
  })

  it('a holiday table takes only days of its year', async () => {
    const stray = [{ day: '2028-01-01', isWorkday: false, name: '元旦' }]
    await expect(within(2, (tx) => enterHolidays({ tx, actor: null, now }, 2027, stray))).rejects.toMatchObject({
      code: 'other-year',
    })
  })
})

describe('PLT-03 versions by date', () => {
  it('two activations at once both arrive, with successive numbers', async () => {
    const versions = await Promise.all(Array.from({ length: 6 }, () => activate(3, 1, '2021-01-01')))
    expect(versions.map((it) => it.version).sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('the version in force is the newest of those effective on the day', async () => {
    await activate(4, 1, '2022-01-01')
    await activate(4, 2, '2024-07-01')
    await activate(4, 3, '2024-07-01')
    const on = (day: string) => within(4, async (tx) => (await profileOn(tx, kind, d(day))).settings.months)
    expect(await Promise.all(['2022-01-01', '2024-06-30', '2024-07-01', '2030-01-01'].map(on))).toEqual([1, 1, 3, 3])
    expect(await within(4, (tx) => findProfileOn(tx, 'sample', d('2021-12-31')))).toBeUndefined()
  })

  it('a case reads the version it keeps, also when a newer one is in force', async () => {
    const first = await readCongress(connection.database, 4, (tx) => getProfile(tx, kind, 1))
    expect(first).toMatchObject({
      version: 1,
      effectiveOn: '2022-01-01',
      title: '1 个月',
      settings: { months: 1 },
      activatedBy: null,
    })
    expect(first.activatedAt).toEqual(now)
    await expect(within(4, (tx) => getProfile(tx, kind, 99))).rejects.toMatchObject({ status: 404 })
  })

  it('an activation leaves one event in the same transaction', async () => {
    const { rows } = await within(4, (tx) =>
      sql<{ id: string }>`select id from procedure.profile_version where congress_id = 4 and version = 2`.execute(tx.db),
    )
    const events = await within(4, (tx) => listEvents(tx, rows[0]?.id ?? ''))
    expect(events).toMatchObject([
      { name: 'profile.activated', payload: { slice: 'sample', version: 2, effectiveOn: '2024-07-01' } },
    ])
  })
})

describe('PLT-04 the calendar of a congress', () => {
  it('is the shipped table with its own days on top', async () => {
    const own = [
      { day: '2026-03-09', isWorkday: false, name: '市庆' },
      { day: '2026-03-14', isWorkday: true, name: '市庆调休' },
    ]
    await within(2, (tx) => enterHolidays({ tx, actor: null, now }, 2026, own))
    const calendar = await within(2, loadCalendar)
    expect(['2026-03-09', '2026-03-14', '2026-10-01', '2026-03-10'].map((day) => isWorkday(calendar, d(day)))).toEqual([
      false,
      true,
      false,
      true,
    ])
    const other = await within(1, loadCalendar)
    expect(isWorkday(other, d('2026-03-09'))).toBe(true)
    expect(other.years.has(2027)).toBe(true)
  })

  it('is replaced year by year; an empty list falls back to the shipped table', async () => {
    await within(2, (tx) =>
      enterHolidays({ tx, actor: null, now }, 2027, [{ day: '2027-10-01', isWorkday: false, name: '国庆节' }]),
    )
    await within(2, (tx) => enterHolidays({ tx, actor: null, now }, 2026, []))
    const calendar = await within(2, loadCalendar)
    expect(isWorkday(calendar, d('2026-03-09'))).toBe(true)
    expect(isWorkday(calendar, d('2027-10-01'))).toBe(false)
    expect(isWorkday(calendar, addDays(d('2026-09-30'), 1))).toBe(false)
  })
})
