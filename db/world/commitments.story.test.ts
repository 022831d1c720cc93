import { expect, test } from 'vitest'
import { checkTotals } from '#kernel/metrics/api.ts'
import { recount } from '#slices/commitments/recount-store.ts'
import { openWorld } from './testing.ts'
import { CITY, WORLD_NOW } from './world.ts'

const world = await openWorld()
await world.load()

interface Books {
  unit: string
  open: number
  overdue: number
  carried: number
  kept: number
  not_kept: number
  rated: number
  unrated: number
}

const books = await world.read<Books>(`
  select u.name as unit, count(*) filter (where c.status = 'open')::int as open,
    count(*) filter (where c.status = 'open' and c.due_on < '2022-09-27')::int as overdue,
    count(*) filter (where c.carries > 0)::int as carried,
    count(*) filter (where c.status = 'kept')::int as kept,
    count(*) filter (where c.status = 'not_kept')::int as not_kept,
    count(r.year)::int as rated,
    count(*) filter (where c.status = 'kept' and r.year is null)::int as unrated
  from commitments.commitment c
  join congress.unit u on u.congress_id = c.congress_id and u.id = c.unit_id
  left join commitments.rating r on r.congress_id = c.congress_id and r.commitment_id = c.id
  where c.congress_id = ${CITY} group by u.ordinal, u.name order by u.ordinal`)

test('SUG-27 the demo has about sixty promises, and 市房产局 has one of every kind', () => {
  const all = books.reduce((sum, it) => sum + it.open + it.kept + it.not_kept, 0)
  expect(all).toBeGreaterThanOrEqual(55)
  expect(all).toBeLessThanOrEqual(75)
  const housing = books.find((it) => it.unit === '市房产局')
  for (const count of Object.values(housing ?? {})) expect(count).not.toBe(0)
})

test('SUG-27 every promise of the demo stands on a reply of the same unit and day, and no day lies after the moment of the world', async () => {
  const stray = await world.read(`
    select c.reference from commitments.commitment c
    left join suggestions.reply r on r.congress_id = c.congress_id and r.suggestion_id = c.suggestion_id and r.round = c.round
      and r.unit_id = c.unit_id and r.replied_on = c.opened_on
    where r.suggestion_id is null`)
  expect(stray).toEqual([])
  const [later] = await world.read<{ n: number }>(
    `select count(*)::int as n from audit.event where name like 'commitment.%' and at > $1`,
    WORLD_NOW,
  )
  expect(later?.n).toBe(0)
})

test('SUG-34 the totals of the demo agree with a recount', async () => {
  expect(await checkTotals(world.connection.database, CITY, recount.metrics, recount.count, WORLD_NOW)).toEqual([])
})
