import { expect, test } from 'vitest'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { standing } from '../../../tests/support/standing-suggestion.ts'
import { jobsFor, runJob } from '../../../tests/support/work.ts'

const house = await buildHouse()
const committee = await house.person('special_committee')
const affairs = await house.person('deputies_affairs')
const clerk = await house.person('deputies_affairs')
const leader = await house.person('leader')
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy', { name: '李华' })
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherHandler = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const outcome = {
  kind: 'decision',
  title: '改造计划由224个小区调整为475个',
  change: { before: 224, after: 475, unit: '个' },
  evidence: '市房产局答复函',
  achievedOn: '2022-02-28',
}
const meeting = { theme: '加强老旧小区改造和物业管理提升', heldOn: '2022-03-01', place: '小西小区', siteView: '察看改造施工' }

test('SUG-08 only two offices arrange, and only guests and whose suggestion it is find an event', async () => {
  const { id: suggestionId } = await standing(house, deputy.deputyId!)
  const input = { ...meeting, unitIds: [house.unitIds.housing], suggestionIds: [suggestionId] }
  for (const person of [deputy, handler, leader]) expect((await person.call('POST', '/pressing/events', input)).status).toBe(403)
  const { id, deputies } = await ok(committee, 'POST', '/pressing/events', input)
  expect(deputies.map((it: { name: string }) => it.name)).toEqual(['王敏'])
  for (const person of [stranger, otherHandler, foreigner])
    expect((await person.call('GET', `/pressing/events/${id}`)).status).toBe(404)
  for (const person of [deputy, handler, leader])
    expect((await person.call('GET', `/pressing/events/${id}`)).body.allowed).toEqual([])
  expect((await foreigner.call('POST', `/pressing/events/${id}/cancel`, { reason: '雨' })).status).toBe(404)
  expect(JSON.stringify((await house.visitor.call('GET', '/public/face-to-face')).body)).not.toContain(meeting.theme)
})

test('SUG-08 held once, from its day on; what came of each suggestion stands on its page and in public', async () => {
  const mine = await standing(house, deputy.deputyId!)
  const named = { unitIds: [house.unitIds.housing], deputyIds: [stranger.deputyId!], suggestionIds: [mine.id] }
  const { id } = await ok(affairs, 'POST', '/pressing/events', { ...meeting, ...named, heldOn: '2022-03-02' })
  const entered = {
    residents: 15,
    said: '改什么、怎么改由居民说了算。',
    minutes: '座谈纪要。',
    results: [{ suggestionId: mine.id, result: '纳入改造计划' }],
  }
  expect((await affairs.call('POST', `/pressing/events/${id}/hold`, entered)).body.code).toBe('not-yet')
  await ok(affairs, 'PUT', `/pressing/events/${id}`, { ...meeting, ...named })
  const strayed = { ...entered, results: [{ suggestionId: (await standing(house, deputy.deputyId!)).id, result: '无关' }] }
  expect((await affairs.call('POST', `/pressing/events/${id}/hold`, strayed)).body.code).toBe('not-linked')
  const replies = await Promise.all([affairs, clerk].map((it) => it.call('POST', `/pressing/events/${id}/hold`, entered)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const { events } = await ok(deputy, 'GET', `/suggestions/${mine.id}/pressing`)
  expect(events).toMatchObject([{ id, status: 'held', residents: 15, deputies: 2, result: '纳入改造计划' }])
  const shown = (await ok(house.visitor, 'GET', '/public/face-to-face')).items
  expect(shown).toMatchObject([{ residents: 15, suggestions: [{ reference: mine.reference, result: '纳入改造计划' }] }])
  expect(JSON.stringify(shown)).not.toContain('座谈纪要')
  const { contacts } = await ok(deputy, 'GET', `/suggestions/${mine.id}`)
  expect(contacts).toMatchObject([{ kind: 'meeting', contactedOn: '2022-03-01' }])
  const { eventsHeld } = await ok(leader, 'GET', '/pressing/summary')
  expect(eventsHeld).toBe((await ok(leader, 'GET', '/pressing/events?status=held')).items.length)
})

test('SUG-10 guidance goes to the unit that handles it, which alone receives and answers, once', async () => {
  const { id } = await standing(house, deputy.deputyId!)
  const notice = { text: '请抓紧办理，按时答复。', dueOn: '2022-03-20' }
  for (const person of [handler, deputy, leader])
    expect((await person.call('POST', `/suggestions/${id}/guidance`, notice)).status).toBe(403)
  expect((await foreigner.call('POST', `/suggestions/${id}/guidance`, notice)).status).toBe(404)
  expect((await committee.call('POST', `/suggestions/${id}/guidance`, { ...notice, dueOn: '2022-02-28' })).body.code).toBe(
    'already-past',
  )
  const { guidance } = await ok(committee, 'POST', `/suggestions/${id}/guidance`, notice)
  const path = `/pressing/guidance/${guidance[0].id}`
  expect((await otherHandler.call('POST', `${path}/acknowledge`)).status).toBe(404)
  expect((await handler.call('POST', `${path}/answer`, { answer: '先答复' })).body.code).toBe('wrong-status')
  const raced = await Promise.all([1, 2].map(() => handler.call('POST', `${path}/acknowledge`)))
  expect(raced.map((it) => it.status).toSorted()).toEqual([200, 409])
  const answered = await ok(handler, 'POST', `${path}/answer`, { answer: '已列入计划。' })
  expect(answered.guidance).toMatchObject([{ status: 'answered', answer: '已列入计划。', allowed: [] }])
  expect((await ok(deputy, 'GET', `/suggestions/${id}/pressing`)).guidance[0].status).toBe('answered')
  expect((await ok(otherHandler, 'GET', '/pressing/guidance')).items).toEqual([])
  const { guidanceOpen } = await ok(leader, 'GET', '/pressing/summary')
  expect(guidanceOpen).toBe((await ok(leader, 'GET', '/pressing/guidance?open=yes')).items.length)
  const unassigned = await standing(house, deputy.deputyId!, { unit_id: null, handed_over_on: null, status: 'registered' })
  expect((await committee.call('POST', `/suggestions/${unassigned.id}/guidance`, notice)).body.code).toBe('no-unit')
})

test('SUG-13 a unit records outcomes of its own suggestions, the committee publishes, and a published one is not rewritten', async () => {
  const mine = await standing(house, deputy.deputyId!)
  const input = { ...outcome, suggestionIds: [mine.id] }
  expect((await otherHandler.call('POST', '/pressing/outcomes', input)).status).toBe(403)
  expect((await deputy.call('POST', '/pressing/outcomes', input)).status).toBe(403)
  const { id } = await ok(handler, 'POST', '/pressing/outcomes', input)
  for (const person of [otherHandler, stranger, foreigner])
    expect((await person.call('GET', `/pressing/outcomes/${id}`)).status).toBe(404)
  expect((await handler.call('POST', `/pressing/outcomes/${id}/publish`)).status).toBe(403)
  expect((await ok(house.visitor, 'GET', '/public/outcomes')).items).toEqual([])
  const raced = await Promise.all([affairs, clerk].map((it) => it.call('POST', `/pressing/outcomes/${id}/publish`)))
  expect(raced.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect((await handler.call('PUT', `/pressing/outcomes/${id}`, input)).body.code).toBe('wrong-status')
  const [shown] = (await ok(house.visitor, 'GET', '/public/outcomes')).items
  expect(shown).toMatchObject({
    change: { before: 224, after: 475, unit: '个' },
    problems: 1,
    suggestions: [{ title: mine.title }],
  })
  const retracted = await affairs.call('POST', `/pressing/outcomes/${id}/retract`, { reason: '数字要核对' })
  expect(retracted.body).toMatchObject({ status: 'recorded', publishedOn: null })
  expect((await ok(house.visitor, 'GET', '/public/outcomes')).items).toEqual([])
})

test('SUG-33 an outcome of a confidential suggestion alone is not published, and one that became so is shown no more', async () => {
  const hidden = await standing(house, stranger.deputyId!, { is_confidential: true, title: '不公开的那一件' })
  const open = await standing(house, deputy.deputyId!)
  const sole = await ok(affairs, 'POST', '/pressing/outcomes', { ...outcome, suggestionIds: [hidden.id] })
  expect((await affairs.call('POST', `/pressing/outcomes/${sole.id}/publish`)).body.code).toBe('nothing-public')
  const both = await ok(affairs, 'POST', '/pressing/outcomes', {
    ...outcome,
    title: '两件的成果',
    suggestionIds: [hidden.id, open.id],
  })
  await ok(affairs, 'POST', `/pressing/outcomes/${both.id}/publish`)
  const [shown] = (await ok(house.visitor, 'GET', '/public/outcomes')).items
  expect(shown).toMatchObject({ title: '两件的成果', problems: 2, suggestions: [{ title: open.title }] })
  const keepBack = { is_confidential: true }
  await house.in(CITY, (tx) =>
    tx.db.updateTable('suggestions.suggestion').set(keepBack).where('congress_id', '=', CITY).where('id', '=', open.id).execute(),
  )
  expect((await ok(house.visitor, 'GET', '/public/outcomes')).items).toEqual([])
})

test('SUG-14 policies are counted by their measures: 12, 15 and 50 make 77', async () => {
  const { id: suggestionId } = await standing(house, deputy.deputyId!)
  const policy = (title: string, measures: number | null) => ({
    ...outcome,
    kind: 'policy_output',
    title,
    measures,
    change: null,
    suggestionIds: [suggestionId],
  })
  const uncounted = await affairs.call('POST', '/pressing/outcomes', policy('助企纾困政策', null))
  expect(uncounted).toMatchObject({ status: 422, body: { code: 'wrong-figures', fields: [{ path: 'measures' }] } })
  for (const [title, measures] of [
    ['助企纾困“12条”', 12],
    ['助企纾困“15条”', 15],
    ['稳经济“50条”', 50],
  ] as const)
    await ok(affairs, 'POST', '/pressing/outcomes', policy(title, measures))
  const summary = await ok(leader, 'GET', '/pressing/summary')
  const listed = (await ok(leader, 'GET', '/pressing/outcomes?kind=policy_output')).items
  expect([summary.measures, summary.outcomes.policy_output]).toEqual([77, listed.length])
})

test('SUG-16 a visit is planned once it was answered, recorded once, with what residents chose and thought', async () => {
  const open = await standing(house, deputy.deputyId!)
  expect((await handler.call('POST', `/suggestions/${open.id}/visits`, { dueOn: '2022-12-31' })).body.code).toBe('not-answered')
  const { id } = await standing(house, deputy.deputyId!, { status: 'replied', replied_on: '2022-02-28' })
  expect((await otherHandler.call('POST', `/suggestions/${id}/visits`, { dueOn: '2022-12-31' })).status).toBe(404)
  const { visits } = await ok(handler, 'POST', `/suggestions/${id}/visits`, { dueOn: '2022-12-31' })
  const path = `/pressing/visits/${visits[0].id}/record`
  const made = {
    visitedOn: '2022-03-01',
    visitors: '物业处 2 人、王敏代表',
    said: '改造质量好，停车位仍不够。',
    choices: [{ label: '更换上下水管线', votes: 212 }],
    residents: { satisfied: 180, basicallySatisfied: 30, dissatisfied: 2 },
  }
  expect((await otherHandler.call('POST', path, made)).status).toBe(404)
  expect((await handler.call('POST', path, { ...made, visitedOn: '2022-03-02' })).body.code).toBe('not-yet')
  const raced = await Promise.all([handler, affairs].map((it) => it.call('POST', path, made)))
  expect(raced.map((it) => it.status).toSorted()).toEqual([200, 409])
  const panel = await ok(deputy, 'GET', `/suggestions/${id}/pressing`)
  expect(panel.visits).toMatchObject([{ status: 'made', residents: made.residents, choices: made.choices, allowed: [] }])
})

test('SUG-09 the panel is for whoever may open the suggestion, and offers what they may do', async () => {
  const { id } = await standing(house, deputy.deputyId!, { status: 'replied', replied_on: '2022-02-28' })
  for (const person of [stranger, otherHandler, foreigner])
    expect((await person.call('GET', `/suggestions/${id}/pressing`)).status).toBe(404)
  const open = async (person: Person) => (await ok(person, 'GET', `/suggestions/${id}/pressing`)).allowed
  expect(await open(affairs)).toEqual(['issueGuidance', 'recordOutcome', 'planVisit'])
  expect(await open(committee)).toEqual(['issueGuidance'])
  expect(await open(handler)).toEqual(['recordOutcome', 'planVisit'])
  for (const person of [deputy, leader]) expect(await open(person)).toEqual([])
})

test('SUG-13 the public pages need no script, stay small, and tell nothing that is not published', async () => {
  const mine = await standing(house, deputy.deputyId!)
  const { id } = await ok(affairs, 'POST', '/pressing/outcomes', {
    ...outcome,
    title: '只在内部的成果',
    suggestionIds: [mine.id],
  })
  const named = { unitIds: [house.unitIds.housing], suggestionIds: [mine.id] }
  const planned = await ok(affairs, 'POST', '/pressing/events', { ...meeting, ...named, theme: '尚未举行的活动' })
  const pages = ['/outcomes', '/outcomes?kind=decision', '/outcomes?kind=%00&from=x', '/face-to-face', '/key-topics']
  for (const path of pages) {
    const page = await open(path)
    expect(page.statusCode, path).toBe(200)
    expect(page.body.length, path).toBeLessThan(50_000)
    expect(page.body, path).not.toMatch(/<script|只在内部的成果|尚未举行的活动/)
  }
  expect((await open(`/face-to-face/${planned.id}`)).statusCode).toBe(404)
  await ok(affairs, 'POST', `/pressing/outcomes/${id}/publish`)
  await ok(affairs, 'POST', `/pressing/events/${planned.id}/hold`, { residents: 1, said: '居民提问。', minutes: '内部纪要。' })
  expect((await open('/outcomes?kind=decision&from=0')).body).toContain('只在内部的成果')
  const held = (await open(`/face-to-face/${planned.id}`)).body
  expect(held).toContain('居民提问。')
  expect(held).not.toContain('内部纪要。')
})

test('SUG-16 of a visit that is due is reminded a week ahead and once when overdue', async () => {
  const { id } = await standing(house, deputy.deputyId!, { status: 'replied', replied_on: '2022-02-28' })
  const { visits } = await ok(affairs, 'POST', `/suggestions/${id}/visits`, { dueOn: '2022-03-31' })
  const given: number[] = []
  for (const day of ['03-23', '03-24', '03-25', '03-31', '04-01', '04-02']) {
    house.setNow(new Date(`2022-${day}T00:40:00+08:00`))
    await Promise.all([1, 2].map(() => runJob(house, jobsFor(), 'pressing.remind-visits')))
    given.push(await reminders(visits[0].id))
  }
  // Sessions of March have ended by now.
  const reader = await house.person('leader')
  const { visitsOverdue } = await ok(reader, 'GET', '/pressing/summary')
  expect(visitsOverdue).toBe((await ok(reader, 'GET', '/pressing/visits?overdue=yes')).items.length)
  expect(given).toEqual([0, 1, 1, 1, 2, 2])
})

function open(path: string) {
  return house.app.inject({ method: 'GET', url: path, headers: { host: 'city.localhost' } })
}

// The shape of an answer is the subject of the test that reads it.
// oxlint-disable-next-line typescript/no-explicit-any
async function ok(person: Person, ...call: Parameters<Person['call']>): Promise<any> {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

async function reminders(visitId: string): Promise<number> {
  const rows = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select('id')
      .where('congress_id', '=', CITY)
      .where('name', '=', 'visit.reminded')
      .where('subject_id', '=', visitId)
      .execute(),
  )
  return rows.length
}
