import { beforeEach, expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, type Person } from '../../../tests/support/house.ts'
import { jobsFor, runJob, workOff } from '../../../tests/support/work.ts'
import { openCommitments } from './api.ts'

const house = await buildHouse()
const unitId = house.unitIds.housing
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const head = await house.person('leader', { unitId })
let handler = await house.person('handling_unit', { unitId })
const jobs = jobsFor()

beforeEach(() => goTo('2022-03-01'))

test('PLT-07 thirty, ten and one working days before and once overdue, each once, to whom it concerns', async () => {
  const id = await promise('2022-06-30')
  const seen: (string | undefined)[] = []
  for (const day of [
    '2022-05-17',
    '2022-05-18',
    '2022-05-19',
    '2022-06-16',
    '2022-06-29',
    '2022-06-30',
    '2022-07-01',
    '2022-07-04',
  ]) {
    const before = (await told('commitment.reminded')).length
    await goTo(day)
    await Promise.all([1, 2].map(() => runJob(house, jobs, 'commitments.remind-promised')))
    const given = await told('commitment.reminded')
    expect(given.length - before, day).toBeLessThanOrEqual(1)
    seen.push(given.length > before ? given.at(-1)?.level : undefined)
  }
  expect(seen).toEqual([undefined, 'thirty', undefined, 'ten', 'one', undefined, 'overdue', undefined])
  await goTo('2022-07-04')
  await workOff(house, jobs)
  // The reminder of May is older than a fortnight by now, and so is that of 16 June; those of 29 June and 1 July are told.
  expect(await Promise.all([handler, head, committee, deputy].map(heard))).toEqual([2, 1, 1, 0])
  await ok(handler, `/commitments/${id}/carry`, { dueOn: '2022-07-20', explanation: '雨季停工' })
  await runJob(house, jobs, 'commitments.remind-promised')
  const levels = (await told('commitment.reminded')).filter((it) => it.subjectId === id).map((it) => `${it.level} ${it.dueOn}`)
  expect(levels.at(-1)).toBe('thirty 2022-07-20')
  await ok(handler, `/commitments/${id}/keep`, { text: '办成', evidence: '验收单' })
})

test('PLT-07 in the fourth quarter a unit is asked for its missing yearly reports, once at first and once at last', async () => {
  const ids = [await promise('2023-06-30'), await promise('2023-06-30'), await promise('2023-06-30')]
  await goTo('2022-09-30')
  await runJob(house, jobs, 'commitments.remind-promised')
  expect(await told('commitment.reports_awaited')).toEqual([])
  await goTo('2022-10-08')
  await Promise.all([1, 2].map(() => runJob(house, jobs, 'commitments.remind-promised')))
  await ok(handler, `/commitments/${ids[0]}/report`, { text: '年度落实情况' })
  await goTo('2022-11-01')
  await runJob(house, jobs, 'commitments.remind-promised')
  await goTo('2022-12-20')
  await Promise.all([1, 2].map(() => runJob(house, jobs, 'commitments.remind-promised')))
  await goTo('2022-12-21')
  await runJob(house, jobs, 'commitments.remind-promised')
  const awaited = (await told('commitment.reports_awaited')).map(({ level, count, year }) => ({ level, count, year }))
  expect(awaited).toEqual([
    { level: 'first', count: 3, year: 2022 },
    { level: 'last', count: 2, year: 2022 },
  ])
})

async function promise(dueOn: string): Promise<string> {
  const suggestionId = newId()
  const given = {
    suggestionId,
    reference: '17-1-0007',
    title: '关于老旧小区改造的建议',
    unitId,
    leadDeputyId: deputy.deputyId ?? '',
    round: 1,
    isConfidential: false,
  }
  const actor = { id: handler.accountId, congressId: CITY, name: '', roles: new Set<never>(), unitId, deputyId: null }
  await house.in(CITY, (tx) => openCommitments({ tx, actor, now: house.now() }, given, [{ content: '完成改造', dueOn }]))
  return (await handler.call('GET', `/commitments/of/${suggestionId}`)).body.items[0].id
}

/** Moves the clock; sessions end meanwhile, so that the handler signs in anew. */
async function goTo(day: string): Promise<void> {
  house.setNow(new Date(`${day}T00:40:00+08:00`))
  handler = await house.again(handler)
}

interface Told {
  subjectId: string
  level: string
  dueOn?: string
  count?: number
  year?: number
}

async function told(name: string): Promise<Told[]> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select(['subject_id as subjectId', 'payload'])
      .where('name', '=', name)
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ subjectId, payload }) => ({ subjectId, ...(payload as Omit<Told, 'subjectId'>) }))
}

async function heard(person: Person): Promise<number> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('notifications.notice as n')
      .innerJoin('audit.event as e', (join) => join.onRef('e.congress_id', '=', 'n.congress_id').onRef('e.id', '=', 'n.event_id'))
      .select('n.id')
      .where('n.account_id', '=', person.accountId)
      .where('e.name', '=', 'commitment.reminded')
      .execute(),
  )
  return rows.length
}

async function ok(person: Person, path: string, body: object): Promise<void> {
  const reply = await person.call('POST', path, body)
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
}
