import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { connect, type Connection } from '#lib/db/connect.ts'
import { withClient } from '#lib/db/embedded/logins.ts'
import { inCongress, type Tx } from '#lib/db/tx.ts'
import { cloneDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { findFile, folderBlobStore, isRefusedUpload, keepFile, listFiles, receiveUpload, type BlobStore } from './api.ts'

const now = new Date('2026-03-05T02:00:00Z')
let database: TestDatabase
let connection: Connection
let folder = ''
let blobs: BlobStore

beforeAll(async () => {
  database = await cloneDatabase()
  connection = connect(database.url)
  folder = await mkdtemp(join(tmpdir(), 'minyi-files-'))
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

describe('PLT-16 a stored file', () => {
  test('is invisible to another congress, which can neither read nor remove it', async () => {
    const file = await upload(1, '附件.txt', '甲市的意见')
    expect(await within(2, (tx) => findFile(tx, file.id))).toBeUndefined()
    expect(await within(2, (tx) => listFiles(tx, [file.id]))).toEqual([])
    expect(await within(1, (tx) => findFile(tx, file.id))).toEqual(file)
  })

  test('comes back as it was uploaded, under its Chinese name', async () => {
    const file = await upload(1, 'C:\\fakepath\\座谈会记录 1.txt', '群众意见')
    expect(file).toMatchObject({ name: '座谈会记录 1.txt', kind: 'txt', bytes: 12, createdAt: now })
    expect(await buffer(await blobs.get(file.key))).toEqual(Buffer.from('群众意见'))
    expect(file.sha256).toBe(createHash('sha256').update('群众意见').digest('hex'))
  })

  test('leaves no row where the transaction fails', async () => {
    const ids: string[] = []
    const failing = within(1, async (tx) => {
      const accepted = await accept('三.txt', '不会留下')
      ids.push((await keepFile(tx, blobs, accepted, { accountId: newId(), now })).id)
      throw new Error('later step failed')
    })
    await expect(failing).rejects.toThrow('later step failed')
    expect(await within(1, (tx) => listFiles(tx, ids))).toEqual([])
  })
})

async function upload(congressId: number, name: string, content: string) {
  const accepted = await accept(name, content)
  return within(congressId, (tx) => keepFile(tx, blobs, accepted, { accountId: null, now }))
}

async function accept(name: string, content: string) {
  async function* stream() {
    yield Buffer.from(content)
  }
  const answer = await receiveUpload(stream(), name)
  if (isRefusedUpload(answer)) throw new Error(answer.sentence)
  return answer
}
