import { beforeEach, expect, test } from 'vitest'
import { checkTotals } from '#kernel/metrics/api.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, NOON, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { countOpen, openCommitments, publicCommitmentsOf, supersedeCommitments } from './api.ts'
import { recount } from './recount-store.ts'

const house = await buildHouse()
const unitId = house.unitIds.housing
let deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
let committee = await house.person('deputies_affairs')
const leader = await house.person('leader')
let handler = await house.person('handling_unit', { unitId })
const head = await house.person('leader', { unitId })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

/** Moves the clock; sessions end meanwhile, so that everybody signs in anew. */
async function goTo(day: string): Promise<void> {
  house.setNow(new Date(`${day}T10:00:00+08:00`))
  deputy = await house.again(deputy)
  committee = await house.again(committee)
  handler = await house.again(handler)
}
beforeEach(() => goTo('2022-03-01'))

const done = { text: '老旧小区改造全部完工。', evidence: '房验〔2022〕3号' }

test('SUG-27 nobody but the unit, the deputy and the offices sees a promise', async () => {
  const { id } = await promise('2022-06-30')
  expect((await house.visitor.call('GET', `/commitments/${id}`)).status).toBe(401)
  for (const person of [stranger, otherUnit, foreigner]) {
    expect((await person.call('GET', `/commitments/${id}`)).status).toBe(404)
    expect((await person.call('GET', `/commitments`)).body.items).toEqual([])
  }
  for (const person of [deputy, handler, committee, leader, head]) {
    expect((await person.call('GET', `/commitments/${id}`)).status).toBe(200)
  }
})

test('SUG-33 a promise in a confidential suggestion is for the unit, the deputy and the deputies’ committee', async () => {
  const { id, suggestionId } = await promise('2022-06-30', { isConfidential: true })
  for (const person of [leader, stranger, otherUnit]) expect((await person.call('GET', `/commitments/${id}`)).status).toBe(404)
  expect((await leader.call('GET', `/commitments/of/${suggestionId}`)).body.items).toEqual([])
  for (const person of [deputy, handler, committee, head]) {
    expect((await person.call('GET', `/commitments/${id}`)).status).toBe(200)
  }
  expect(await ids(leader, '?limit=100')).not.toContain(id)
  expect(await house.in(CITY, (tx) => publicCommitmentsOf({ tx, now: NOON }, suggestionId))).toEqual([])
  expect((await open(committee)) - (await open(leader))).toBe(1)
})

test('SUG-27 nobody does another’s part, and says whose it is', async () => {
  const { id } = await promise('2022-06-30')
  expect((await deputy.call('POST', `/commitments/${id}/keep`, done)).status).toBe(403)
  expect((await committee.call('POST', `/commitments/${id}/report`, { text: '进展' })).status).toBe(403)
  expect((await otherUnit.call('POST', `/commitments/${id}/keep`, done)).status).toBe(404)
  expect((await stranger.call('POST', `/commitments/${id}/rate`, { year: 2022, satisfaction: 'satisfied' })).status).toBe(404)
  expect((await deputy.call('GET', `/commitments/${id}`)).body).toMatchObject({ status: 'open', allowed: [] })
  expect((await committee.call('GET', `/commitments/${id}`)).body.allowed).toEqual(['ask'])
  expect((await handler.call('GET', `/commitments/${id}`)).body.allowed).toEqual(['report', 'keep', 'giveUp', 'carry'])
})

test('SUG-27 done reported twice at once: one stands, one is told, one event', async () => {
  const { id } = await promise('2022-06-30')
  const twin = await house.person('handling_unit', { unitId })
  const replies = await Promise.all([handler, twin].map((it) => it.call('POST', `/commitments/${id}/keep`, done)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect(replies.find((it) => it.status === 409)?.body).toMatchObject({ code: 'wrong-status', now: { status: 'kept' } })
  expect((await eventsOf(id)).filter((it) => it === 'commitment.kept')).toHaveLength(1)
  expect((await handler.call('GET', `/commitments/${id}`)).body.reports).toHaveLength(1)
})

test('SUG-27 two progress reports at once both stand, one after the other', async () => {
  const { id } = await promise('2022-06-30')
  const replies = await Promise.all([1, 2].map((n) => handler.call('POST', `/commitments/${id}/report`, { text: `进展${n}` })))
  expect(replies.map((it) => it.status)).toEqual([200, 200])
  const { reports } = (await handler.call('GET', `/commitments/${id}`)).body
  expect(reports.map((it: { ordinal: number }) => it.ordinal)).toEqual([1, 2])
})

test('SUG-27 a promise is for a day that is still to come', async () => {
  const before = await open(committee)
  const refused = openAll([
    { content: '甲', dueOn: '2022-06-30' },
    { content: '乙', dueOn: '2022-03-01' },
  ])
  await expect(refused).rejects.toMatchObject({ status: 422, fields: [{ path: 'commitments.1.dueOn' }] })
  expect(await open(committee)).toBe(before)
})

test('SUG-27 done needs what shows it, a carry its explanation, and both come once', async () => {
  const { id } = await promise('2022-06-30')
  expect((await handler.call('POST', `/commitments/${id}/keep`, { text: '办成' })).status).toBe(422)
  expect((await handler.call('POST', `/commitments/${id}/carry`, { dueOn: '2022-12-30' })).status).toBe(422)
  const early = await handler.call('POST', `/commitments/${id}/carry`, { dueOn: '2022-06-30', explanation: '雨季' })
  expect(early).toMatchObject({ status: 422, body: { code: 'not-later', fields: [{ path: 'dueOn' }] } })
  await ok(handler, 'POST', `/commitments/${id}/carry`, { dueOn: '2022-12-30', explanation: '雨季停工' })
  const again = await handler.call('POST', `/commitments/${id}/carry`, { dueOn: '2023-06-30', explanation: '再延' })
  expect(again).toMatchObject({ status: 409, body: { code: 'carried-this-year' } })
})

test('SUG-34 落实率 counts by the first date; what is carried stays open and not in time', async () => {
  const before = await figures()
  const kept = await promise('2022-06-30')
  const late = await promise('2022-06-30')
  const carried = await promise('2022-06-30')
  const lost = await promise('2022-12-30')
  const gone = await promise('2022-06-30')
  await ok(handler, 'POST', `/commitments/${kept.id}/keep`, done)
  await ok(handler, 'POST', `/commitments/${carried.id}/carry`, { dueOn: '2022-12-30', explanation: '管线迁改' })
  await ok(handler, 'POST', `/commitments/${lost.id}/give-up`, { reason: '规划调整' })
  await house.in(CITY, (tx) =>
    supersedeCommitments({ tx, actor: actorOf(committee), now: house.now() }, gone.suggestionId, '重新办理'),
  )
  await goTo('2022-07-05')
  await ok(handler, 'POST', `/commitments/${late.id}/keep`, done)
  await ok(handler, 'POST', `/commitments/${carried.id}/keep`, done)
  const after = await figures()
  // Of what this test made: one in time; late, carried and given up were due and not in time; the superseded one counts for nothing.
  const { inTime, missed } = {
    inTime: await ids(committee, '?counted=in_time&limit=100'),
    missed: await ids(committee, '?counted=missed&limit=100'),
  }
  expect(inTime).toContain(kept.id)
  expect(missed).toEqual(expect.arrayContaining([late.id, carried.id, lost.id]))
  expect([...inTime, ...missed]).not.toContain(gone.id)
  expect(after.inTime - before.inTime).toBe(1)
  expect(inTime).toHaveLength(after.inTime)
  expect([...inTime, ...missed]).toHaveLength(after.due)
  expect(await ids(committee, '?counted=due&limit=100')).toHaveLength(after.due)
  expect(await ids(committee, '?overdue=yes&limit=100')).toHaveLength(after.overdue)
  expect(await differences()).toEqual([])
})

test('SUG-27 carried over the end of a year and of a term: the promise lives, its first date and its term stay in sight', async () => {
  const { id } = await promise('2022-12-20')
  await goTo('2022-12-15')
  await ok(handler, 'POST', `/commitments/${id}/carry`, { dueOn: '2023-06-30', explanation: '冬季不能施工' })
  expect(await ids(committee, '?year=2022&limit=100')).toContain(id)
  await goTo('2023-02-01')
  expect(await ids(committee, '?year=2023&carried=yes&limit=100')).toContain(id)
  await ok(handler, 'POST', `/commitments/${id}/carry`, { dueOn: '2027-06-30', explanation: '等待省级资金' })
  await house.in(CITY, (tx) =>
    tx.db.insertInto('congress.term').values({ congress_id: CITY, number: 18, starts_on: '2027-01-05', ends_on: null }).execute(),
  )
  await goTo('2027-03-01')
  const shown = (await deputy.call('GET', `/commitments/${id}`)).body
  expect(shown).toMatchObject({ status: 'open', term: 17, firstDueOn: '2022-12-20', dueOn: '2027-06-30', carries: 2 })
  expect(shown.carryRows.map((it: { explanation: string }) => it.explanation)).toEqual(['冬季不能施工', '等待省级资金'])
  expect(await ids(committee, '?term=17&status=open&limit=100')).toContain(id)
  const newer = await promise('2027-12-31')
  expect((await deputy.call('GET', `/commitments/${newer.id}`)).body.term).toBe(18)
  await ok(handler, 'POST', `/commitments/${id}/keep`, done)
  expect((await deputy.call('GET', `/commitments/${id}`)).body.status).toBe('kept')
  expect(await differences()).toEqual([])
})

test('SUG-27 the yearly report is the first of the fourth quarter and is rated once, by the deputy, in its window', async () => {
  const { id } = await promise('2023-06-30')
  const rating = { year: 2022, satisfaction: 'basically_satisfied' }
  await ok(handler, 'POST', `/commitments/${id}/report`, { text: '五月进展' })
  expect((await deputy.call('POST', `/commitments/${id}/rate`, rating)).body.code).toBe('no-report')
  await goTo('2022-10-10')
  expect((await handler.call('GET', `/commitments/${id}`)).body.wantedYear).toBe(2022)
  const told = await ok(handler, 'POST', `/commitments/${id}/report`, { text: '年度落实情况' })
  // Twenty working days after 10 October 2022, a Monday.
  expect(told.body).toMatchObject({ wantedYear: null, yearly: { year: 2022, rateBy: '2022-11-07', rating: null } })
  await ok(handler, 'POST', `/commitments/${id}/report`, { text: '又有进展' })
  expect((await deputy.call('POST', `/commitments/${id}/rate`, { year: 2022, satisfaction: 'dissatisfied' })).body.code).toBe(
    'reason-missing',
  )
  const answers = await Promise.all([1, 2].map(() => deputy.call('POST', `/commitments/${id}/rate`, rating)))
  expect(answers.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect((await handler.call('GET', `/commitments/${id}`)).body.ratings).toEqual([
    { year: 2022, satisfaction: 'basically_satisfied', reason: '', ratedOn: '2022-10-10' },
  ])
})

test('SUG-27 a rating after its window is refused and the report stays shown as not rated', async () => {
  const { id } = await promise('2022-06-30')
  await ok(handler, 'POST', `/commitments/${id}/keep`, done)
  await goTo('2022-03-30')
  const late = await deputy.call('POST', `/commitments/${id}/rate`, { year: 2022, satisfaction: 'satisfied' })
  expect(late).toMatchObject({ status: 409, body: { code: 'rating-closed' } })
  expect((await deputy.call('GET', `/commitments/${id}`)).body.yearly).toMatchObject({ rateBy: '2022-03-29', rating: null })
})

test('SUG-27 the deputies’ committee asks once until a report answers', async () => {
  const { id } = await promise('2022-06-30')
  await ok(committee, 'POST', `/commitments/${id}/ask`, { note: '请报告改造进度' })
  expect((await committee.call('POST', `/commitments/${id}/ask`, { note: '再问' })).body.code).toBe('already-asked')
  await ok(handler, 'POST', `/commitments/${id}/report`, { text: '已开工' })
  expect((await committee.call('GET', `/commitments/${id}`)).body).toMatchObject({ askedOn: null, allowed: ['ask'] })
})

test('SUG-27 re-handling or withdrawal supersedes what is open and leaves what was kept', async () => {
  const given = await openAll([
    { content: '甲', dueOn: '2022-06-30' },
    { content: '乙', dueOn: '2022-06-30' },
  ])
  const [first, second] = (await handler.call('GET', `/commitments/of/${given}`)).body.items
  await ok(handler, 'POST', `/commitments/${first.id}/keep`, done)
  await house.in(CITY, async (tx) => {
    expect(await countOpen(tx, given)).toBe(1)
    await supersedeCommitments({ tx, actor: actorOf(committee), now: NOON }, given, '重新办理')
    expect(await countOpen(tx, given)).toBe(0)
  })
  const items = (await handler.call('GET', `/commitments/of/${given}`)).body.items
  expect(items.map((it: { status: string }) => it.status)).toEqual(['kept', 'superseded'])
  expect(await eventsOf(second.id)).toEqual(['commitment.opened', 'commitment.superseded'])
  expect((await handler.call('POST', `/commitments/${second.id}/keep`, done)).status).toBe(409)
  const shown = await house.in(CITY, (tx) => publicCommitmentsOf({ tx, now: NOON }, given))
  expect(shown).toEqual([
    {
      content: '甲',
      unitName: '市房产局',
      status: 'kept',
      openedOn: '2022-03-01',
      firstDueOn: '2022-06-30',
      dueOn: '2022-06-30',
      settledOn: '2022-03-01',
      isOverdue: false,
    },
  ])
})

test('SUG-27 lists page by key, the nearest date first: every row once', async () => {
  for (const day of ['2022-05-02', '2022-05-01', '2022-05-02']) await promise(day)
  const seen: { id: string; dueOn: string }[] = []
  let cursor: string | null = null
  do {
    const page: Reply = await handler.call('GET', `/commitments?status=open&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...page.body.items)
    cursor = page.body.next
  } while (cursor)
  expect(new Set(seen.map((it) => it.id)).size).toBe(seen.length)
  expect(seen.map((it) => it.dueOn)).toEqual(seen.map((it) => it.dueOn).toSorted())
})

test('SUG-27 the table that is exported holds the filtered rows and is on record', async () => {
  const file = await committee.call('GET', '/commitments/export?status=kept&year=2022')
  expect(file.status).toBe(200)
  expect(String(file.headers['content-type'])).toContain('spreadsheetml')
  expect(await eventsOf(committee.accountId)).toContain('commitment.exported')
})

test('SUG-27 the window of rating is a setting of the congress with its basis; only the system administrator activates one', async () => {
  const admin = await house.person('system_admin')
  const settings = {
    yearly: { fromMonth: 11, basis: '本市办法第九条' },
    rating: { term: { amount: 5, unit: 'workday' }, basis: '本市办法第十条' },
    carry: { basis: '本市办法第十一条' },
  }
  const input = { effectiveOn: '2022-03-02', title: '本市承诺跟踪设置', settings, after: 0 }
  expect((await committee.call('POST', '/commitments/terms', input)).status).toBe(403)
  expect((await admin.call('POST', '/commitments/terms', { ...input, effectiveOn: '2022-02-28' })).body.code).toBe(
    'effective-in-the-past',
  )
  expect(
    (await admin.call('POST', '/commitments/terms', { ...input, settings: { ...settings, carry: { basis: '' } } })).status,
  ).toBe(422)
  const before = await promise('2022-06-30')
  await ok(handler, 'POST', `/commitments/${before.id}/keep`, done)
  await ok(admin, 'POST', '/commitments/terms', input)
  expect((await admin.call('POST', '/commitments/terms', input)).body.code).toBe('changed-meanwhile')
  expect((await committee.call('GET', '/commitments/terms/versions')).status).toBe(403)
  expect((await admin.call('GET', '/commitments/terms/versions')).body).toMatchObject({
    lawful: { rating: { term: { amount: 20 } } },
    items: [{ version: 1, standing: 'coming', settings }],
  })
  await goTo('2022-03-02')
  const after = await promise('2022-06-30')
  await ok(handler, 'POST', `/commitments/${after.id}/keep`, done)
  const rateBy = async (id: string) => (await deputy.call('GET', `/commitments/${id}`)).body.yearly.rateBy
  expect([await rateBy(before.id), await rateBy(after.id)]).toEqual(['2022-03-29', '2022-03-09'])
  expect((await deputy.call('GET', '/commitments/terms')).body).toMatchObject({
    version: 1,
    rating: { amount: 5, basis: '本市办法第十条' },
  })
})

async function promise(dueOn: string, more: { isConfidential?: boolean } = {}): Promise<{ id: string; suggestionId: string }> {
  const suggestionId = await openAll([{ content: '完成老旧小区改造', dueOn }], more)
  const [made] = (await handler.call('GET', `/commitments/of/${suggestionId}`)).body.items
  return { id: made.id, suggestionId }
}

/** Opens promises as the reply to a suggestion does; answers the suggestion's id. */
async function openAll(items: { content: string; dueOn: string }[], more: { isConfidential?: boolean } = {}): Promise<string> {
  const given = {
    suggestionId: newId(),
    reference: '17-1-0007',
    title: '关于老旧小区改造的建议',
    unitId,
    leadDeputyId: deputy.deputyId ?? '',
    round: 1,
    isConfidential: false,
    ...more,
  }
  await house.in(CITY, (tx) => openCommitments({ tx, actor: actorOf(handler), now: house.now() }, given, items))
  return given.suggestionId
}

function actorOf(person: Person) {
  const { accountId: id, unitId: unit, deputyId } = person
  return { id, congressId: CITY, name: '', roles: new Set<never>(), unitId: unit, deputyId }
}

async function figures() {
  return (await committee.call('GET', '/commitments/summary')).body
}

async function open(person: Person): Promise<number> {
  return (await person.call('GET', '/commitments/summary')).body.open
}

async function ids(person: Person, query: string): Promise<string[]> {
  return (await ok(person, 'GET', `/commitments${query}`)).body.items.map((it: { id: string }) => it.id)
}

function differences() {
  return checkTotals(house.connection.database, CITY, recount.metrics, recount.count, NOON)
}

async function eventsOf(subjectId: string): Promise<string[]> {
  const rows = await house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select('name').where('subject_id', '=', subjectId).orderBy('id').execute(),
  )
  return rows.map((it) => it.name)
}

async function ok(person: Person, ...call: Parameters<Person['call']>): Promise<Reply> {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}
