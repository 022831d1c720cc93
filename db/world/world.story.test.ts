import { expect, test } from 'vitest'
import { readCongress } from '#lib/db/tx.ts'
import { statuses, type Status } from '#slices/suggestions/contract.ts'
import { registerCongresses } from './congresses.ts'
import { openWorld } from './testing.ts'
import { CITY, DEMO_CLOCK, isEmpty, PROVINCE, WORLD_NOW } from './world.ts'

const world = await openWorld()
const [twin, interrupted, foreign] = [await openWorld(), await openWorld(), await openWorld()]
const wasEmpty = await isEmpty(world.connection.database)
await world.load()
const first = await world.fingerprints()

const count = async (table: string, condition = 'true') =>
  (await world.read<{ n: number }>(`select count(*)::int as n from ${table} where congress_id = ${CITY} and ${condition}`))[0]!.n

test('PLT-21 an empty database is empty, a loaded one is not', async () => {
  expect(wasEmpty).toBe(true)
  expect(await isEmpty(world.connection.database)).toBe(false)
  expect(world.said).toEqual([expect.stringContaining('已装入演示数据')])
})

test('PLT-21 the city has the scale of the digest', async () => {
  expect(await count('congress.deputy')).toBe(525)
  expect(await count('congress.seat', 'term = 17')).toBe(525)
  expect(await count('congress.district')).toBe(23)
  const stations = await world.read(`select kind, count(*)::int as n from congress.station where congress_id = ${CITY} group by kind order by kind`)
  expect(stations).toEqual([{ kind: 'home', n: 146 }, { kind: 'point', n: 82 }, { kind: 'station', n: 776 }])
  expect(await count('suggestions.suggestion', 'handed_over_on is not null')).toBe(823)
  expect(await count('suggestions.suggestion', 'replied_on is not null')).toBe(796)
  expect(await count('suggestions.suggestion', 'handed_over_on is not null and replied_on is null')).toBe(27)
})

test('PLT-21 every status occurs; what is not handed over stands outside the 823', async () => {
  const rows = await world.read<{ status: Status; n: number; handed: number }>(`select status, count(*)::int as n,
    count(handed_over_on)::int as handed from suggestions.suggestion where congress_id = ${CITY} group by 1`)
  const counts = Object.fromEntries(rows.map((it) => [it.status, it.handed === 0 ? it.n : `${it.handed} handed over`]))
  expect(Object.keys(counts).toSorted()).toEqual([...statuses].toSorted())
  expect(counts).toMatchObject({
    draft: 2, cosigning: 2, submitted: 8, returned: 2, declined: 4, passed_on: 2, registered: 3, withdrawn: 3,
    assigned: '3 handed over', objected: '2 handed over', accepted: '25 handed over', replied: '72 handed over', rated: '23 handed over',
    escalated: '1 handed over', closed: '688 handed over', unrated: '9 handed over',
  })
  const drafts = await world.read(`select distinct d.name from suggestions.suggestion s join congress.deputy d
    on d.congress_id = s.congress_id and d.id = s.lead_deputy_id where s.congress_id = ${CITY} and s.status = 'draft'`)
  expect(drafts).toEqual([{ name: '王敏' }])
})

test('PLT-21 every deputy sits in one delegation and at least one group; 城区代表团 has 45', async () => {
  const bodies = await world.read<{ name: string; n: number }>(`select b.name, count(*)::int as n from congress.body b
    join congress.membership m on m.congress_id = b.congress_id and m.body_id = b.id
    where b.congress_id = ${CITY} and b.kind = 'delegation' group by 1`)
  expect(bodies).toHaveLength(13)
  expect(bodies.reduce((sum, it) => sum + it.n, 0)).toBe(525)
  expect(bodies.find((it) => it.name === '城区代表团')?.n).toBe(45)
  const wang = await world.read<{ name: string }>(`select b.name from congress.membership m
    join congress.body b on b.congress_id = m.congress_id and b.id = m.body_id
    join congress.deputy d on d.congress_id = m.congress_id and d.id = m.deputy_id
    where m.congress_id = ${CITY} and d.name = '王敏' order by b.ordinal`)
  expect(wang.map((it) => it.name)).toEqual(['城区代表团', '城东区代表小组', '物业小组'])
})

test('PLT-21 names are different and women are about 44 of 100', async () => {
  const [row] = await world.read<{ names: number; women: number }>(`select count(distinct name)::int as names,
    count(*) filter (where gender = '女')::int as women from congress.deputy where congress_id = ${CITY}`)
  expect(row!.names).toBe(525)
  expect(row!.women / 525).toBeCloseTo(0.44, 2)
})

test('PLT-21 the province is a second tenant that sees only its own', async () => {
  const names = await readCongress(world.connection.database, PROVINCE, (tx) => tx.db.selectFrom('suggestions.suggestion').select('series').execute())
  expect(names.map((it) => it.series)).toEqual(Array.from({ length: 6 }, () => '13-5'))
})

test('PLT-21 the moment of the world stands in both congresses', async () => {
  const rows = await world.read<{ value: { worldNow: string } }>('select value from congress.setting where name = $1', DEMO_CLOCK)
  expect(rows.map((it) => it.value.worldNow)).toEqual([WORLD_NOW.toISOString(), WORLD_NOW.toISOString()])
  const [late] = await world.read<{ n: number }>('select count(*)::int as n from audit.event where at > $1', WORLD_NOW)
  expect(late!.n).toBe(0)
})

test('PLT-21 a second load changes nothing and says so; two at once load once', async () => {
  await Promise.all([world.load(), world.load()])
  expect(world.said.slice(1)).toEqual([expect.stringContaining('没有改动'), expect.stringContaining('没有改动')])
  expect(await world.fingerprints()).toEqual(first)
})

test('PLT-21 another database gets the same world, row for row, also when two copies load at once', async () => {
  await Promise.all([twin.load(), twin.load()])
  expect(await twin.fingerprints()).toEqual(first)
}, 120_000)

test('PLT-21 what a killed load left is finished by the next one', async () => {
  await registerCongresses(interrupted.migratorUrl)
  expect(await isEmpty(interrupted.connection.database)).toBe(true)
  await interrupted.load()
  expect(await isEmpty(interrupted.connection.database)).toBe(false)
  expect(await interrupted.fingerprints()).toEqual(first)
}, 120_000)

test('PLT-21 a database of other congresses is left alone', async () => {
  await foreign.read(`insert into congress.congress (id, level, name, short_name, slug, area_code)
    values (1, 'city', '临江市人民代表大会', '临江市人大', 'linjiang', '990200')`)
  await foreign.load()
  expect(await isEmpty(foreign.connection.database)).toBe(false)
  expect(foreign.said).toEqual([expect.stringContaining('临江市人民代表大会')])
  expect(await foreign.read('select slug from congress.congress')).toEqual([{ slug: 'linjiang' }])
})
