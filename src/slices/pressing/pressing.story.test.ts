import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE, type House, type Person } from '../../../tests/support/house.ts'
import { standing } from '../../../tests/support/standing-suggestion.ts'

const house = await buildHouse()
const committeeId = await settleCommittee(house)
const committee = await house.person('special_committee', { unitId: committeeId })
const otherCommittee = await house.person('special_committee')
const affairs = await house.person('deputies_affairs')
const clerk = await house.person('deputies_affairs')
const leader = await house.person('leader')
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherHandler = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const topic = {
  title: '老旧小区改造',
  year: 2022,
  reason: '代表反映集中，涉及面广。',
  criteria: ['major', 'many_deputies'],
  means: ['inspection', 'follow_up'],
  leaderName: '李建平副主任',
}
const decision = { decidedOn: '2022-03-01', decision: '列为2022年重点督办选题。' }
const plan = {
  title: '老旧小区改造办理方案',
  text: '一、摸底。二、由居民选择。三、回访。',
  replyText: '今年改造计划由224个调整为475个。',
}

test('SUG-28 only a committee proposes, and only what it leads itself', async () => {
  for (const person of [deputy, handler, affairs, leader])
    expect((await person.call('POST', '/pressing/topics', topic)).status).toBe(403)
  expect((await house.visitor.call('POST', '/pressing/topics', topic)).status).toBe(401)
  expect(await otherCommittee.call('POST', '/pressing/topics', topic)).toMatchObject({
    status: 403,
    body: { code: 'no-committee' },
  })
  const unknown = await committee.call('POST', '/pressing/topics', { ...topic, suggestionIds: [newId()] })
  expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown-suggestion', fields: [{ path: 'suggestionIds' }] } })
  const withForeignUnit = await committee.call('POST', '/pressing/topics', { ...topic, unitIds: [newId()] })
  expect(withForeignUnit).toMatchObject({ status: 422, body: { code: 'unknown-unit' } })
})

test('SUG-28 another congress and, until it was decided, units and deputies find no topic', async () => {
  const { topicId } = await proposed()
  for (const person of [foreigner, deputy, handler])
    expect((await person.call('GET', `/pressing/topics/${topicId}`)).status).toBe(404)
  expect((await foreigner.call('POST', `/pressing/topics/${topicId}/compile`)).status).toBe(404)
  expect((await foreigner.call('DELETE', `/pressing/topics/${topicId}/members/${newId()}`)).status).toBe(404)
  expect((await otherCommittee.call('GET', `/pressing/topics/${topicId}`)).body.allowed).toEqual([])
  expect((await otherCommittee.call('POST', `/pressing/topics/${topicId}/members`, { suggestionId: newId() })).status).toBe(403)
})

test('SUG-28 two people decide at once: one does, one is told, one event', async () => {
  const { topicId } = await proposed()
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/compile`)
  const replies = await Promise.all([affairs, clerk].map((it) => it.call('POST', `/pressing/topics/${topicId}/decide`, decision)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect((await eventsOf(topicId)).filter((it) => it === 'topic.decided')).toHaveLength(1)
})

test('SUG-28 two people add the same suggestion at once: it is in the topic once', async () => {
  const { topicId } = await proposed()
  const more = await standing(house, deputy.deputyId!)
  const add = (it: Person) => it.call('POST', `/pressing/topics/${topicId}/members`, { suggestionId: more.id })
  const replies = await Promise.all([affairs, committee].map(add))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect((await affairs.call('GET', `/pressing/topics/${topicId}`)).body.progress.members).toBe(2)
  const other = await add(clerk)
  expect(other).toMatchObject({ status: 409, body: { code: 'already-member' } })
})

test('SUG-28 from the proposal to the report: progress is counted from the suggestions, and opens them', async () => {
  const { topicId, suggestion } = await proposed()
  const answered = await standing(house, stranger.deputyId!, { status: 'replied', replied_on: '2022-02-28' })
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/members`, { suggestionId: answered.id })
  expect((await affairs.call('POST', `/pressing/topics/${topicId}/decide`, decision)).body.code).toBe('wrong-status')
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/compile`)
  expect((await committee.call('POST', `/pressing/topics/${topicId}/compile`)).status).toBe(403)
  const ahead = await affairs.call('POST', `/pressing/topics/${topicId}/decide`, { ...decision, decidedOn: '2022-03-02' })
  expect(ahead).toMatchObject({ status: 422, body: { code: 'not-yet' } })
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/decide`, decision)
  await ok(committee, 'POST', `/pressing/topics/${topicId}/start`, { plan: '三次视察，一次专题询问。' })
  await ok(committee, 'POST', `/pressing/topics/${topicId}/reports`, { reportedOn: '2022-03-01', text: '现场视察小西小区。' })
  const done = await ok(committee, 'POST', `/pressing/topics/${topicId}/conclude`, { report: '改造计划增加。' })
  expect(done).toMatchObject({ status: 'concluded', progress: { members: 2, handedOver: 2, answered: 1 }, allowed: [] })
  expect(done.members.map((it: { id: string }) => it.id).toSorted()).toEqual([suggestion.id, answered.id].toSorted())
  expect(done.members.filter((it: { isAnswered: boolean }) => it.isAnswered)).toHaveLength(1)
  expect(done.timeline).toHaveLength(7)
  for (const person of [deputy, stranger, handler]) {
    const seen = await person.call('GET', `/pressing/topics/${topicId}`)
    expect(seen).toMatchObject({ status: 200, body: { status: 'concluded', allowed: [] } })
  }
  expect((await otherHandler.call('GET', `/pressing/topics/${topicId}`)).status).toBe(404)
  const shown = (await house.visitor.call('GET', '/public/key-topics')).body.items.find(
    (it: { decidedOn: string }) => it.decidedOn,
  )
  expect(shown.suggestions.length).toBeGreaterThan(0)
})

test('SUG-28 from the decision on its suggestions are key ones; one that leaves stays so while another decided topic holds it', async () => {
  const [first, second] = [await proposed(), await proposed()]
  const shared = await standing(house, deputy.deputyId!)
  for (const { topicId } of [first, second]) {
    await ok(affairs, 'POST', `/pressing/topics/${topicId}/members`, { suggestionId: shared.id })
    await ok(affairs, 'POST', `/pressing/topics/${topicId}/compile`)
    expect(await isKey(first.suggestion.id)).toBe(topicId === second.topicId)
    await ok(affairs, 'POST', `/pressing/topics/${topicId}/decide`, decision)
  }
  expect(await isKey(shared.id)).toBe(true)
  await ok(affairs, 'DELETE', `/pressing/topics/${first.topicId}/members/${shared.id}`)
  expect(await isKey(shared.id)).toBe(true)
  await ok(affairs, 'DELETE', `/pressing/topics/${second.topicId}/members/${shared.id}`)
  expect(await isKey(shared.id)).toBe(false)
  const last = await affairs.call('DELETE', `/pressing/topics/${second.topicId}/members/${second.suggestion.id}`)
  expect(last).toMatchObject({ status: 409, body: { code: 'last-member' } })
  await ok(affairs, 'POST', `/pressing/topics/${second.topicId}/members`, { suggestionId: shared.id })
  expect(await isKey(shared.id)).toBe(true)
})

test('SUG-28 lists hold what their reader may see, page by key', async () => {
  const idsOf = async (person: Person) => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await person.call('GET', `/pressing/topics?limit=2${cursor && `&cursor=${cursor}`}`)
      seen.push(...page.body.items.map((it: { id: string }) => it.id))
      cursor = page.body.next
    }
    return seen
  }
  const all = await idsOf(leader)
  expect(new Set(all).size).toBe(all.length)
  expect(await idsOf(otherHandler)).toEqual([])
  expect(await idsOf(foreigner)).toEqual([])
  for (const id of await idsOf(deputy)) expect((await deputy.call('GET', `/pressing/topics/${id}`)).status).toBe(200)
  const compiled = (await leader.call('GET', '/pressing/topics?status=proposed')).body.items
  const { topics } = (await leader.call('GET', '/pressing/summary')).body
  expect(topics.proposed).toBe(compiled.length)
})

test('SUG-33 a confidential suggestion is counted and not named to the public nor to a unit that handles another', async () => {
  const hidden = await standing(house, stranger.deputyId!, {
    unit_id: house.unitIds.transport,
    is_confidential: true,
    title: '不公开的那一件',
  })
  const { topicId } = await proposed()
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/members`, { suggestionId: hidden.id })
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/compile`)
  await ok(affairs, 'POST', `/pressing/topics/${topicId}/decide`, decision)
  const titles = async (person: Person) =>
    (await ok(person, 'GET', `/pressing/topics/${topicId}`)).members.map((it: { title: string }) => it.title)
  for (const person of [affairs, otherHandler, stranger]) expect(await titles(person)).toContain(hidden.title)
  for (const person of [handler, deputy, leader, committee]) expect(await titles(person)).not.toContain(hidden.title)
  expect((await leader.call('GET', `/suggestions/${hidden.id}/pressing`)).status).toBe(404)
  expect((await ok(handler, 'GET', `/pressing/topics/${topicId}`)).progress.members).toBe(2)
  expect(JSON.stringify((await house.visitor.call('GET', '/public/key-topics')).body)).not.toContain(hidden.title)
})

test('SUG-15 a unit plans only for itself, and only what it handles', async () => {
  const mine = await standing(house, deputy.deputyId!)
  const theirs = await standing(house, deputy.deputyId!, { unit_id: house.unitIds.transport })
  const input = { ...plan, unitId: house.unitIds.housing, suggestionIds: [mine.id] }
  expect((await otherHandler.call('POST', '/pressing/plans', input)).status).toBe(403)
  expect((await deputy.call('POST', '/pressing/plans', input)).status).toBe(403)
  const mixed = await affairs.call('POST', '/pressing/plans', { ...input, suggestionIds: [mine.id, theirs.id] })
  expect(mixed).toMatchObject({ status: 409, body: { code: 'other-unit' } })
  const { id } = await ok(handler, 'POST', '/pressing/plans', input)
  for (const person of [otherHandler, stranger, foreigner])
    expect((await person.call('GET', `/pressing/plans/${id}`)).status).toBe(404)
  expect((await otherHandler.call('POST', `/pressing/plans/${id}/members`, { suggestionId: theirs.id })).status).toBe(404)
  expect((await handler.call('POST', `/pressing/plans/${id}/members`, { suggestionId: theirs.id })).body.code).toBe('other-unit')
  expect((await deputy.call('GET', `/pressing/plans/${id}`)).body).toMatchObject({ title: plan.title, allowed: [] })
})

test('SUG-15 ten suggestions become one plan; each reply may begin from its text, no suggestion is in two plans', async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, () => standing(house, deputy.deputyId!)))
  const unitId = house.unitIds.housing
  const { id, progress } = await ok(affairs, 'POST', '/pressing/plans', {
    ...plan,
    unitId,
    suggestionIds: ten.map((it) => it.id),
  })
  expect(progress).toEqual({ members: 10, handedOver: 10, answered: 0 })
  expect(await ok(handler, 'GET', `/suggestions/${ten[3]!.id}/plan`)).toEqual({
    plan: { id, title: plan.title, replyText: plan.replyText },
  })
  expect((await otherHandler.call('GET', `/suggestions/${ten[3]!.id}/plan`)).status).toBe(404)
  const [one, another] = await Promise.all([1, 2].map(() => ok(handler, 'POST', '/pressing/plans', { ...plan, unitId })))
  const loose = await standing(house, deputy.deputyId!)
  const add = (planId: string) => handler.call('POST', `/pressing/plans/${planId}/members`, { suggestionId: loose.id })
  const raced = await Promise.all([add(one.id), add(another.id), add(one.id)])
  expect(raced.map((it) => it.status).toSorted()).toEqual([200, 409, 409])
  const taken = await affairs.call('POST', '/pressing/plans', { ...plan, unitId, suggestionIds: [ten[0]!.id] })
  expect(taken).toMatchObject({ status: 409, body: { code: 'in-another-plan' } })
  const left = await ok(handler, 'DELETE', `/pressing/plans/${id}/members/${ten[0]!.id}`)
  expect(left.progress.members).toBe(9)
  expect(await ok(handler, 'GET', `/suggestions/${ten[0]!.id}/plan`)).toEqual({ plan: null })
})

test('SUG-15 an old tab cannot overwrite a newer plan', async () => {
  const { id } = await ok(handler, 'POST', '/pressing/plans', { ...plan, unitId: house.unitIds.housing })
  const edit = (title: string) => handler.call('PUT', `/pressing/plans/${id}`, { ...plan, title }, { 'if-match': '"1"' })
  expect((await edit('第一次修改')).status).toBe(200)
  expect((await edit('第二个窗口')).status).toBe(412)
  expect((await handler.call('GET', `/pressing/plans/${id}`)).body.title).toBe('第一次修改')
})

async function proposed(): Promise<{ topicId: string; suggestion: { id: string } }> {
  const suggestion = await standing(house, deputy.deputyId!)
  const { id } = await ok(committee, 'POST', '/pressing/topics', { ...topic, suggestionIds: [suggestion.id] })
  return { topicId: id, suggestion }
}

// The shape of an answer is the subject of the test that reads it.
// oxlint-disable-next-line typescript/no-explicit-any
async function ok(person: Person, ...call: Parameters<Person['call']>): Promise<any> {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

async function isKey(id: string): Promise<boolean> {
  const row = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('suggestions.suggestion')
      .select('is_key')
      .where('congress_id', '=', CITY)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
  return row.is_key
}

async function eventsOf(subjectId: string): Promise<string[]> {
  const rows = await house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select('name').where('congress_id', '=', CITY).where('subject_id', '=', subjectId).execute(),
  )
  return rows.map((it) => it.name)
}

async function settleCommittee(it: House): Promise<string> {
  const id = newId()
  const named = {
    kind: 'special_committee',
    name: '城环委',
    short_name: '城环委',
    initials: 'chw',
    ordinal: 3,
    starts_on: '2000-01-01',
  }
  await it.in(CITY, (tx) =>
    tx.db
      .insertInto('congress.unit')
      .values({ congress_id: CITY, id, ...named })
      .execute(),
  )
  return id
}
