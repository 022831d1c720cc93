import { expect, test } from 'vitest'
import { buildHouse, CITY, type Person } from '../../../tests/support/house.ts'
import { jobsFor, runJob, workOff } from '../../../tests/support/work.ts'

const house = await buildHouse()
const { housing, transport } = house.unitIds
let deputy = await house.person('deputy', { name: '王敏' })
const office = await house.person('deputies_affairs')
const head = await house.person('leader', { unitId: housing })
let handler = await house.person('handling_unit', { unitId: housing })
let other = await house.person('handling_unit', { unitId: transport })
const jobs = jobsFor()
const reason = { reason: '路灯由交通局管护' }

test('SUG-36 a unit is reminded on the last working day and once when overdue, each unit of its own days', async () => {
  await goTo('2022-03-01')
  const id = await send()
  const seen: string[] = []
  // Due on 10 March: Friday the 11th is the day after.
  for (const day of ['2022-03-08', '2022-03-09', '2022-03-10', '2022-03-11', '2022-03-14']) {
    await goTo(day)
    await twice('concerns.remind-units')
    seen.push(`${day.slice(-2)} ${(await levels(id)).join(' ')}`)
  }
  expect(seen).toEqual(['08 ', '09 near', '10 near', '11 near overdue', '14 near overdue'])
  await workOff(house, jobs)
  expect(await Promise.all([handler, head, office, deputy].map(heard))).toEqual([2, 1, 0, 0])
  await ok(handler, `/concerns/${id}/pass-on`, { unitId: transport, ...reason })
  await twice('concerns.remind-units')
  expect(await levels(id)).toEqual(['near', 'overdue'])
  await goTo('2022-03-24')
  await twice('concerns.remind-units')
  await workOff(house, jobs)
  expect(await levels(id)).toEqual(['near', 'overdue', 'overdue'])
  expect(await heard(other)).toBe(1)
  await ok(other, `/concerns/${id}/dispute`, reason)
  await goTo('2022-03-28')
  await twice('concerns.remind-units')
  expect(await levels(id)).toHaveLength(3)
})

test('SUG-36 an answer on which the deputy says nothing closes unconfirmed after the window, once, and one that is spoken on does not', async () => {
  await goTo('2022-04-01')
  const silent = await answered()
  const spoken = await answered()
  const { confirmBy } = (await deputy.call('GET', `/concerns/${silent}`)).body
  expect(confirmBy).toBe('2022-04-18')
  await goTo('2022-04-18')
  await twice('concerns.lapse-silent')
  expect((await deputy.call('GET', `/concerns/${silent}`)).body.status).toBe('answered')
  await goTo('2022-04-19')
  // The deputy speaks in the very night in which the window has passed.
  const [word] = await Promise.all([
    deputy.call('POST', `/concerns/${spoken}/confirm`),
    twice('concerns.lapse-silent'),
    twice('concerns.lapse-silent'),
  ])
  const status = (await deputy.call('GET', `/concerns/${spoken}`)).body.status
  expect(status).toBe(word.status === 200 ? 'satisfied' : 'lapsed')
  expect((await deputy.call('GET', `/concerns/${silent}`)).body).toMatchObject({
    status: 'lapsed',
    allowed: [],
    settledOn: '2022-04-19',
  })
  expect(await told(silent, 'concern.lapsed')).toHaveLength(1)
})

async function send(): Promise<string> {
  const reply = await deputy.call('POST', '/concerns', { text: '路灯不亮。', place: '和平路', unitId: housing })
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return reply.body.id
}

async function answered(): Promise<string> {
  const id = await send()
  await ok(handler, `/concerns/${id}/accept`)
  await ok(handler, `/concerns/${id}/answer`, { result: 'solved', text: '已修好。' })
  return id
}

async function goTo(day: string): Promise<void> {
  house.setNow(new Date(`${day}T00:50:00+08:00`))
  deputy = await house.again(deputy)
  handler = await house.again(handler)
  other = await house.again(other)
}

/** Two copies of the program run the same job in one night. */
async function twice(name: string): Promise<void> {
  await Promise.all([1, 2].map(() => runJob(house, jobs, name)))
}

async function told(subjectId: string, name: string): Promise<{ level?: string }[]> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select('payload')
      .where('subject_id', '=', subjectId)
      .where('name', '=', name)
      .orderBy('id')
      .execute(),
  )
  return rows.map((it) => it.payload as { level?: string })
}

async function levels(id: string): Promise<(string | undefined)[]> {
  return (await told(id, 'concern.reminded')).map((it) => it.level)
}

async function heard(person: Person): Promise<number> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('notifications.notice as n')
      .innerJoin('audit.event as e', (join) => join.onRef('e.congress_id', '=', 'n.congress_id').onRef('e.id', '=', 'n.event_id'))
      .select('n.id')
      .where('n.account_id', '=', person.accountId)
      .where('e.name', '=', 'concern.reminded')
      .execute(),
  )
  return rows.length
}

async function ok(person: Person, path: string, body?: object): Promise<void> {
  const reply = await person.call('POST', path, body)
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
}
