import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anchor, sealPending, verify } from '#kernel/audit/api.ts'
import { folderBlobStore } from '#kernel/files/api.ts'
import { runSql, withClient } from '#lib/db/embedded/logins.ts'
import { knownMigrations, migrate } from '#lib/db/migrate.ts'
import { buildHouse, CITY, NOON } from '../../../tests/support/house.ts'
import { cloneDatabase, emptyDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { backup, type BackupOptions } from './backup.ts'
import { drill } from './drill.ts'
import { restore, type RestoreOptions } from './restore.ts'

const house = await buildHouse()
const folder = await mkdtemp(join(tmpdir(), 'minyi-backup-'))
const blobs = folderBlobStore(join(folder, 'files'))
const anchors = join(folder, 'anchors')
const targets: TestDatabase[] = []
const silent = { info: () => {}, warn: () => {}, error: () => {} }
const KEY = 'aabbccdd'

beforeAll(async () => {
  const deputy = await house.person('deputy')
  for (let n = 1; n <= 30; n += 1) {
    const draft = { title: `关于第${n}号路灯的建议`, matter: 'a\tb\\c\n\u3000"，\u{20000}', requests: ['修'], category: 'other' }
    expect((await deputy.call('POST', '/suggestions', draft)).status).toBe(201)
  }
  const stored = await blobs.put(Buffer.from('附件'.repeat(3_000_000)), { congressId: CITY, mediaType: 'text/plain' })
  await runSql(
    house.migratorUrl,
    `insert into files.blob (congress_id, id, sha256, key, kind, name, media_type, bytes, created_at)
     values (${CITY}, gen_random_uuid(), '${stored.sha256}', '${stored.key}', 'txt', '附件.txt', 'text/plain', ${stored.bytes}, now())`,
    `select graphile_worker.add_job('suggestions.remind', '{"congressId": 1}', run_at => now() + interval '1 day')`,
  )
  await sealPending(house.connection.database, CITY, NOON)
  await anchor(house.connection.database, CITY, anchors, NOON)
})
afterAll(async () => {
  await Promise.all(targets.map((it) => it.drop()))
  await rm(folder, { recursive: true, force: true })
})

describe('refuses', () => {
  test('PLT-19 a database with rows in it, and changes nothing', async () => {
    const { path } = await make()
    const other = await cloneDatabase()
    targets.push(other)
    await runSql(
      other.migratorUrl,
      `insert into congress.congress (id, level, name, short_name, slug, area_code)
      values (7, 'city', '别市人大', '别市', 'other', '1')`,
    )
    const before = await digestOfAll(other.migratorUrl)
    await expect(restore(into(other, path))).rejects.toThrow('数据库不是空的')
    expect(await digestOfAll(other.migratorUrl)).toEqual(before)
  })

  test('PLT-19 an archive with one changed bit, and one that was cut off', async () => {
    const { path } = await make()
    const bytes = await readFile(path)
    const target = await emptyDatabase()
    targets.push(target)
    for (const at of [0.2, 0.5, 0.9]) {
      const bad = Buffer.from(bytes)
      bad[Math.floor(bad.length * at)]! ^= 1
      await expect(restore(into(target, await spoiled(bad)))).rejects.toThrow(/备份/)
    }
    await expect(restore(into(target, await spoiled(bytes.subarray(0, bytes.length - 100))))).rejects.toThrow('已损坏或不完整')
    expect(await tablesOf(target.migratorUrl)).toEqual([])
  })

  test('PLT-19 an archive of a newer version', async () => {
    const [newer, target] = [await cloneDatabase(), await emptyDatabase()]
    targets.push(newer, target)
    await runSql(newer.migratorUrl, `insert into kysely_migration (name, timestamp) values ('9999-next', '')`)
    const { path } = await make({ migratorUrl: newer.migratorUrl, to: join(folder, 'newer') })
    await expect(restore(into(target, path))).rejects.toThrow('请先升级程序')
    expect(await tablesOf(target.migratorUrl)).toEqual([])
  })

  test('PLT-19 an encrypted archive without its passphrase, with a wrong one, and with chunks swapped', async () => {
    const { path } = await make({ passphrase: '一个足够长的备份口令啊啊啊' })
    const target = await emptyDatabase()
    targets.push(target)
    await expect(restore(into(target, path))).rejects.toThrow('这份备份加了密')
    await expect(restore(into(target, path, { passphrase: 'not the passphrase' }))).rejects.toThrow('备份口令不对')
    const bytes = await readFile(path)
    const [head, size] = [bytes.length - 2 * 65_552, 65_552]
    const swapped = Buffer.concat([bytes.subarray(0, head), bytes.subarray(head + size), bytes.subarray(head, head + size)])
    const bad = await spoiled(swapped)
    await expect(restore(into(target, bad, { passphrase: '一个足够长的备份口令啊啊啊' }))).rejects.toThrow(/损坏/)
    expect(await tablesOf(target.migratorUrl)).toEqual([])
  })

  test('PLT-19 to restore sealed fields without the master key, unless it is told that the key is lost', async () => {
    const { path } = await make()
    const target = await emptyDatabase()
    targets.push(target)
    await expect(restore(into(target, path, { masterKeys: [] }))).rejects.toThrow(`缺少编号为 ${KEY} 的主密钥`)
    expect((await restore(into(target, path, { masterKeys: null }))).rows).toBeGreaterThan(100)
  })

  test('PLT-19 a backup with a login from which row-level security would hide rows', async () => {
    await expect(make({ migratorUrl: house.url })).rejects.toThrow(/row-level security|permission denied/)
    expect((await readdir(join(folder, 'archives'))).filter((it) => it.endsWith('.partial'))).toEqual([])
  })
})

test('PLT-19 a restored database is the same in every row, and its audit chain and files are sound', async () => {
  const { path, rows, blobs: count, missingBlobs } = await make()
  const target = await emptyDatabase()
  targets.push(target)
  const result = await restore(into(target, path))
  expect(result).toMatchObject({ rows, blobs: count, migrated: [] })
  expect(missingBlobs).toEqual([])
  const original = await verify(house.connection.database, CITY, anchors)
  expect(original.checked).toBeGreaterThanOrEqual(30)
  expect(result.congresses.find((it) => it.id === CITY)).toMatchObject({ checked: original.checked, anchors: 1, findings: [] })
  expect(await digestOfAll(target.migratorUrl)).toEqual(await digestOfAll(house.migratorUrl))
  const { rows: jobs } = await withClient(target.migratorUrl, (client) =>
    client.query(`select (graphile_worker.add_job('suggestions.remind')).id is not null as fresh`),
  )
  expect(jobs).toEqual([{ fresh: true }])
})

test('PLT-19 an archive of an earlier version is loaded at that version and then brought up to date', async () => {
  const names = await knownMigrations()
  const first = names.indexOf('0020-files') + 1
  const [earlier, target] = [await emptyDatabase(), await emptyDatabase()]
  targets.push(earlier, target)
  await migrate(earlier.migratorUrl, undefined, names[first - 1])
  await runSql(
    earlier.migratorUrl,
    `insert into congress.congress (id, level, name, short_name, slug, area_code)
      values (7, 'city', '别市人大', '别市', 'other', '1')`,
  )
  const { path } = await make({ migratorUrl: earlier.migratorUrl, to: join(folder, 'earlier') })
  const result = await restore(into(target, path))
  expect(result.migrated).toEqual(names.slice(first))
  expect(result.congresses.map((it) => it.name)).toEqual(['别市人大'])
})

test('PLT-19 a backup shows one moment although people go on working', async () => {
  const deputy = await house.person('deputy')
  const state = { isDone: false, writes: 0 }
  const working = (async () => {
    while (!state.isDone) {
      const draft = { title: `同时写入${state.writes}`, matter: '情况', requests: ['一'], category: 'other' }
      expect((await deputy.call('POST', '/suggestions', draft)).status).toBe(201)
      state.writes += 1
    }
  })()
  const { path } = await make({ now: new Date(NOON.getTime() + 5000) })
  state.isDone = true
  await working
  expect(state.writes).toBeGreaterThan(0)
  const target = await emptyDatabase()
  targets.push(target)
  await restore(into(target, path))
  const { rows } = await withClient(target.migratorUrl, (client) =>
    client.query(`select (select count(*)::int from suggestions.suggestion) as cases,
      (select count(distinct subject_id)::int from audit.event where name = 'suggestion.drafted') as events`),
  )
  expect(rows[0].cases).toBe(rows[0].events)
})

test('PLT-19 an object that is gone from the storage is named, and everything else is kept', async () => {
  const empty = folderBlobStore(join(folder, 'none'))
  const { missingBlobs, rows } = await make({ blobs: empty })
  expect(missingBlobs).toHaveLength(1)
  expect(rows).toBeGreaterThan(100)
})

test('PLT-19 only the newest archives stay, and other files are left alone', async () => {
  const to = join(folder, 'few')
  for (let n = 0; n < 4; n += 1) {
    await make({ to, keep: 2, now: new Date(NOON.getTime() + n * 1000) })
    await writeFile(join(to, 'notes.txt'), '')
  }
  expect((await readdir(to)).toSorted()).toEqual(['minyi-20220301T040002Z.tar.gz', 'minyi-20220301T040003Z.tar.gz', 'notes.txt'])
  expect((await stat(join(to, 'minyi-20220301T040003Z.tar.gz'))).mode & 0o077).toBe(0)
})

test('PLT-19 the drill restores into a server of its own, encrypted too, and leaves nothing behind', async () => {
  const passphrase = '一个足够长的备份口令啊啊啊'
  const { path, rows } = await make({ passphrase })
  const before = await drillFolders()
  const result = await drill({ archive: path, passphrase, masterKeys: [KEY] }, silent)
  expect(result.rows).toBe(rows)
  expect(await drillFolders()).toEqual(before)
})

function make(more: Partial<BackupOptions> = {}) {
  const to = join(folder, 'archives')
  return backup({ migratorUrl: house.migratorUrl, blobs, anchors, masterKeys: [KEY], to, now: NOON, ...more })
}

function into(target: TestDatabase, archive: string, more: Partial<RestoreOptions> = {}): RestoreOptions {
  const place = join(folder, `restored-${targets.length}`)
  return {
    archive,
    migratorUrl: target.migratorUrl,
    appUrl: target.url,
    blobs: folderBlobStore(join(place, 'files')),
    anchors: join(place, 'anchors'),
    masterKeys: [KEY],
    ...more,
  }
}

async function spoiled(bytes: Buffer): Promise<string> {
  const path = join(folder, 'spoiled')
  await writeFile(path, bytes)
  return path
}

async function drillFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((it) => it.startsWith('minyi-drill-'))
}

async function tablesOf(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(`
      select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
    return rows.map((it) => it.name)
  })
}

/** One digest for each table, whatever the order of its rows. */
async function digestOfAll(url: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  const names = (await tablesOf(url)).filter((it) => !it.startsWith('public.') && it !== 'graphile_worker.migrations')
  await withClient(url, async (client) => {
    await client.query(`set timezone = 'UTC'`)
    for (const name of names) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t order by 1`)
      digests[name] = `${rows.length} ${createHash('sm3')
        .update(rows.map((it) => it.row).join('\n'))
        .digest('hex')}`
    }
  })
  return digests
}
