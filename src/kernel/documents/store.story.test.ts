import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Connection } from '#lib/db/connect.ts'
import { withClient } from '#lib/db/embedded/logins.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { enterOldNumber, listNumbers, takeNumber } from './api.ts'

const now = new Date('2026-03-05T02:00:00Z')
let database: TestDatabase
let connection: Connection

beforeAll(async () => {
  database = await cloneDatabase()
  connection = connect(database.url)
  await withClient(database.migratorUrl, (client) =>
    client.query(`insert into congress.congress (id, level, name, short_name, slug, area_code)
      select id, 'city', '临江市人大' || id, '临江' || id, 'linjiang' || id, '99010' || id from generate_series(1, 2) as id`),
  )
})
afterAll(async () => {
  await connection.close()
  await database.drop()
})

const within = <T>(congressId: number, work: (tx: Tx) => Promise<T>) => inCongress(connection.database, congressId, work)
const taking = (series: string, subject = '交办通知', year = 2026) => ({ series, year, subject, by: null, now })
const take = (congressId: number, series: string, year = 2026) =>
  within(congressId, (tx) => takeNumber(tx, taking(series, '交办通知', year)))
const numbers = (congressId: number, series: string) =>
  within(congressId, async (tx) => (await listNumbers(tx, series, 2026)).map((it) => it.number))

describe('PLT-08 the register of document numbers', () => {
  test('nobody changes or deletes a taken number', async () => {
    await take(1, '人办')
    for (const statement of [
      sql`update documents.number_register set subject = ''`,
      sql`delete from documents.number_register`,
    ]) {
      await expect(within(1, (tx) => statement.execute(tx.db))).rejects.toThrow('permission denied')
    }
  })

  test('each series, year and congress counts for itself', async () => {
    expect([
      await take(1, '人法'),
      await take(1, '人法'),
      await take(1, '人选'),
      await take(1, '人法', 2027),
      await take(2, '人法'),
    ]).toEqual(['人法〔2026〕1号', '人法〔2026〕2号', '人选〔2026〕1号', '人法〔2027〕1号', '人法〔2026〕1号'])
    expect(await numbers(2, '人法')).toEqual([1])
  })

  test('twenty at once get twenty numbers without a gap', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => take(1, '人督')))
    expect(new Set(taken).size).toBe(20)
    expect(await numbers(1, '人督')).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  })

  test('a number whose transaction fails goes to the next one', async () => {
    const failing = within(1, async (tx) => {
      await takeNumber(tx, taking('人财'))
      throw new Error('not signed')
    })
    await expect(failing).rejects.toThrow('not signed')
    expect(await take(1, '人财')).toBe('人财〔2026〕1号')
  })

  test('goes on behind numbers that were given out on paper, and takes none twice', async () => {
    expect(await within(1, (tx) => enterOldNumber(tx, taking('人环', '旧文'), 41))).toBe(true)
    expect(await within(1, (tx) => enterOldNumber(tx, taking('人环', '旧文'), 41))).toBe(false)
    expect(await within(1, (tx) => enterOldNumber(tx, taking('人环', '更旧'), 7))).toBe(true)
    expect(await take(1, '人环')).toBe('人环〔2026〕42号')
    expect(await numbers(1, '人环')).toEqual([7, 41, 42])
  })
})
