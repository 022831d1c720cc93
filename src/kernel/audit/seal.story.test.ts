import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { connect } from '#lib/db/connect.ts'
import { inCongress } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, NOON } from '../../../tests/support/house.ts'
import { kind } from './contract.ts'
import { recorder } from './record.ts'
import { linkText } from './rules/chain.ts'
import { sm3 } from '#lib/crypto/sm3.ts'
import { anchor, sealPending, verify } from './seal.ts'

const house = await buildHouse()
const { database } = house.connection
/** The login that an attacker of the database might have: it owns the tables. */
const owner = connect(house.migratorUrl)
const directory = await mkdtemp(join(tmpdir(), 'minyi-anchors-'))
afterAll(async () => {
  await owner.close()
  await rm(directory, { recursive: true })
})

const events = {
  'thing.done': kind({
    payload: z.object({ n: z.number() }),
    visibility: 'public',
    sentence: { zh: () => '做了', en: () => 'Done' },
  }),
}
const record = recorder(events)

beforeEach(async () => {
  await rm(join(directory, `${CITY}.jsonl`), { force: true })
  await owner.pool.query('truncate audit.event, audit.pending, audit.seal cascade')
  await inCongress(database, CITY, async (tx) => {
    for (let n = 1; n <= 12; n += 1) {
      await record(tx, new Date(NOON.getTime() + n), { name: 'thing.done', subjectId: newId(), actorId: null, payload: { n } })
    }
  })
  await sealPending(database, CITY, NOON)
  await anchor(database, CITY, directory, NOON)
})

test('PLT-06 an untouched log is sound', async () => {
  expect(await verify(database, CITY, directory)).toEqual({ congressId: CITY, checked: 12, anchors: 1, findings: [] })
})

test('PLT-06 the login of the program may neither change nor delete an event or a seal', async () => {
  const tries = [
    'update audit.event set name = name',
    'delete from audit.event',
    'update audit.seal set digest = digest',
    'truncate audit.event',
  ]
  for (const text of tries) {
    await expect(inCongress(database, CITY, (tx) => sql.raw(text).execute(tx.db))).rejects.toMatchObject({ code: '42501' })
  }
})

test('PLT-06 many events at once are sealed once each, by two sealers at once', async () => {
  const again = Array.from({ length: 20 }, (_, n) =>
    inCongress(database, CITY, (tx) =>
      record(tx, NOON, { name: 'thing.done', subjectId: newId(), actorId: null, payload: { n } }),
    ),
  )
  await Promise.all(again)
  const counts = await Promise.all([sealPending(database, CITY, NOON), sealPending(database, CITY, NOON)])
  expect(counts[0]! + counts[1]!).toBe(20)
  expect((await verify(database, CITY, directory)).findings).toEqual([])
})

const nth = (n: number) => `(select event_id from audit.seal where number = ${n})`
/** reliability 0.9: nine ways to falsify a log. */
const tampering: Record<string, () => Promise<unknown>> = {
  'payload altered': () => run(`update audit.event set payload = '{"n": 99}' where id = ${nth(5)}`),
  'actor altered': () => run(`update audit.event set actor_id = '${newId()}' where id = ${nth(5)}`),
  'time altered': () => run(`update audit.event set at = at + interval '1 day' where id = ${nth(5)}`),
  'event deleted': () => run(`delete from audit.event where id = ${nth(6)}`),
  'event inserted': () =>
    run(`insert into audit.event (congress_id, id, name, subject_id, at, payload)
         select congress_id, '${newId()}', name, subject_id, at, payload from audit.event where id = ${nth(3)}`),
  'two events swapped': () =>
    run(`update audit.seal a set event_id = b.event_id from audit.seal b where a.number = 4 and b.number = 7;`, true),
  'tail cut off': () =>
    run(
      'delete from audit.event where id in (select event_id from audit.seal where number > 9); delete from audit.seal where number > 9',
    ),
  'rewritten from a point': () => rewriteFrom(5),
  'replaced wholly': () => rewriteFrom(1),
}

test.each(Object.keys(tampering))('PLT-06 tampering is found: %s', async (kindOfTampering) => {
  await tampering[kindOfTampering]!()
  expect((await verify(database, CITY, directory)).findings).not.toEqual([])
})

async function run(text: string, isSwap = false): Promise<void> {
  if (!isSwap) return void (await owner.pool.query(text))
  const { rows } = await owner.pool.query('select number, event_id from audit.seal where number in (4, 7) order by number')
  const client = await owner.pool.connect()
  await client.query(`begin; alter table audit.seal drop constraint seal_event_unique;
    update audit.seal set event_id = '${rows[1].event_id}' where number = 4;
    update audit.seal set event_id = '${rows[0].event_id}' where number = 7;
    alter table audit.seal add constraint seal_event_unique unique (congress_id, event_id); commit`)
  client.release()
}

/** What a clever attacker does: changes the events from `number` on and computes a new chain that fits them. */
async function rewriteFrom(number: number): Promise<void> {
  await owner.pool.query(
    `update audit.event set payload = '{"n": 0}' where id in (select event_id from audit.seal where number >= ${number})`,
  )
  const { rows } = await owner.pool.query(`select s.number, e.id, e.name, e.subject_id, e.actor_id, e.at, e.payload
    from audit.seal s join audit.event e on e.id = s.event_id where s.number >= ${number} order by s.number`)
  const before = await owner.pool.query(`select digest from audit.seal where number = ${number - 1}`)
  let digest: string = before.rows[0]?.digest ?? '0'.repeat(64)
  for (const row of rows) {
    const event = {
      id: row.id,
      name: row.name,
      subjectId: row.subject_id,
      actorId: row.actor_id,
      at: row.at,
      payload: row.payload,
    }
    digest = sm3(linkText(digest, CITY, event))
    await owner.pool.query('update audit.seal set digest = $1 where number = $2', [digest, row.number])
  }
}
