import { expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import { totals } from '#kernel/metrics/api.ts'
import { readCongress } from '#lib/db/tx.ts'
import { statuses } from '#slices/motions/contract.ts'
import { recount } from '#slices/motions/recount-store.ts'
import { testParts } from '../../tests/support/parts.ts'
import { openWorld } from './testing.ts'
import { CITY, DEMO_PASSWORD, WORLD_NOW } from './world.ts'

const world = await openWorld()
await world.load()
const { database } = world.connection
const app = await buildServer({ database, parts: testParts(), clock: () => WORLD_NOW, rateLimit: 100_000 })

test('SUG-35 every state of a motion occurs in the named city', async () => {
  const rows = await world.read<{ status: string }>('select distinct status from motions.motion')
  expect(rows.map((it) => it.status).toSorted()).toEqual([...statuses].toSorted())
})

test('SUG-35 the totals are what a recount of the rows says, and every paper is counted in one place', async () => {
  await readCongress(database, CITY, async (tx) => {
    const counted = new Map<string, number>()
    for (const it of await recount.count(tx)) counted.set(`${it.metric} ${it.dimension}`, (counted.get(`${it.metric} ${it.dimension}`) ?? 0) + it.amount)
    for (const metric of recount.metrics) {
      for (const [dimension, amount] of await totals(tx, metric)) expect(amount).toBe(counted.get(`${metric} ${dimension}`))
    }
  })
  const summary = (await app.inject({ url: '/api/v1/public/motions/summary', headers: { host: 'localhost' } })).json()
  expect(summary).toMatchObject({ received: 16, asMotion: 7, onAgenda: 2, toCommittee: 3, merged: 1, notOnAgenda: 1, converted: 3, notConverted: 1, lapsed: 1 })
})

test('SUG-35 what became a suggestion is an existing one of the same lead deputy, and the page of the motion leads to it', async () => {
  const rows = await world.read<{ reference: string; isSame: boolean; suggestion: string; handed: string }>(`
    select m.reference, m.lead_deputy_id = s.lead_deputy_id as "isSame", s.reference as suggestion, s.handed_over_on as handed
    from motions.link l join motions.motion m on m.congress_id = l.congress_id and m.id = l.motion_id
    join suggestions.suggestion s on s.congress_id = l.congress_id and s.id = l.suggestion_id where l.kind = 'became' order by 1`)
  expect(rows.map((it) => [it.isSame, it.handed !== null])).toEqual([[true, true], [true, true], [true, true]])
  const page = await app.inject({ url: `/motions/${rows[0]!.reference}`, headers: { host: 'localhost' } })
  expect(page.body).toContain(`/suggestions/${rows[0]!.suggestion}`)
})

test('SUG-35 ten signatories stand under what was submitted, except under what lapsed', async () => {
  const rows = await world.read<{ title: string; count: number; status: string }>(`
    select t.title, m.status, 1 + (select count(*)::int from motions.cosigner c where c.congress_id = m.congress_id and c.motion_id = m.id
      and c.confirmed_version = m.text_version and c.withdrawn_at is null and c.declined_at is null) as count
    from motions.motion m join motions.text t on t.congress_id = m.congress_id and t.motion_id = m.id where m.submitted_on is not null`)
  expect(rows.filter((it) => it.count < 10).map((it) => it.status)).toEqual(['lapsed'])
})

test('SUG-35 王敏 and 李华 each find what waits for them', async () => {
  for (const [login, count] of [['daibiao', 3], ['lihua', 3]] as const) {
    const cookies = await signIn(login)
    const mine = await app.inject({ url: '/api/v1/motions?turn=mine', headers: { host: 'localhost' }, cookies })
    expect(mine.json().items.map((it: { title: string }) => it.title), login).toHaveLength(count)
  }
})

async function signIn(login: string): Promise<Record<string, string>> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host: 'localhost' }, payload: { login, password: DEMO_PASSWORD } })
  return Object.fromEntries(answer.cookies.map((it) => [it.name, it.value]))
}
