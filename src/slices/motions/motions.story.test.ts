import { beforeAll, expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import { buildHouse, CITY, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { recount } from './recount-store.ts'

const house = await buildHouse()
const lead = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy', { name: '赵六' })
const office = await house.person('deputies_affairs')
const clerk = await house.person('deputies_affairs')
const unitHandler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })
const signers: Person[] = []
const committeeId = '01800000-0000-7000-8000-000000000001'
const otherCommitteeId = '01800000-0000-7000-8000-000000000002'

beforeAll(async () => {
  for (let at = 0; at < 10; at += 1) signers.push(await house.person('deputy', { name: `联名${at}` }))
  await house.in(CITY, async ({ db, congressId: congress_id }) => {
    const unit = (id: string, name: string) => ({
      congress_id,
      id,
      kind: 'special_committee',
      name,
      short_name: name,
      initials: '',
      ordinal: 9,
      starts_on: '2000-01-01',
    })
    await db
      .insertInto('congress.unit')
      .values([unit(committeeId, '法制委员会'), unit(otherCommitteeId, '财政经济委员会')])
      .execute()
  })
})

const committee = await house.person('special_committee')
const text = {
  kind: 'decision',
  title: '关于推进老旧小区加装电梯的议案',
  grounds: '全市老旧住宅加装电梯进展慢，群众反映强烈。',
  plan: '一、作出加快推进的决定。\n二、建立资金分担机制。',
}
const decision = { body: 'presidium', decidedOn: '2022-03-01', basis: '主席团第三次会议' }

test('SUG-35 nobody but a deputy drafts; only the lead deputy and the invited see what is not submitted', async () => {
  expect((await house.visitor.call('POST', '/motions', text)).status).toBe(401)
  expect((await office.call('POST', '/motions', text)).status).toBe(403)
  const { id } = (await lead.call('POST', '/motions', text)).body
  await lead.call('POST', `/motions/${id}/invite`, { deputyIds: [signers[0]!.deputyId] })
  for (const person of [stranger, office, committee, foreigner]) {
    expect((await person.call('GET', `/motions/${id}`)).status).toBe(404)
    expect((await person.call('GET', `/motions`)).body.items).toEqual([])
  }
  expect((await unitHandler.call('GET', `/motions/${id}`)).status).toBe(403)
  expect((await signers[0]!.call('GET', `/motions/${id}`)).body).toMatchObject({
    mine: 'invited',
    allowed: ['read', 'declineCosigning'],
  })
  expect((await signers[0]!.call('PUT', `/motions/${id}`, text)).status).toBe(403)
  expect((await stranger.call('POST', `/motions/${id}/cosign`, { textVersion: 1 })).status).toBe(404)
})

test('SUG-35 an identifier of another congress does not exist, whatever is asked', async () => {
  const { id } = await bring('submitted')
  const foreignDeputy = await house.person('deputy', { congressId: PROVINCE })
  expect((await foreigner.call('POST', `/motions/${id}/receive`)).status).toBe(404)
  expect((await foreigner.call('GET', `/motions/${id}/timeline`)).status).toBe(404)
  expect((await foreignDeputy.call('GET', `/motions/${id}`)).status).toBe(404)
  const mine = (await lead.call('POST', '/motions', text)).body.id
  const invitation = await lead.call('POST', `/motions/${mine}/invite`, { deputyIds: [foreignDeputy.deputyId] })
  expect(invitation).toMatchObject({ status: 422, body: { code: 'unknown-deputy' } })
  expect((await office.call('GET', `/motions/${id}`)).body.status).toBe('submitted')
})

test('SUG-35 nine deputies are too few, and a confirmation needs a reading', async () => {
  const { id } = (await lead.call('POST', '/motions', text)).body
  await lead.call('POST', `/motions/${id}/invite`, { deputyIds: signers.slice(0, 9).map((it) => it.deputyId) })
  const unread = await signers[0]!.call('POST', `/motions/${id}/cosign`, { textVersion: 1 })
  expect(unread).toMatchObject({ status: 409, body: { code: 'not-read' } })
  for (const one of signers.slice(0, 8)) await confirm(one, id, 1)
  expect(await lead.call('POST', `/motions/${id}/submit`)).toMatchObject({ status: 409, body: { code: 'too-few' } })
  const tenth = await confirm(signers[8]!, id, 1)
  expect(tenth.body).toMatchObject({ signatories: 10, minimum: 10, mine: 'confirmed' })
  expect((await lead.call('POST', `/motions/${id}/submit`)).body).toMatchObject({ status: 'submitted', session: null })
})

test('SUG-35 a legislative motion without a draft or its main points is not taken', async () => {
  const bare = await lead.call('POST', '/motions', { ...text, kind: 'legislation' })
  expect(bare).toMatchObject({ status: 422, body: { code: 'outline-missing', fields: [{ path: 'outline' }] } })
  expect((await lead.call('POST', '/motions', { ...text, kind: 'legislation', outline: '第一条 ……' })).status).toBe(201)
})

test('SUG-35 two clerks receive at once: one number, one is told, one event', async () => {
  const { id } = await bring('submitted')
  const replies = await Promise.all([office, clerk].map((one) => one.call('POST', `/motions/${id}/receive`)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const names = await namesOf(id)
  expect(names.filter((it) => it === 'motion.received')).toHaveLength(1)
})

test('SUG-35 numbers run on without gap or double when many are received at once', async () => {
  const ids: string[] = []
  for (let at = 0; at < 4; at += 1) ids.push((await bring('submitted')).id)
  const replies = await Promise.all(ids.map((id) => office.call('POST', `/motions/${id}/receive`)))
  const numbers = replies.map((it) => it.body.number).toSorted((a, b) => a - b)
  expect(new Set(numbers).size).toBe(4)
  expect(numbers.at(-1) - numbers[0]).toBe(3)
})

test('SUG-35 a co-signer confirms while the lead deputy edits: no name stands under a text that was not read', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id } = (await lead.call('POST', '/motions', text)).body
    const one = signers[0]!
    await lead.call('POST', `/motions/${id}/invite`, { deputyIds: [one.deputyId] })
    await one.call('POST', `/motions/${id}/read`, { textVersion: 1 })
    const [edited, signed] = await Promise.all([
      lead.call('PUT', `/motions/${id}`, { ...text, plan: '改过的方案。' }),
      one.call('POST', `/motions/${id}/cosign`, { textVersion: 1 }),
    ])
    expect(edited.status).toBe(200)
    expect([200, 409]).toContain(signed.status)
    const after = (await lead.call('GET', `/motions/${id}`)).body
    expect(after).toMatchObject({ textVersion: 2, signatories: 1 })
    expect(['outdated', 'invited']).toContain(after.cosigners[0].standing)
    expect((await confirm(one, id, 2)).body).toMatchObject({ signatories: 2, mine: 'confirmed' })
  }
})

test('SUG-35 an edit voids the confirmations and says to whom; an old tab cannot overwrite', async () => {
  const { id, version } = await bring('cosigning')
  const edited = await lead.call('PUT', `/motions/${id}`, { ...text, title: '关于改过的议案' }, { 'if-match': `"${version}"` })
  expect(edited.body).toMatchObject({ signatories: 1, textVersion: 2 })
  expect(edited.body.cosigners.every((it: { standing: string }) => it.standing === 'outdated')).toBe(true)
  const stale = await lead.call('PUT', `/motions/${id}`, text, { 'if-match': `"${version}"` })
  expect(stale).toMatchObject({ status: 412 })
  expect(await lead.call('POST', `/motions/${id}/submit`)).toMatchObject({ status: 409, body: { code: 'too-few' } })
  const { items } = (await lead.call('GET', `/motions/${id}/timeline`)).body
  expect(items.at(-1).sentence).toBe('修改文本（第2稿），9位代表的联名需重新确认')
})

test('SUG-35 below ten the procedure ends, and the rule is named; the number stays taken', async () => {
  const { id, number } = await bring('received')
  const left = await signers[0]!.call('POST', `/motions/${id}/withdraw-cosigning`, { reason: '情况有变' })
  expect(left.body).toMatchObject({ status: 'lapsed', signatories: 9, allowed: [] })
  expect((await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'on_agenda' })).body.code).toBe(
    'wrong-status',
  )
  const shown = await house.visitor.call('GET', `/public/motions/${left.body.reference}`)
  expect(shown.body.timeline.at(-1).sentence).toContain('第十三条')
  expect((await bring('received')).number).toBeGreaterThan(number)
})

test('SUG-35 two co-signers leave at once under eleven: the motion lapses once', async () => {
  const { id } = await bring('received', 10)
  const replies = await Promise.all(
    [0, 1].map((at) => signers[at]!.call('POST', `/motions/${id}/withdraw-cosigning`, { reason: '退出' })),
  )
  expect(replies.map((it) => it.status)).toEqual([200, 200])
  expect((await office.call('GET', `/motions/${id}`)).body).toMatchObject({ status: 'lapsed', signatories: 9 })
  expect((await namesOf(id)).filter((it) => it === 'motion.lapsed')).toHaveLength(1)
})

test('SUG-35 a submitted motion is everybody’s: it is withdrawn only when all agree', async () => {
  const { id } = await bring('submitted')
  const alone = await lead.call('POST', `/motions/${id}/withdraw`, { reason: '撤回' })
  expect(alone).toMatchObject({ status: 409, body: { code: 'not-agreed' } })
  const agreed = await lead.call('POST', `/motions/${id}/withdraw`, { reason: '撤回', isAgreedByAll: true })
  expect(agreed.body.status).toBe('withdrawn')
})

test('SUG-35 a committee sees and answers what was sent to it, within thirty days, once', async () => {
  const mine = await house.person('special_committee', { unitId: committeeId })
  const other = await house.person('special_committee', { unitId: otherCommitteeId })
  const { id } = await bring('received')
  expect((await mine.call('GET', `/motions/${id}`)).status).toBe(404)
  const nowhere = await office.call('POST', `/motions/${id}/decide`, {
    ...decision,
    outcome: 'to_committee',
    committeeId: house.unitIds.housing,
  })
  expect(nowhere).toMatchObject({ status: 422, body: { code: 'unknown-committee' } })
  const sent = await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'to_committee', committeeId })
  expect(sent.body).toMatchObject({ status: 'to_committee', committee: { name: '法制委员会' }, due: { dueOn: '2022-03-31' } })
  expect((await other.call('GET', `/motions/${id}`)).status).toBe(404)
  expect((await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'on_agenda' })).body.code).toBe('no-opinion')
  expect((await mine.call('GET', '/motions?turn=mine')).body.items).toHaveLength(1)
  const opinion = { recommendation: 'on_agenda', text: '建议列入下次会议议程。' }
  expect((await mine.call('POST', `/motions/${id}/opinion`, opinion)).body.due.level).toBe('done')
  expect((await mine.call('POST', `/motions/${id}/opinion`, opinion)).body.code).toBe('opinion-given')
  const decided = await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'on_agenda' })
  expect(decided.body).toMatchObject({ status: 'on_agenda', outcome: 'on_agenda', decisions: [{}, {}] })
})

test('SUG-35 two motions cannot be merged into each other, however quickly two clerks press', async () => {
  const [one, two] = [await bring('received'), await bring('received')]
  const replies = await Promise.all([
    office.call('POST', `/motions/${one.id}/merge`, { ...decision, mainId: two.id }),
    clerk.call('POST', `/motions/${two.id}/merge`, { ...decision, mainId: one.id }),
  ])
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 422])
  const third = await bring('received')
  const self = await office.call('POST', `/motions/${third.id}/merge`, { ...decision, mainId: third.id })
  expect(self).toMatchObject({ status: 422, body: { code: 'unknown-main' } })
})

test('SUG-35 without the lead deputy’s consent nothing becomes a suggestion', async () => {
  const { id } = await bring('received')
  await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'not_motion' })
  expect((await office.call('POST', `/motions/${id}/convert`, { category: 'construction' })).body.code).toBe('wrong-status')
  expect((await signers[0]!.call('POST', `/motions/${id}/agree-to-conversion`)).status).toBe(403)
  const declined = await lead.call('POST', `/motions/${id}/decline-conversion`, { reason: '仍要求作为议案' })
  expect(declined.body).toMatchObject({ status: 'ended', outcome: 'not_motion' })
})

test('SUG-35 with consent it becomes a submitted suggestion of the same deputy, once, and both know each other', async () => {
  const before = (await house.visitor.call('GET', '/public/motions/summary')).body
  const { id, reference } = await bring('received')
  await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'not_motion' })
  await lead.call('POST', `/motions/${id}/agree-to-conversion`)
  const replies = await Promise.all(
    [office, clerk].map((one) => one.call('POST', `/motions/${id}/convert`, { category: 'construction' })),
  )
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const { links } = (await lead.call('GET', `/motions/${id}`)).body
  expect(links).toMatchObject([{ kind: 'became', title: '关于推进老旧小区加装电梯的建议' }])
  const suggestion = (await office.call('GET', `/suggestions/${links[0].id}`)).body
  expect(suggestion).toMatchObject({
    status: 'submitted',
    deputy: { id: lead.deputyId },
    matter: text.grounds,
    requests: ['作出加快推进的决定。', '建立资金分担机制。'],
  })
  const names = await house.in(CITY, ({ db }) =>
    db.selectFrom('suggestions.cosigner').select(['answer', 'text_version']).where('suggestion_id', '=', links[0].id).execute(),
  )
  expect(names).toEqual(Array.from({ length: 9 }, () => ({ answer: 'confirmed', text_version: 1 })))
  expect((await house.visitor.call('GET', `/public/motions/${reference}`)).body.links).toEqual([])
  const registered = (await office.call('POST', `/suggestions/${links[0].id}/register`)).body
  const shown = (await house.visitor.call('GET', `/public/motions/${reference}`)).body
  expect(shown.links).toMatchObject([{ reference: registered.reference, kind: 'became' }])
  const after = (await house.visitor.call('GET', '/public/motions/summary')).body
  expect([after.received - before.received, after.converted - before.converted]).toEqual([1, 1])
})

test('SUG-35 a link is checked against the suggestions of this congress and can be taken back', async () => {
  const { id } = await bring('received')
  const nothing = await office.call('POST', `/motions/${id}/link`, { suggestionId: committeeId })
  expect(nothing).toMatchObject({ status: 422, body: { code: 'unknown-suggestion' } })
  const draft = { title: '关于加装电梯补贴的建议', matter: '情况。', requests: ['提高补贴'], category: 'construction' }
  const suggestionId = (await stranger.call('POST', '/suggestions', draft)).body.id
  expect((await office.call('POST', `/motions/${id}/link`, { suggestionId })).status).toBe(422)
  await stranger.call('POST', `/suggestions/${suggestionId}/submit`)
  expect((await office.call('POST', `/motions/${id}/link`, { suggestionId })).body.links).toHaveLength(1)
  expect((await office.call('POST', `/motions/${id}/link`, { suggestionId })).body.code).toBe('already-linked')
  expect((await office.call('POST', `/motions/${id}/unlink`, { suggestionId })).body.links).toEqual([])
})

test('SUG-33 a confidential suggestion is not named beside a motion, neither in public nor to those who may not see it', async () => {
  const leader = await house.person('leader')
  const { id, reference } = await bring('received')
  const secret = { title: '关于某处隐患的建议', matter: '情况。', requests: ['核查'], category: 'other', isConfidential: true }
  const suggestionId = (await stranger.call('POST', '/suggestions', secret)).body.id
  await stranger.call('POST', `/suggestions/${suggestionId}/submit`)
  await office.call('POST', `/suggestions/${suggestionId}/register`)
  expect((await office.call('POST', `/motions/${id}/link`, { suggestionId })).body.links).toHaveLength(1)
  for (const person of [leader, lead]) expect((await person.call('GET', `/motions/${id}`)).body.links).toEqual([])
  expect((await house.visitor.call('GET', `/public/motions/${reference}`)).body.links).toEqual([])
  expect(JSON.stringify((await leader.call('GET', `/motions/${id}/timeline`)).body)).not.toContain('隐患')
})

test('SUG-35 the search finds motions within what a person may see, and a suggestion knows its motion', async () => {
  const { id, number } = await bring('received')
  const kinds = async (person: Person, q: string) =>
    ((await person.call('GET', `/search?q=${encodeURIComponent(q)}`)).body.items as { kind: string; id: string }[]).filter(
      (it) => it.kind === 'motion',
    )
  expect((await kinds(office, `议案第${number}号`)).map((it) => it.id)).toEqual([id])
  expect((await kinds(lead, '加装电梯')).length).toBeGreaterThan(0)
  for (const person of [stranger, unitHandler, committee]) expect(await kinds(person, '加装电梯')).toEqual([])
  const draft = { title: '关于电梯维保的建议', matter: '情况。', requests: ['加强维保'], category: 'construction' }
  const suggestionId = (await stranger.call('POST', '/suggestions', draft)).body.id
  await stranger.call('POST', `/suggestions/${suggestionId}/submit`)
  await office.call('POST', `/motions/${id}/link`, { suggestionId })
  const linked = (await office.call('GET', `/motions?suggestionId=${suggestionId}`)).body.items
  expect(linked.map((it: { id: string }) => it.id)).toEqual([id])
  expect((await stranger.call('GET', `/motions?suggestionId=${suggestionId}`)).body.items).toEqual([])
})

test('SUG-35 what the public reads: no roll of names, no text that is kept back, the decisions and the count', async () => {
  const { id, reference } = await bring('received', 9, { isPublic: false })
  await office.call('POST', `/motions/${id}/decide`, { ...decision, outcome: 'on_agenda' })
  const shown = await house.visitor.call('GET', `/public/motions/${reference}`)
  expect(shown.body).toMatchObject({ text: null, signatories: 10, outcome: 'on_agenda' })
  expect(shown.body.timeline.map((it: { sentence: string }) => it.sentence)).toEqual([
    '王敏等10名代表联名提出',
    `接收登记，编为议案第${shown.body.number}号`,
    '大会主席团决定：列入会议议程',
  ])
  expect(JSON.stringify(shown.body)).not.toContain('联名0')
  expect((await house.visitor.call('GET', '/public/motions/17-1-999')).status).toBe(404)
  const sums = (await office.call('GET', '/motions/summary')).body
  const listed = (await house.visitor.call('GET', '/public/motions?limit=100')).body.items.length
  expect(sums.received - sums.withdrawn).toBe(listed)
})

test('SUG-35 pages of a list follow one another without gap or double, the highest number of a day first', async () => {
  const all = (await office.call('GET', '/motions?limit=100')).body.items as { id: string; number: number | null }[]
  const ids: string[] = []
  for (let cursor = ''; ;) {
    const page = (await office.call('GET', `/motions?limit=3${cursor && `&cursor=${cursor}`}`)).body
    ids.push(...page.items.map((it: { id: string }) => it.id))
    if (page.next === null) break
    cursor = page.next
  }
  expect(ids).toEqual(all.map((it) => it.id))
  const numbers = all.flatMap((it) => it.number ?? [])
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
})

test('SUG-35 the workbook holds exactly the filtered rows, and who took them is on record', async () => {
  const { items } = (await office.call('GET', '/motions?status=on_agenda&limit=100')).body
  const file = await office.call('GET', '/motions/export?status=on_agenda')
  expect(file.status).toBe(200)
  expect(String(file.headers['content-type'])).toContain('spreadsheetml')
  const events = await house.in(CITY, (tx) => listEvents(tx, office.accountId))
  expect(events.at(-1)).toMatchObject({
    name: 'motion.exported',
    payload: { filters: { status: 'on_agenda' }, count: items.length },
  })
})

test('SUG-35 the running totals are what a recount of the rows says', async () => {
  await house.in(CITY, async (tx) => {
    const counted = new Map<string, number>()
    for (const { metric, dimension, amount } of await recount.count(tx)) {
      counted.set(`${metric} ${dimension}`, (counted.get(`${metric} ${dimension}`) ?? 0) + amount)
    }
    for (const metric of recount.metrics) {
      for (const [dimension, amount] of await totals(tx, metric)) expect(amount).toBe(counted.get(`${metric} ${dimension}`) ?? 0)
    }
  })
})

test('SUG-35 a congress may ask for more signatories than the law, never for fewer; what was submitted keeps its number', async () => {
  const admin = await house.person('system_admin')
  const term = { term: { amount: 20, unit: 'workday' }, basis: '示例市代表议案工作办法第八条' }
  const settings = { minimum: 12, minimumBasis: '示例市代表议案工作办法第三条', committeeOpinion: term }
  const input = { effectiveOn: '2022-03-01', title: '示例市代表议案规则', settings, after: 0 }
  expect((await office.call('POST', '/motions/settings', input)).status).toBe(403)
  const tooFew = await admin.call('POST', '/motions/settings', { ...input, settings: { ...settings, minimum: 9 } })
  expect(tooFew).toMatchObject({ status: 422, body: { code: 'below-the-law' } })
  const past = await admin.call('POST', '/motions/settings', { ...input, effectiveOn: '2022-02-01' })
  expect(past).toMatchObject({ status: 422, body: { code: 'effective-in-the-past' } })
  const { id } = await bring('received', 9)
  const waiting = await bring('cosigning', 9)
  expect((await admin.call('POST', '/motions/settings', input)).body).toMatchObject({ minimum: 12, committeeOpinion: term.term })
  // Two who read the same differences: one is told to read them anew, and nothing of theirs stays.
  const next = { ...input, title: '修订', after: 1 }
  const twice = await Promise.all([1, 2].map(() => admin.call('POST', '/motions/settings', next)))
  expect(twice.map((it) => it.status).toSorted()).toEqual([200, 412])
  const path = '/motions/settings/versions'
  for (const [person, status] of [
    [house.visitor, 401],
    [office, 403],
    [lead, 403],
  ] as const)
    expect((await person.call('GET', path)).status).toBe(status)
  const { lawful, items } = (await admin.call('GET', path)).body
  expect(lawful.minimum).toBe(10)
  expect(items).toMatchObject([
    { version: 2, standing: 'current' },
    { version: 1, standing: 'past', settings },
  ])
  expect((await office.call('GET', `/motions/${id}`)).body.minimum).toBe(10)
  expect(await lead.call('POST', `/motions/${waiting.id}/submit`)).toMatchObject({ status: 409, body: { code: 'too-few' } })
})

async function confirm(person: Person, id: string, textVersion: number): Promise<Reply> {
  await person.call('POST', `/motions/${id}/read`, { textVersion })
  return person.call('POST', `/motions/${id}/cosign`, { textVersion })
}

/** A motion of 王敏 with so many co-signers, brought to a status through the API alone. */
async function bring(status: 'cosigning' | 'submitted' | 'received', count = 9, more: object = {}) {
  const { id } = (await lead.call('POST', '/motions', { ...text, ...more })).body
  const chosen = signers.slice(0, count)
  await lead.call('POST', `/motions/${id}/invite`, { deputyIds: chosen.map((it) => it.deputyId) })
  for (const one of chosen) await confirm(one, id, 1)
  if (status !== 'cosigning') await lead.call('POST', `/motions/${id}/submit`)
  if (status === 'received') await office.call('POST', `/motions/${id}/receive`)
  const { body } = await lead.call('GET', `/motions/${id}`)
  expect(body.status).toBe(status)
  return body as { id: string; number: number; reference: string; version: number }
}

async function namesOf(id: string): Promise<string[]> {
  return (await office.call('GET', `/motions/${id}/timeline`)).body.items.map((it: { name: string }) => it.name)
}
