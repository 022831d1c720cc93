import { expect, test } from 'vitest'
import { checkTotals } from '#kernel/metrics/api.ts'
import { buildHouse, CITY, NOON, type Person } from '../../../tests/support/house.ts'
import { bring, ok, respond } from '../../../tests/support/suggestion.ts'
import { jobsFor, runJob, workOff } from '../../../tests/support/work.ts'
import { recount } from './recount-store.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const supervisor = await house.person('supervision_office')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const head = await house.person('leader', { unitId: house.unitIds.housing })
const otherHead = await house.person('leader', { unitId: house.unitIds.transport })
const jobs = jobsFor()
const text = { title: '关于增设公交站点的建议', matter: '出行不便。', requests: ['增设站点'], category: 'construction' }

test('PLT-07 a congress without a single suggestion is passed over', async () => {
  await runJob(house, jobs, 'suggestions.remind-due')
  expect(await reminders()).toEqual([])
})

test('PLT-07 ten, five and one working days before and once overdue, each once, to whom it concerns', async () => {
  const id = await bringAssigned()
  const { due } = (await handler.call('GET', `/suggestions/${id}`)).body
  expect(due.dueOn).toBe('2022-06-01')
  // Working days back from Wednesday 1 June: 10 is Wednesday 18 May, 5 is Wednesday 25 May.
  const seen: (string | undefined)[] = []
  for (const day of ['05-17', '05-18', '05-19', '05-25', '05-25', '05-31', '06-01', '06-02', '06-03', '06-20']) {
    const before = (await reminders()).length
    house.setNow(new Date(`2022-${day}T00:30:00+08:00`))
    await Promise.all([1, 2].map(() => runJob(house, jobs, 'suggestions.remind-due')))
    const given = await reminders()
    expect(given.length - before, day).toBeLessThanOrEqual(1)
    seen.push(given.length > before ? given.at(-1)?.level : undefined)
  }
  expect(seen).toEqual([undefined, 'ten', undefined, 'five', undefined, 'one', undefined, 'overdue', undefined, undefined])
  // Told on 3 June, the reminder of 18 May is older than a fortnight; the other three are not.
  house.setNow(new Date('2022-06-03T00:00:00Z'))
  await workOff(house, jobs)
  const told = async (person: Person) => {
    const rows = await house.in(CITY, (tx) =>
      tx.db
        .selectFrom('notifications.notice as n')
        .innerJoin('audit.event as e', (join) =>
          join.onRef('e.congress_id', '=', 'n.congress_id').onRef('e.id', '=', 'n.event_id'),
        )
        .select('n.id')
        .where('n.account_id', '=', person.accountId)
        .where('e.name', '=', 'suggestion.reminded')
        .execute(),
    )
    return rows.length
  }
  expect(await Promise.all([handler, head, supervisor, otherHead, deputy].map(told))).toEqual([3, 1, 1, 0, 0])
})

test('PLT-07 a suggestion that was answered is not reminded of', async () => {
  house.setNow(NOON)
  const id = await bringAssigned()
  await ok(handler, 'POST', `/suggestions/${id}/accept`)
  expect((await respond(handler, id, { answer: { points: ['已办。'] } })).body.status).toBe('replied')
  house.setNow(new Date('2022-07-01T00:30:00+08:00'))
  await runJob(house, jobs, 'suggestions.remind-due')
  expect((await reminders()).map((it) => it.subjectId)).not.toContain(id)
})

test('SUG-22 of two units that answer separately only the one that has not is reminded', async () => {
  house.setNow(NOON)
  const other = await house.person('handling_unit', { unitId: house.unitIds.transport })
  const id = await bring({ deputy, committee, handler }, 'registered')
  const handlers = [handler, other].map(({ unitId }) => ({ unitId, part: 'separate', scope: '各办一条' }))
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers })
  for (const unit of [handler, other]) await ok(unit, 'POST', `/suggestions/${id}/accept`)
  await respond(handler, id)
  house.setNow(new Date('2022-05-25T00:30:00+08:00'))
  await runJob(house, jobs, 'suggestions.remind-due')
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select('payload')
      .where('subject_id', '=', id)
      .where('name', '=', 'suggestion.reminded')
      .execute(),
  )
  expect(rows.map(({ payload }) => (payload as { unitId: string }).unitId)).toEqual([other.unitId])
  house.setNow(NOON)
})

test('SUG-25 a deputy is asked to rate twice, then the case closes unrated and out of 满意率', async () => {
  house.setNow(NOON)
  const id = await bring({ deputy, committee, handler }, 'replied')
  const seen: (number | undefined)[] = []
  for (const day of ['03-07', '03-08', '03-09', '03-17', '03-18', '03-22', '03-23', '03-24']) {
    house.setNow(new Date(`2022-${day}T00:40:00+08:00`))
    await Promise.all([1, 2].map(() => runJob(house, jobs, 'suggestions.remind-rating')))
    seen.push((await eventsOf(id, 'suggestion.rating_reminded')).length)
  }
  expect(seen).toEqual([0, 1, 1, 2, 2, 2, 2, 2])
  const late = await house.again(committee)
  const shown = (await late.call('GET', `/suggestions/${id}`)).body
  expect(shown).toMatchObject({ status: 'unrated', ratings: [] })
  expect(await eventsOf(id, 'suggestion.lapsed')).toHaveLength(1)
  expect(
    (await (await house.again(deputy)).call('POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied' }))
      .status,
  ).toBe(409)
  house.setNow(NOON)
})

test('PLT-09 the nightly count agrees with the totals; a figure that was tampered with is reported and corrected', async () => {
  const check = () => checkTotals(house.connection.database, CITY, recount.metrics, recount.count, NOON)
  expect(await check()).toEqual([])
  await runJob(house, jobs, 'metrics.fold-totals')
  expect(await check()).toEqual([])
  await house.in(CITY, (tx) =>
    tx.db.updateTable('metrics.total').set({ amount: 99 }).where('metric', '=', 'suggestion.replied').execute(),
  )
  const difference = { metric: 'suggestion.replied', dimension: `${house.unitIds.housing}@2022`, kept: 99, counted: 2 }
  await runJob(house, jobs, 'metrics.check-totals')
  const events = await house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select('payload').where('name', '=', 'metrics.differed').execute(),
  )
  expect(events.map((it) => it.payload)).toEqual([difference])
  expect(await check()).toEqual([])
  house.setNow(NOON)
  expect((await committee.call('GET', '/suggestions/summary')).body).toMatchObject({ replied: 2 })
})

test('PLT-09 counting while people work finds no difference that is none', async () => {
  house.setNow(NOON)
  const database = house.connection.database
  const check = () => checkTotals(database, CITY, recount.metrics, recount.count, NOON).catch((error: Error) => error)
  const [found] = await Promise.all([
    Promise.all([check(), check(), check()]),
    ...Array.from({ length: 4 }, () => bringAssigned()),
    runJob(house, jobs, 'metrics.fold-totals'),
  ])
  expect(found.filter((it) => !(it instanceof Error)).flat()).toEqual([])
  expect(await check()).toEqual([])
})

test('PLT-06 upkeep forgets old keys, ended sessions and notices read long ago, and nothing else', async () => {
  house.setNow(NOON)
  await deputy.call('POST', '/suggestions', text, { 'idempotency-key': 'a-key-of-today' })
  const old = {
    congress_id: CITY,
    actor: deputy.accountId,
    key: 'an-old-key',
    request_hash: 'x',
    created_at: new Date('2022-02-01'),
  }
  await house.in(CITY, (tx) => tx.db.insertInto('platform.idempotency').values(old).execute())
  await runJob(house, jobs, 'idempotency.forget-keys')
  const keys = await house.in(CITY, (tx) => tx.db.selectFrom('platform.idempotency').select('key').execute())
  expect(keys).toEqual([{ key: 'a-key-of-today' }])
  await house.in(CITY, (tx) =>
    tx.db.updateTable('identity.session').set({ expires_at: NOON }).where('account_id', '=', otherHead.accountId).execute(),
  )
  await runJob(house, jobs, 'identity.delete-expired-sessions')
  const owners = await house.in(CITY, (tx) => tx.db.selectFrom('identity.session').select('account_id').execute())
  expect(owners.map((it) => it.account_id)).not.toContain(otherHead.accountId)
  expect(owners.map((it) => it.account_id)).toContain(deputy.accountId)

  const notices = () =>
    house.in(CITY, (tx) => tx.db.selectFrom('notifications.notice').select(['id', 'account_id', 'read_at']).execute())
  await handler.call('POST', '/notices/read', {})
  const [readBefore, unreadBefore] = split(await notices())
  expect([readBefore.length > 0, unreadBefore.length > 0]).toEqual([true, true])
  house.setNow(new Date(NOON.getTime() + 179 * 86_400_000))
  await runJob(house, jobs, 'notifications.forget-read')
  expect(split(await notices())).toEqual([readBefore, unreadBefore])
  house.setNow(new Date(NOON.getTime() + 181 * 86_400_000))
  await runJob(house, jobs, 'notifications.forget-read')
  expect(split(await notices())).toEqual([[], unreadBefore])
})

function split<T extends { read_at: Date | null }>(rows: readonly T[]): [T[], T[]] {
  return [rows.filter((it) => it.read_at !== null), rows.filter((it) => it.read_at === null)]
}

async function bringAssigned(): Promise<string> {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  await deputy.call('POST', `/suggestions/${id}/submit`)
  await committee.call('POST', `/suggestions/${id}/register`)
  const assigned = await committee.call('POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: house.unitIds.housing }] })
  expect(assigned.body.status).toBe('assigned')
  return id
}

async function eventsOf(subjectId: string, name: string): Promise<unknown[]> {
  return house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select('id').where('subject_id', '=', subjectId).where('name', '=', name).execute(),
  )
}

async function reminders(): Promise<{ subjectId: string; level: string }[]> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select(['subject_id as subjectId', 'payload'])
      .where('name', '=', 'suggestion.reminded')
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ subjectId, payload }) => ({ subjectId, level: (payload as { level: string }).level }))
}
