import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Connection } from '#lib/db/connect.ts'
import { withClient } from '#lib/db/embedded/logins.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import {
  BlobMissing,
  clearUnusedFiles,
  findFile,
  folderBlobStore,
  isRefusedUpload,
  keepFile,
  purposes,
  receiveUpload,
  takeOwnFile,
  type BlobStore,
} from './api.ts'

const DAY = 24 * 3_600_000
const now = new Date('2026-03-20T19:40:00Z')
const long = new Date(now.getTime() - 7 * DAY - 1)
const owner = { id: newId() }
let database: TestDatabase
let connection: Connection
let folder = ''
let blobs: BlobStore

beforeAll(async () => {
  database = await cloneDatabase()
  connection = connect(database.url)
  folder = await mkdtemp(join(tmpdir(), 'minyi-unused-'))
  blobs = folderBlobStore(folder)
  await withClient(database.migratorUrl, (client) =>
    client.query(`insert into congress.congress (id, level, name, short_name, slug, area_code)
      select id, 'city', '临江市人大' || id, '临江' || id, 'linjiang' || id, '99010' || id from generate_series(1, 2) as id`),
  )
})
afterAll(async () => {
  await connection.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

const within = <T>(congressId: number, work: (tx: Tx) => Promise<T>) => inCongress(connection.database, congressId, work)
const take = (id: string, who = owner) => within(1, (tx) => takeOwnFile(tx, who, id, purposes.attachment))
const isThere = async (id: string, congressId = 1) => (await within(congressId, (tx) => findFile(tx, id))) !== undefined

describe('PLT-16 uploads that nothing took up', () => {
  test('are nobody else’s to take up', async () => {
    const file = await upload('他人的', long)
    await expect(take(file.id, { id: newId() })).rejects.toMatchObject({ code: 'file-unknown' })
    await clear()
    expect(await isThere(file.id)).toBe(false)
  })

  test('go after seven days with their bytes; what was taken up, is younger, or shares its bytes with such a one stays', async () => {
    const [idle, used, young] = [await upload('闲置', long), await upload('用到', long), await upload('新的', now)]
    const twin = await upload('用到', long)
    const elsewhere = await upload('闲置', now, 2)
    await take(used.id)
    await clear()
    expect(await Promise.all([idle, used, young, twin].map(({ id }) => isThere(id)))).toEqual([false, true, true, false])
    await expect(blobs.get(idle.key)).rejects.toBeInstanceOf(BlobMissing)
    for (const file of [used, young, elsewhere]) expect((await buffer(await blobs.get(file.key))).length).toBeGreaterThan(0)
    expect(await isThere(elsewhere.id, 2)).toBe(true)
    await expect(take(idle.id)).rejects.toMatchObject({ code: 'file-unknown' })
  })

  test('taken up and cleared at once: whoever comes first decides, and no file in use is without its bytes', async () => {
    const files = await Promise.all(Array.from({ length: 12 }, (_, at) => upload(`同时 ${at}`, long)))
    const taken = files.map(({ id }) =>
      take(id).then(
        () => true,
        () => false,
      ),
    )
    await Promise.all([clear(), clear(), ...taken])
    for (const [at, file] of files.entries()) {
      expect(await isThere(file.id)).toBe(await taken[at])
      if (await taken[at]) expect((await buffer(await blobs.get(file.key))).toString()).toBe(`同时 ${at}`)
    }
  })

  test('the same bytes stored anew while they are cleared are not lost', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, at) => upload(`又来 ${at}`, long)))
    const [again] = await Promise.all([
      Promise.all(Array.from({ length: 8 }, (_, at) => upload(`又来 ${at}`, now))),
      clear(),
      clear(),
    ])
    for (const [at, file] of again.entries()) expect((await buffer(await blobs.get(file.key))).toString()).toBe(`又来 ${at}`)
  })

  test('more than fit into one transaction all go', async () => {
    await within(1, async (tx) => {
      for (let at = 0; at < 230; at++) await keepFile(tx, blobs, await accept(`很多 ${at}`), { accountId: owner.id, now: long })
    })
    await clear()
    const { rows } = await connection.pool.query(
      `select count(*)::int as n from files.blob where not is_used and created_at < $1`,
      [now],
    )
    expect(rows[0]).toEqual({ n: 0 })
  })
})

async function clear(): Promise<void> {
  const log = { info() {}, warn() {}, error() {} }
  const deps = { database: connection.database, clock: () => now, log, signal: new AbortController().signal }
  await clearUnusedFiles({ blobs }).run(deps, {})
}

async function upload(content: string, at: Date, congressId = 1) {
  const accepted = await accept(content)
  return within(congressId, (tx) => keepFile(tx, blobs, accepted, { accountId: owner.id, now: at }))
}

async function accept(content: string) {
  async function* stream() {
    yield Buffer.from(content)
  }
  const answer = await receiveUpload(stream(), '附件.txt')
  if (isRefusedUpload(answer)) throw new Error(answer.sentence)
  return answer
}
