import { expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { checkTotals } from '#kernel/metrics/api.ts'
import { readTable } from '#kernel/documents/api.ts'
import { CSRF_COOKIE, openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../tests/support/house.ts'
import { bring, ok, promise, respond } from '../../../../tests/support/suggestion.ts'
import { recount } from '../recount-store.ts'
import type { FigureItem, Scorecard } from './contract.ts'

const house = await buildHouse()
const { housing, transport } = house.unitIds
const deputy = await house.person('deputy', { name: '王敏' })
let committee = await house.person('deputies_affairs')
let leader = await house.person('leader')
let handler = await house.person('handling_unit', { unitId: housing })
let other = await house.person('handling_unit', { unitId: transport })
const foreigner = await house.person('leader', { congressId: PROVINCE })
const cast = { deputy, committee, handler }
const bad = { attitude: 'satisfied', result: 'dissatisfied', reason: '没有时间表' }

test('SUG-34 figures are for the offices and, of itself, for a unit; never for a deputy or a visitor', async () => {
  for (const path of ['/suggestions/figures', '/suggestions/figures/units', '/suggestions/figures/export']) {
    expect((await house.visitor.call('GET', path)).status, path).toBe(401)
    expect((await deputy.call('GET', path)).status, path).toBe(403)
  }
  expect((await foreigner.call('GET', '/suggestions/figures/units')).body.items).toEqual([])
})

test('PLT-09 every figure is the number of rows in its list, for everybody who reads it', async () => {
  await liveThrough()
  expect((await allFigures(committee)).filter(({ part }) => part > 0).map((it) => it.id)).toEqual(expect.arrayContaining(lived))
  for (const person of [committee, leader, handler, other]) {
    for (const it of await allFigures(person)) await opensItsRows(person, it, (list) => list)
  }
  for (const it of await publicFigures()) await opensItsRows(house.visitor, it, (list) => `/public${list}`)
})

test('SUG-02 what was handed over stands in one of the statuses that follow, as the home page draws them', async () => {
  for (const [person, path] of [
    [committee, '/suggestions/summary'],
    [house.visitor, '/public/suggestions/summary'],
  ] as const) {
    const { byStatus: at, handedOver } = (await ok(person, 'GET', path)).body
    const ended = at.closed + at.unrated
    expect(at.assigned + at.objected + at.accepted + at.replied + at.rated + at.escalated + ended).toBe(handedOver)
  }
})

test('PLT-09 the totals behind them are a recount of the rows', async () => {
  expect(await checkTotals(house.connection.database, CITY, recount.metrics, recount.count, house.now())).toEqual([])
})

test('SUG-34 a unit reads its own scorecard and no other; most open items first for the offices', async () => {
  const cards = async (person: Person): Promise<Scorecard[]> => (await ok(person, 'GET', '/suggestions/figures/units')).body.items
  expect((await cards(handler)).map(({ unit }) => unit.id)).toEqual([housing])
  expect((await cards(other)).map(({ unit }) => unit.id)).toEqual([transport])
  const all = await cards(committee)
  expect(all.map(({ open }) => open)).toEqual(all.map(({ open }) => open).toSorted((a, b) => b - a))
  expect(all.reduce((sum, it) => sum + it.handedOver, 0)).toBe(
    (await allFigures(committee)).find((it) => it.id === 'reply_rate')!.whole,
  )
})

test('SUG-29 a confidential one is in the figures of those whose list holds it, and in no other', async () => {
  const handedOver = async (items: Promise<FigureItem[]>) => (await items).find((it) => it.id === 'reply_rate')!.whole!
  const [whole, seen, open] = [
    await handedOver(allFigures(committee)),
    await handedOver(allFigures(leader)),
    await handedOver(publicFigures()),
  ]
  expect(whole - seen).toBe(1)
  expect(open).toBe(seen)
})

test('PLT-09 the workbook has a row for each unit and says how each figure is counted; the export is on record', async () => {
  const session = await house.in(CITY, (tx) => openSession(tx, committee.accountId, 'test', house.now()))
  const answer = await house.app.inject({
    url: '/api/v1/suggestions/figures/export',
    headers: { host: 'city.localhost' },
    cookies: { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken },
  })
  expect(answer.statusCode).toBe(200)
  const table = await readTable(answer.rawPayload)
  expect(JSON.stringify(table)).toContain('市房产局')
  const told = await house.in(CITY, (tx) => listEvents(tx, committee.accountId))
  expect(told.map(({ name }) => name)).toContain('suggestion.exported')
})

/** What the lives below must have made of; otherwise nothing was compared. */
const lived = [
  'reply_rate',
  'in_time_rate',
  'face_rate',
  'satisfied_rate',
  'content_rate',
  'attitude_rate',
  'feedback_rate',
  'solved_rate',
  'transfer_rate',
  'overdue',
]

/** Suggestions at every point of their lives, one confidential, one twice answered, one handed on, two that become late. */
async function liveThrough(): Promise<void> {
  for (const status of ['submitted', 'registered', 'assigned', 'accepted', 'replied', 'rated', 'closed'] as const)
    await bring(cast, status)
  await bring(cast, 'closed', { rating: { attitude: 'satisfied', result: 'satisfied' } })
  const promised = await bring(cast, 'closed', { answer: promise })
  await ok(committee, 'POST', `/suggestions/${promised}/protect`, { isConfidential: true, reason: '代表要求保密' })
  const again = await bring(cast, 'rated', { rating: bad })
  await ok(committee, 'POST', `/suggestions/${again}/rehandle`, { reason: '请给出时间表' })
  await respond(handler, again)
  const moved = await bring(cast, 'assigned')
  await ok(handler, 'POST', `/suggestions/${moved}/object`, { reason: '属交通部门', proposedUnitId: transport })
  await ok(committee, 'POST', `/suggestions/${moved}/reassign`, { from: housing, handlers: [{ unitId: transport }] })
  const back = await bring(cast, 'accepted')
  await ok(deputy, 'POST', `/suggestions/${back}/withdraw`, { reason: '已经解决' })
  house.setNow(new Date('2022-06-20T04:00:00Z'))
  committee = await house.again(committee)
  leader = await house.again(leader)
  handler = await house.again(handler)
  other = await house.again(other)
}

async function allFigures(person: Person): Promise<FigureItem[]> {
  const whole: FigureItem[] = (await ok(person, 'GET', '/suggestions/figures')).body.items
  const cards: Scorecard[] = (await ok(person, 'GET', '/suggestions/figures/units')).body.items
  return [...whole, ...cards.flatMap((it) => it.items)]
}

async function publicFigures(): Promise<FigureItem[]> {
  const whole: FigureItem[] = (await ok(house.visitor, 'GET', '/public/suggestions/figures')).body.items
  const cards: Scorecard[] = (await ok(house.visitor, 'GET', '/public/suggestions/figures/units')).body.items
  return [...whole, ...cards.flatMap((it) => it.items)]
}

async function opensItsRows(person: Person, it: FigureItem, at: (list: string) => string): Promise<void> {
  const sides = [
    [it.part, it.partList],
    [it.whole, it.wholeList],
  ] as const
  for (const [count, list] of sides) {
    if (count === null || list === null) continue
    const { items } = (await ok(person, 'GET', `${at(list)}&limit=100`)).body
    expect(items.length, `${it.id} ${list}`).toBe(count)
  }
}
