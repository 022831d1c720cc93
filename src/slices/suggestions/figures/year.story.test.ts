import { expect, test } from 'vitest'
import { checkTotals } from '#kernel/metrics/api.ts'
import { buildHouse, CITY, type Person } from '../../../../tests/support/house.ts'
import { bring, ok, promise, respond } from '../../../../tests/support/suggestion.ts'
import { recount } from '../recount-store.ts'
import type { FigureItem, FiguresView, Scorecard } from './contract.ts'

const house = await buildHouse()
const { housing } = house.unitIds
let deputy = await house.person('deputy', { name: '王敏' })
let committee = await house.person('deputies_affairs')
let leader = await house.person('leader')
let handler = await house.person('handling_unit', { unitId: housing })
const cast = () => ({ deputy, committee, handler })

test('SUG-30 who may not read figures may not read those of a year either, and a year is a year', async () => {
  for (const path of ['/suggestions/figures?year=2022', '/suggestions/figures/units?year=all', '/suggestions/report?year=2022']) {
    expect((await house.visitor.call('GET', path)).status, path).toBe(401)
    expect((await deputy.call('GET', path)).status, path).toBe(403)
  }
  for (const year of ['22', '2022-03', 'null', '3022']) {
    expect((await committee.call('GET', `/suggestions/figures?year=${year}`)).status, year).toBe(422)
    expect((await committee.call('GET', `/suggestions?year=${year}`)).status, year).toBe(422)
  }
  expect((await committee.call('GET', '/suggestions/report?year=all')).status).toBe(422)
})

test('SUG-30 a year ends with the next session: January before it still counts for the year before', async () => {
  await opens(1, '2022-01-10', '2022-01-14')
  await opens(2, '2023-02-10', '2023-02-14')
  await bring(cast(), 'closed', { answer: promise })
  await bring(cast(), 'accepted')
  await goTo('2023-01-20T04:00:00Z')
  const january = await bring(cast(), 'accepted', { on: '2023-01-20' })
  await respond(handler, january, { on: '2023-01-20' })
  await goTo('2023-03-01T04:00:00Z')
  await bring(cast(), 'replied', { on: '2023-03-01' })
  const spring = await bring(cast(), 'accepted', { on: '2023-03-01' })
  await ok(committee, 'POST', `/suggestions/${spring}/protect`, { isConfidential: true, reason: '代表要求保密' })
  expect(await counted(committee, '2022')).toEqual({ replied: 2, handedOver: 3 })
  expect(await counted(committee, '2023')).toEqual({ replied: 1, handedOver: 2 })
  expect(await counted(leader, '2023')).toEqual({ replied: 1, handedOver: 1 })
  expect(await counted(committee, 'all')).toEqual({ replied: 3, handedOver: 5 })
  const { year, years } = await figures(committee, '')
  expect({ year, years }).toEqual({ year: 2023, years: [2023, 2022] })
})

test('SUG-30 every figure of a year is the number of rows in its list, for everybody who reads it', async () => {
  for (const year of ['2022', '2023', 'all']) {
    for (const person of [committee, leader, handler]) {
      const cards: Scorecard[] = (await ok(person, 'GET', `/suggestions/figures/units?year=${year}`)).body.items
      const items = [...(await figures(person, year)).items, ...cards.flatMap((it) => it.items)]
      for (const it of items) await opensItsRows(person, it, (list) => list)
    }
    const { items } = (await ok(house.visitor, 'GET', `/public/suggestions/figures?year=${year}`)).body
    for (const it of items) await opensItsRows(house.visitor, it, (list) => `/public${list}`)
  }
  expect(await checkTotals(house.connection.database, CITY, recount.metrics, recount.count, house.now())).toEqual([])
})

test('SUG-30 the run and the load ahead are those of the year', async () => {
  const last = async (year: string) => (await figures(committee, year)).run.handedOver.at(-1)
  expect([await last('2022'), await last('2023'), await last('all')]).toEqual([3, 2, 5])
  const load = async (year: string) => (await figures(committee, year)).due.reduce((sum, it) => sum + it.count, 0)
  expect([await load('2022'), await load('2023'), await load('all')]).toEqual([1, 1, 2])
})

test('SUG-30 a promise counts in the year of its first date', async () => {
  const kept = async (year: string) => (await figures(committee, year)).items.find(({ id }) => id === 'kept_rate')!
  expect(await kept('2022')).toMatchObject({ part: 0, whole: 1, partList: '/commitments?counted=in_time&firstYear=2022' })
  expect(await kept('2023')).toMatchObject({ part: 0, whole: 0, value: '—' })
})

test('SUG-30 a year of which nothing is known is empty, not an error', async () => {
  expect(await counted(committee, '2019')).toEqual({ replied: 0, handedOver: 0 })
})

async function opens(number: number, opens_on: string, closes_on: string): Promise<void> {
  await house.in(CITY, ({ db }) =>
    db
      .insertInto('congress.session')
      .values({ congress_id: CITY, term: 17, number, title: `第${number}次会议`, opens_on, closes_on })
      .onConflict((conflict) => conflict.columns(['congress_id', 'term', 'number']).doUpdateSet({ opens_on, closes_on }))
      .execute(),
  )
}

async function goTo(instant: string): Promise<void> {
  house.setNow(new Date(instant))
  deputy = await house.again(deputy)
  committee = await house.again(committee)
  leader = await house.again(leader)
  handler = await house.again(handler)
}

async function figures(person: Person, year: string): Promise<FiguresView> {
  return (await ok(person, 'GET', `/suggestions/figures${year && `?year=${year}`}`)).body
}

async function counted(person: Person, year: string) {
  const { part, whole } = (await figures(person, year)).items.find(({ id }) => id === 'reply_rate')!
  return { replied: part, handedOver: whole }
}

async function opensItsRows(person: Person, it: FigureItem, at: (list: string) => string): Promise<void> {
  for (const [count, list] of [
    [it.part, it.partList],
    [it.whole, it.wholeList],
  ] as const) {
    if (count === null || list === null) continue
    const { items } = (await ok(person, 'GET', `${at(list)}&limit=100`)).body
    expect(items.length, `${it.id} ${list}`).toBe(count)
  }
}
