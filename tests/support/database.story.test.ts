import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { withClient } from '#lib/db/embedded/logins.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

describe('a database of one test file', () => {
  let first: TestDatabase
  let second: TestDatabase

  beforeAll(async () => {
    ;[first, second] = await Promise.all([cloneDatabase(), cloneDatabase()])
  })
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()])
  })

  test('is migrated, and the program may not alter it', async () => {
    const alter = withClient(first.url, (client) => client.query('alter table congress.congress add column planted text'))
    await expect(alter).rejects.toThrow('must be owner')
  })

  test('knows Chinese characters as letters, so trigram search finds them', async () => {
    const rows = await withClient(first.superUrl, async (client) => {
      await client.query('create extension if not exists pg_trgm')
      return (await client.query("select cardinality(show_trgm('测试')) as trigrams, length('中文意见') as letters")).rows
    })
    expect(rows).toEqual([{ trigrams: 3, letters: 4 }])
  })

  test('is not shared: what one file writes the other never sees', async () => {
    const insert = `insert into congress.congress (id, level, name, short_name, slug, area_code)
                    values (1, 'city', '临江市人民代表大会', '临江市', 'linjiang', '990100')`
    await withClient(first.migratorUrl, (client) => client.query(insert))
    const seen = await withClient(second.migratorUrl, (client) => client.query('select from congress.congress'))
    expect(seen.rowCount).toBe(0)
  })
})
