import { expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import { checkTotals } from '#kernel/metrics/api.ts'
import { statuses } from '#slices/concerns/contract.ts'
import { recount } from '#slices/concerns/recount-store.ts'
import { testParts } from '../../tests/support/parts.ts'
import { openWorld } from './testing.ts'
import { CITY, DEMO_PASSWORD, WORLD_NOW } from './world.ts'

const world = await openWorld()
await world.load()
const app = await buildServer({ database: world.connection.database, parts: testParts(), clock: () => WORLD_NOW, rateLimit: 100_000 })

test('SUG-36 every state of a direct concern occurs in the named city', async () => {
  const rows = await world.read<{ status: string }>('select distinct status from concerns.concern')
  expect(rows.map((it) => it.status).toSorted()).toEqual([...statuses].toSorted())
})

test('SUG-36 the totals are what a recount of the rows says', async () => {
  expect(await checkTotals(world.connection.database, CITY, recount.metrics, recount.count, WORLD_NOW)).toEqual([])
})

test('SUG-36 what became a suggestion is a draft of the same deputy, begun at that moment', async () => {
  const rows = await world.read<{ isSame: boolean; name: string }>(`
    select c.deputy_id = s.lead_deputy_id as "isSame", d.name from concerns.concern c
    join suggestions.suggestion s on s.congress_id = c.congress_id and s.id = c.suggestion_id
    join congress.deputy d on d.congress_id = c.congress_id and d.id = c.deputy_id order by d.name`)
  expect(rows).toHaveLength(2)
  expect(rows.every((it) => it.isSame)).toBe(true)
})

test('SUG-36 some are late, each was reminded of that once, and one was passed on and given back', async () => {
  const late = await world.read<{ n: number }>(`select count(*)::int as n from audit.event e join concerns.concern c
    on c.congress_id = e.congress_id and c.id = e.subject_id where e.name = 'concern.reminded' and e.payload->>'level' = 'overdue'
    group by c.id`)
  expect(late.length).toBeGreaterThan(1)
  expect(late.every((it) => it.n === 1)).toBe(true)
  const [longest] = await world.read<{ kinds: string[] }>(`select array_agg(kind order by ordinal) as kinds from concerns.hand_over
    group by concern_id order by count(*) desc limit 1`)
  expect(longest?.kinds).toEqual(['sent', 'passed', 'assigned'])
})

test('SUG-36 what the city learnt from its hand-overs proposes units that receive concerns, with the words that decided, and no past text', async () => {
  const cookies = await signIn('daibiao')
  const answer = await app.inject({
    method: 'POST', url: '/api/v1/concerns/unit-proposal', cookies,
    headers: { host: 'localhost', 'x-minyi-csrf': cookies['minyi_csrf'] ?? '' },
    payload: { text: '公交站牌被车撞歪，站名看不清。', place: '小西路公交站' },
  })
  const { items } = answer.json() as { items: { unit: { name: string }; words: string[] }[] }
  expect(items[0]?.unit.name).toBe('市交通局')
  expect(items[0]?.words.length).toBeGreaterThan(0)
  expect(items.map(({ unit }) => unit.name)).not.toContain('市中级人民法院')
  expect(Object.keys(items[0] ?? {}).toSorted()).toEqual(['unit', 'words'])
})

test('SUG-36 王敏 has an answer to judge, 市房产局 one to receive, the deputies’ committee two to decide', async () => {
  for (const [login, query, count] of [['daibiao', 'status=answered', 1], ['chengban', 'status=sent', 1], ['daibiaogongwei', 'status=disputed', 2]] as const) {
    const cookies = await signIn(login)
    const { items } = (await app.inject({ url: `/api/v1/concerns?${query}`, headers: { host: 'localhost' }, cookies })).json()
    expect(items, login).toHaveLength(count)
  }
})

async function signIn(login: string): Promise<Record<string, string>> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host: 'localhost' }, payload: { login, password: DEMO_PASSWORD } })
  return Object.fromEntries(answer.cookies.map((it) => [it.name, it.value]))
}
