import { beforeEach, expect, test } from 'vitest'
import { goodFiles } from '#kernel/files/attack-corpus.ts'
import { CSRF_COOKIE, openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { checkTotals } from '#kernel/metrics/api.ts'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, NOON, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { recount } from './recount-store.ts'

const house = await buildHouse()
const { housing, transport } = house.unitIds
let deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
let office = await house.person('deputies_affairs')
const leader = await house.person('leader')
const head = await house.person('leader', { unitId: housing })
let handler = await house.person('handling_unit', { unitId: housing })
let other = await house.person('handling_unit', { unitId: transport })
const twin = await house.person('handling_unit', { unitId: housing })
const admin = await house.person('system_admin')
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

/** Moves the clock; sessions end meanwhile, so that everybody signs in anew. */
async function goTo(day: string): Promise<void> {
  house.setNow(new Date(`${day}T10:00:00+08:00`))
  deputy = await house.again(deputy)
  office = await house.again(office)
  handler = await house.again(handler)
  other = await house.again(other)
}
beforeEach(() => goTo('2022-03-01'))

const reason = { reason: '路灯由交通局管护' }
const solved = { result: 'solved', text: '已换灯三盏，今晚亮灯。' }

test('SUG-36 nobody but the author, its units, the deputies’ committee and leaders sees it, and nothing of it is public', async () => {
  const id = await sent()
  expect((await house.visitor.call('GET', `/concerns/${id}`)).status).toBe(401)
  for (const person of [stranger, other, foreigner]) {
    expect((await person.call('GET', `/concerns/${id}`)).status).toBe(404)
    expect((await person.call('GET', `/concerns/${id}/timeline`)).status).toBe(404)
    expect(await ids(person, '?limit=100')).not.toContain(id)
  }
  expect((await admin.call('GET', `/concerns/${id}`)).status).toBe(403)
  for (const person of [deputy, handler, office, leader, head]) {
    expect((await person.call('GET', `/concerns/${id}`)).status).toBe(200)
    expect(await ids(person, '?limit=100')).toContain(id)
  }
  for (const url of ['/', '/suggestions', '/motions', '/open']) {
    const page = await house.app.inject({ url, headers: { host: 'city.localhost' } })
    expect([page.statusCode, page.body.includes('路灯不亮')], url).toEqual([200, false])
  }
})

test('SUG-36 a confidential one is for its author, its units and the deputies’ committee, in figures as well', async () => {
  const before = (await leader.call('GET', '/concerns/summary')).body.all
  const seen = (await office.call('GET', '/concerns/summary')).body.all
  const id = await sent({ isConfidential: true })
  for (const person of [leader, stranger]) expect((await person.call('GET', `/concerns/${id}`)).status).toBe(404)
  for (const person of [deputy, handler, head, office]) expect((await person.call('GET', `/concerns/${id}`)).status).toBe(200)
  expect((await leader.call('GET', '/concerns/summary')).body.all).toBe(before)
  expect((await office.call('GET', '/concerns/summary')).body.all).toBe(seen + 1)
  expect((await leader.call('GET', '/search?q=路灯不亮')).body.items.map((it: { id: string }) => it.id)).not.toContain(id)
  const found = (await deputy.call('GET', '/search?q=路灯不亮')).body.items
  expect(found).toContainEqual(expect.objectContaining({ kind: 'concern', id }))
})

test('SUG-36 nobody does another’s part, and says whose it is', async () => {
  const id = await sent()
  expect((await deputy.call('POST', `/concerns/${id}/accept`)).status).toBe(403)
  expect((await other.call('POST', `/concerns/${id}/accept`)).status).toBe(404)
  expect((await stranger.call('POST', `/concerns/${id}/withdraw`, reason)).status).toBe(404)
  expect((await leader.call('POST', `/concerns/${id}/decline`, reason)).status).toBe(403)
  expect((await handler.call('POST', `/concerns/${id}/answer`, solved)).body).toMatchObject({ code: 'wrong-status' })
  expect((await office.call('POST', `/concerns/${id}/assign`, { unitId: transport, ...reason })).status).toBe(409)
  const seat = await house.person('deputies_affairs')
  expect((await seat.call('POST', '/concerns', draft())).status).toBe(403)
  expect(await eventsOf(id)).toEqual(['concern.sent'])
})

test('SUG-36 what is sent has words, a place, a unit in being and pictures of one’s own', async () => {
  const before = (await office.call('GET', '/concerns/summary')).body.all
  for (const wrong of [
    { text: '' },
    { text: '字'.repeat(301) },
    { place: ' ' },
    { photoIds: Array.from({ length: 7 }, newId) },
  ]) {
    expect((await deputy.call('POST', '/concerns', draft(wrong))).status).toBe(422)
  }
  const unknown = await deputy.call('POST', '/concerns', draft({ unitId: newId() }))
  expect(unknown).toMatchObject({ status: 422, body: { code: 'unknown-unit', fields: [{ path: 'unitId' }] } })
  const committee = newId()
  const row = {
    id: committee,
    kind: 'special_committee',
    name: '城环委',
    short_name: '城环委',
    initials: '',
    ordinal: 9,
    starts_on: '2000-01-01',
  }
  await house.in(CITY, (tx) =>
    tx.db
      .insertInto('congress.unit')
      .values({ congress_id: CITY, ...row })
      .execute(),
  )
  expect((await deputy.call('POST', '/concerns', draft({ unitId: committee }))).body.code).toBe('wrong-unit')
  const photo = await upload(stranger, 'png')
  expect((await deputy.call('POST', '/concerns', draft({ photoIds: [photo] }))).body.code).toBe('file-unknown')
  const paper = await upload(deputy, 'pdf')
  expect((await deputy.call('POST', '/concerns', draft({ photoIds: [paper] }))).body.code).toBe('file-unknown')
  const own = await upload(deputy, 'png')
  expect((await deputy.call('POST', '/concerns', draft({ photoIds: [own, own] }))).body.code).toBe('photo-twice')
  expect((await office.call('GET', '/concerns/summary')).body.all).toBe(before)
})

test('SUG-36 who may be in charge is proposed to deputies alone; where nothing was learnt there is no proposal', async () => {
  const asked = { text: '路灯不亮', place: '和平路' }
  for (const person of [handler, office, leader]) {
    expect((await person.call('POST', '/concerns/unit-proposal', asked)).status).toBe(403)
  }
  expect((await deputy.call('POST', '/concerns/unit-proposal', asked)).body).toEqual({ items: [] })
})

test('SUG-36 two of a unit receive it at once: one succeeds, one is told, one event', async () => {
  const id = await sent()
  const replies = await Promise.all([handler, twin].map((it) => it.call('POST', `/concerns/${id}/accept`)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  expect(replies.find((it) => it.status === 409)?.body).toMatchObject({ now: { status: 'accepted' } })
  expect((await eventsOf(id)).filter((it) => it === 'concern.accepted')).toHaveLength(1)
})

test('SUG-36 one answers while a colleague passes it on: one of the two happens, and the other is told', async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await sent()
    await ok(handler, 'POST', `/concerns/${id}/accept`)
    const [answered, passed] = await Promise.all([
      handler.call('POST', `/concerns/${id}/answer`, solved),
      twin.call('POST', `/concerns/${id}/pass-on`, { unitId: transport, ...reason }),
    ])
    expect([answered.status, passed.status].filter((status) => status === 200)).toHaveLength(1)
    const it = (await office.call('GET', `/concerns/${id}`)).body
    expect(it.status).toBe(answered.status === 200 ? 'answered' : 'sent')
    expect(it.handOvers).toHaveLength(answered.status === 200 ? 1 : 2)
    expect((await eventsOf(id)).length).toBe(3)
  }
  expect(await differences()).toEqual([])
})

test('SUG-36 one answers and one disputes, two answer, two pass on: never twice', async () => {
  const acts = [
    ['answer', solved],
    ['answer', { ...solved, text: '另一份答复' }],
    ['dispute', reason],
    ['pass-on', { unitId: transport, ...reason }],
    ['pass-on', { unitId: transport, ...reason }],
  ] as const
  const id = await sent()
  await ok(handler, 'POST', `/concerns/${id}/accept`)
  const replies = await Promise.all(
    acts.map(([act, body], at) => [handler, twin][at % 2]!.call('POST', `/concerns/${id}/${act}`, body)),
  )
  expect(replies.filter((it) => it.status === 200)).toHaveLength(1)
  expect(replies.filter((it) => it.status >= 500)).toEqual([])
  expect((await eventsOf(id)).length).toBe(3)
})

test('SUG-36 a page that was read before somebody changed it is refused (If-Match), and a repeated intent is done once', async () => {
  const id = await sent()
  const { version } = (await handler.call('GET', `/concerns/${id}`)).body
  await ok(handler, 'POST', `/concerns/${id}/accept`, undefined, { 'if-match': `"${version}"` })
  const stale = await twin.call('POST', `/concerns/${id}/answer`, solved, { 'if-match': `"${version}"` })
  expect(stale).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } })
  const key = { 'idempotency-key': `answer-${id}` }
  const answers = await Promise.all([1, 2].map(() => handler.call('POST', `/concerns/${id}/answer`, solved, key)))
  expect(answers.filter((it) => it.status === 200).length).toBeGreaterThan(0)
  await ok(handler, 'POST', `/concerns/${id}/answer`, solved, key)
  expect((await eventsOf(id)).filter((it) => it === 'concern.answered')).toHaveLength(1)
})

test('SUG-36 sent with a picture, received, answered with a picture in time, found satisfactory', async () => {
  const photo = await upload(deputy, 'png')
  const id = await sent({ photoIds: [photo] })
  const made = (await deputy.call('GET', `/concerns/${id}`)).body
  // Seven working days from 1 March 2022.
  expect(made).toMatchObject({ status: 'sent', dueOn: '2022-03-10', allowed: ['withdraw'], photoCount: 1, passes: 0 })
  expect((await handler.call('GET', `/concerns/${id}/photos/${photo}`)).status).toBe(200)
  expect((await other.call('GET', `/concerns/${id}/photos/${photo}`)).status).toBe(404)
  expect((await handler.call('GET', `/concerns/${id}/photos/${newId()}`)).status).toBe(404)
  expect((await handler.call('GET', `/files/${photo}`)).status).toBe(404)
  await ok(handler, 'POST', `/concerns/${id}/accept`)
  const shot = await upload(handler, 'jpg')
  await goTo('2022-03-04')
  await ok(handler, 'POST', `/concerns/${id}/answer`, { ...solved, photoIds: [shot] })
  const answered = (await deputy.call('GET', `/concerns/${id}`)).body
  expect(answered).toMatchObject({
    status: 'answered',
    result: 'solved',
    confirmBy: '2022-03-18',
    allowed: ['confirm', 'reject'],
  })
  expect(answered.photos).toEqual([
    { fileId: photo, part: 'concern', ordinal: 1 },
    { fileId: shot, part: 'answer', ordinal: 1 },
  ])
  expect((await deputy.call('GET', `/concerns/${id}/photos/${shot}`)).status).toBe(200)
  await ok(deputy, 'POST', `/concerns/${id}/confirm`)
  expect((await deputy.call('GET', `/concerns/${id}`)).body).toMatchObject({
    status: 'satisfied',
    settledOn: '2022-03-04',
    allowed: [],
  })
  expect((await deputy.call('POST', `/concerns/${id}/convert`)).body.code).toBe('solved')
})

test('SUG-36 a plan says by which day, and that day is still to come', async () => {
  const id = await sent()
  await ok(handler, 'POST', `/concerns/${id}/accept`)
  const planned = { result: 'planned', text: '列入四月的维修。' }
  for (const plannedOn of [undefined, '2022-03-01', '2022-02-01']) {
    const refused = await handler.call('POST', `/concerns/${id}/answer`, { ...planned, plannedOn })
    expect(refused).toMatchObject({ status: 422, body: { fields: [{ path: 'plannedOn' }] } })
  }
  await ok(handler, 'POST', `/concerns/${id}/answer`, { ...planned, plannedOn: '2022-04-30' })
  await ok(deputy, 'POST', `/concerns/${id}/confirm`)
  expect((await deputy.call('GET', `/concerns/${id}`)).body).toMatchObject({
    status: 'satisfied',
    plannedOn: '2022-04-30',
    allowed: ['convert'],
  })
})

test('SUG-36 passed on once with a reason; the other unit has its own days, and the first goes on seeing it', async () => {
  const id = await sent()
  await goTo('2022-03-03')
  expect((await handler.call('POST', `/concerns/${id}/pass-on`, { unitId: housing, ...reason })).body.code).toBe('same-unit')
  await ok(handler, 'POST', `/concerns/${id}/pass-on`, { unitId: transport, ...reason })
  const it = (await other.call('GET', `/concerns/${id}`)).body
  expect(it).toMatchObject({
    status: 'sent',
    unit: { id: transport },
    dueOn: '2022-03-14',
    passes: 1,
    allowed: ['accept', 'dispute'],
  })
  expect(it.handOvers.map((one: { kind: string }) => one.kind)).toEqual(['sent', 'passed'])
  expect((await handler.call('GET', `/concerns/${id}`)).body.allowed).toEqual([])
  const again = await other.call('POST', `/concerns/${id}/pass-on`, { unitId: housing, ...reason })
  expect(again).toMatchObject({ status: 409, body: { code: 'passed-once' } })
})

test('SUG-36 the deputies’ committee decides whose it is, or that it is none for the fast lane', async () => {
  const id = await sent()
  await ok(handler, 'POST', `/concerns/${id}/dispute`, reason)
  expect((await handler.call('GET', `/concerns/${id}`)).body).toMatchObject({ status: 'disputed', standing: null, allowed: [] })
  await ok(office, 'POST', `/concerns/${id}/assign`, { unitId: housing, reason: '由房产局牵头' })
  expect((await handler.call('GET', `/concerns/${id}`)).body).toMatchObject({ status: 'sent', decision: '由房产局牵头' })
  const big = await sent({ text: '全市老旧小区都没有电梯。' })
  await ok(handler, 'POST', `/concerns/${big}/dispute`, reason)
  await ok(office, 'POST', `/concerns/${big}/decline`, { reason: '涉及全市政策，请提建议' })
  expect((await deputy.call('GET', `/concerns/${big}`)).body).toMatchObject({ status: 'declined', allowed: ['convert'] })
})

test('SUG-36 not satisfied: one step makes it a draft of the deputy, with a link both ways, and once only', async () => {
  const id = await sent({ isConfidential: true })
  await ok(handler, 'POST', `/concerns/${id}/accept`)
  await ok(handler, 'POST', `/concerns/${id}/answer`, { result: 'not_possible', text: '不在养护范围内。' })
  expect((await deputy.call('POST', `/concerns/${id}/convert`)).status).toBe(409)
  expect((await deputy.call('POST', `/concerns/${id}/reject`, { reason: '' })).status).toBe(422)
  await ok(deputy, 'POST', `/concerns/${id}/reject`, { reason: '居民每天都走这条路' })
  const tries = await Promise.all([1, 2].map(() => deputy.call('POST', `/concerns/${id}/convert`)))
  expect(tries.map((it) => it.status).toSorted()).toEqual([200, 409])
  const { suggestion } = (await deputy.call('GET', `/concerns/${id}`)).body
  expect(suggestion.name).toBe('关于解决和平路“路灯不亮”问题的建议')
  const made = (await deputy.call('GET', `/suggestions/${suggestion.id}`)).body
  expect(made).toMatchObject({ status: 'draft', isConfidential: true, category: { code: 'livelihood' } })
  for (const said of ['路灯不亮。已经半个月。', '不在养护范围内。', '居民每天都走这条路']) expect(made.matter).toContain(said)
  expect(await ids(deputy, `?suggestionId=${suggestion.id}`)).toEqual([id])
  // A draft is its author's alone, until it is submitted.
  expect((await office.call('GET', `/concerns/${id}`)).body).toMatchObject({ status: 'converted', suggestion: null })
  expect((await handler.call('GET', `/concerns/${id}`)).body.suggestion).toBeNull()
  await ok(deputy, 'POST', `/suggestions/${suggestion.id}/submit`)
  expect((await office.call('GET', `/concerns/${id}`)).body.suggestion).toEqual(suggestion)
})

test('SUG-36 taken back while nobody has it in hand; afterwards it counts for nothing', async () => {
  const before = await figures(office)
  const id = await sent()
  await ok(deputy, 'POST', `/concerns/${id}/withdraw`, { reason: '已经修好了' })
  expect((await deputy.call('GET', `/concerns/${id}`)).body).toMatchObject({ status: 'withdrawn', allowed: [] })
  expect(await figures(office)).toEqual(before)
})

test('SUG-36 every figure has as many rows in its list as it says, for the office, a leader and a unit', async () => {
  const late = await sent()
  await sent({ unitId: transport })
  await goTo('2022-03-11')
  expect(await ids(office, '?counted=overdue&limit=100')).toContain(late)
  for (const person of [office, await house.again(leader), handler]) {
    const summary = await figures(person)
    const own = person === handler ? `&unitId=${housing}` : ''
    for (const counted of ['all', 'open', 'overdue', 'answered', 'solved', 'converted'] as const) {
      expect(await ids(person, `?counted=${counted}${own}&limit=100`), counted).toHaveLength(summary[counted])
    }
    for (const unit of summary.byUnit) {
      expect(await ids(person, `?counted=open&unitId=${unit.id}&limit=100`)).toHaveLength(unit.open)
    }
  }
  expect(await differences()).toEqual([])
})

test('SUG-36 pages follow each other without a gap, what is not answered first', async () => {
  const whole = await ids(office, '?limit=100')
  const paged: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { items, next }: { items: { id: string }[]; next: string | null } = (
      await ok(office, 'GET', `/concerns?limit=3${cursor && `&cursor=${cursor}`}`)
    ).body
    paged.push(...items.map((it) => it.id))
    cursor = next
  }
  expect(paged).toEqual(whole)
})

test('SUG-36 a congress may set its own terms from a day on; a day that was told stays', async () => {
  await goTo('2022-05-05')
  const before = await sent()
  const settings = {
    answer: { term: { amount: 3, unit: 'workday' }, basis: '本市办法第八条' },
    confirm: { term: { amount: 5, unit: 'workday' }, basis: '本市办法第九条' },
  }
  const signedIn = await house.again(admin)
  const past = await signedIn.call('POST', '/concerns/terms', { effectiveOn: '2022-05-01', title: '本市期限', settings })
  expect(past).toMatchObject({ status: 422, body: { code: 'effective-in-the-past' } })
  await ok(signedIn, 'POST', '/concerns/terms', { effectiveOn: '2022-05-05', title: '本市期限', settings })
  expect((await deputy.call('GET', '/concerns/terms')).body).toMatchObject({
    version: 1,
    answer: { amount: 3, basis: '本市办法第八条' },
  })
  expect((await deputy.call('GET', `/concerns/${before}`)).body.dueOn).toBe('2022-05-13')
  const after = await sent()
  expect((await deputy.call('GET', `/concerns/${after}`)).body.dueOn).toBe('2022-05-09')
})

function draft(more: object = {}) {
  return { text: '路灯不亮。已经半个月。', place: '和平路', unitId: housing, ...more }
}

async function sent(more: object = {}): Promise<string> {
  return (await ok(deputy, 'POST', '/concerns', draft(more))).body.id
}

async function upload(person: Person, kind: 'png' | 'jpg' | 'pdf'): Promise<string> {
  const session = await house.in(CITY, (tx) => openSession(tx, person.accountId, 'test', house.now()))
  const sample = goodFiles().find(({ name }) => name.endsWith(`.${kind}`))!
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      host: 'city.localhost',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(sample.name),
      'x-minyi-csrf': session.csrfToken,
    },
    cookies: { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken },
    payload: sample.bytes,
  })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json().id
}

async function figures(person: Person) {
  return (await ok(person, 'GET', '/concerns/summary')).body
}

async function ids(person: Person, query: string): Promise<string[]> {
  return (await ok(person, 'GET', `/concerns${query}`)).body.items.map((it: { id: string }) => it.id)
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
