import { expect, test } from 'vitest'
import { buildHouse, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { answer, bring, names, ok, text } from '../../../tests/support/suggestion.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const cast = { deputy, committee, handler }

test('SUG-01 nobody but a deputy drafts, and nobody else sees a draft', async () => {
  expect((await house.visitor.call('POST', '/suggestions', text)).status).toBe(401)
  expect((await committee.call('POST', '/suggestions', text)).status).toBe(403)
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  for (const person of [stranger, committee, handler, foreigner]) {
    expect((await person.call('GET', `/suggestions/${id}`)).status).toBe(404)
  }
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.allowed).toEqual(['edit', 'invite', 'submit', 'withdraw'])
})

test('SUG-22 a foreign congress finds nothing and changes nothing', async () => {
  const id = await bring(cast, 'submitted')
  expect((await foreigner.call('POST', `/suggestions/${id}/register`)).status).toBe(404)
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.status).toBe('submitted')
})

test('SUG-33 a unit sees and handles only what was handed over to it', async () => {
  const id = await bring(cast, 'assigned')
  expect((await otherUnit.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await otherUnit.call('POST', `/suggestions/${id}/accept`)).status).toBe(404)
  expect((await committee.call('POST', `/suggestions/${id}/accept`)).status).toBe(403)
})

test('SUG-17 no reply before a contact, none that leaves a request unanswered, none unsigned', async () => {
  const id = await bring(cast, 'accepted')
  const draft = (more: object = {}) => handler.call('PUT', `/suggestions/${id}/reply-draft`, { ...answer, ...more })
  expect(await draft({ points: ['只答一条'] })).toMatchObject({ status: 422, body: { code: 'not-point-by-point' } })
  expect(await draft({ class: 'Z' })).toMatchObject({ status: 422, body: { code: 'wrong-class' } })
  expect((await draft()).status).toBe(200)
  const reply = () => handler.call('POST', `/suggestions/${id}/reply`)
  expect(await reply()).toMatchObject({ status: 409, body: { code: 'no-contact', now: { status: 'accepted' } } })
  await ok(handler, 'POST', `/suggestions/${id}/contacts`, { kind: 'phone', contactedOn: '2022-03-01', note: '电话' })
  expect((await reply()).body.code).toBe('not-signed')
  await ok(handler, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01' })
  // What was signed and then changed is signed no longer.
  await draft({ text: '改过的答复。' })
  expect((await reply()).body.code).toBe('not-signed')
  await ok(handler, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01' })
  expect((await reply()).body.status).toBe('replied')
})

test('SUG-24 an old tab cannot overwrite a newer draft of the reply', async () => {
  const id = await bring(cast, 'accepted')
  const save = (text: string, version: string) =>
    handler.call('PUT', `/suggestions/${id}/reply-draft`, { ...answer, text }, { 'if-match': version })
  expect((await save('第一稿', '"0"')).status).toBe(200)
  expect((await save('第二个窗口', '"0"')).status).toBe(412)
  expect((await handler.call('GET', `/suggestions/${id}`)).body.replyDrafts[0].content.text).toBe('第一稿')
})

test('SUG-25 dissatisfaction needs a reason and leads to another round, not to closing', async () => {
  const id = await bring(cast, 'replied')
  const rating = { attitude: 'satisfied', result: 'dissatisfied' }
  expect((await deputy.call('POST', `/suggestions/${id}/rate`, rating)).body.code).toBe('reason-missing')
  await deputy.call('POST', `/suggestions/${id}/rate`, { ...rating, reason: '没有时间表' })
  expect((await committee.call('POST', `/suggestions/${id}/close`, {})).body.code).toBe('dissatisfied')
  const again = await committee.call('POST', `/suggestions/${id}/rehandle`, { reason: '请给出时间表' })
  expect(again.body).toMatchObject({ status: 'accepted', round: 2, due: { kind: 'rehandling' } })
  await ok(handler, 'PUT', `/suggestions/${id}/reply-draft`, answer)
  expect((await handler.call('POST', `/suggestions/${id}/reply`)).body.code).toBe('no-contact')
})

test('SUG-01 two clerks at once: one registers, one is told, one event', async () => {
  const id = await bring(cast, 'submitted')
  const clerks = [committee, await house.person('deputies_affairs')]
  const replies = await Promise.all(clerks.map((clerk) => clerk.call('POST', `/suggestions/${id}/register`)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const timeline = await committee.call('GET', `/suggestions/${id}/timeline`)
  expect(names(timeline).filter((it) => it === 'suggestion.registered')).toHaveLength(1)
})

test('SUG-01 numbers run on without gap or double when many are registered at once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => bring(cast, 'submitted')))
  const replies = await Promise.all(ids.map((id) => committee.call('POST', `/suggestions/${id}/register`)))
  const numbers = replies.map((it) => it.body.number).toSorted((a, b) => a - b)
  expect(new Set(numbers).size).toBe(8)
  expect(numbers.at(-1) - numbers[0]).toBe(7)
})

test('SUG-18 an old tab cannot overwrite a newer draft', async () => {
  const made = await deputy.call('POST', '/suggestions', text)
  const edit = (title: string, version: string) =>
    deputy.call('PUT', `/suggestions/${made.body.id}`, { ...text, title }, { 'if-match': version })
  const etag = String(made.headers['etag'])
  expect((await edit('第一次修改', etag)).status).toBe(200)
  expect(await edit('第二个窗口的修改', etag)).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } })
  expect((await deputy.call('GET', `/suggestions/${made.body.id}`)).body.title).toBe('第一次修改')
})

test('PLT-05 a retry under one key makes one suggestion, another body under it is refused', async () => {
  const key = { 'idempotency-key': 'a-key-of-the-phone' }
  const [first, twin] = await Promise.all([1, 2].map(() => deputy.call('POST', '/suggestions', text, key)))
  expect(twin?.body.id).toBe(first?.body.id)
  const other = await deputy.call('POST', '/suggestions', { ...text, title: '另一件' }, key)
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
})

test('SUG-23 a reply is due three months after hand-over and the view says why', async () => {
  const id = await bring(cast, 'assigned')
  const { due } = (await handler.call('GET', `/suggestions/${id}`)).body
  expect(due).toMatchObject({ kind: 'reply', dueOn: '2022-06-01', level: 'normal' })
  expect(due.basis).toContain('第五十一条')
})

test('SUG-18 from a phone to a closed case: statuses, totals and the public timeline agree', async () => {
  const before = (await committee.call('GET', '/suggestions/summary')).body
  const id = await bring(cast, 'rated')
  const closed = await committee.call('POST', `/suggestions/${id}/close`, {})
  expect(closed.body).toMatchObject({ status: 'closed', allowed: ['publish', 'protect'] })
  const after = (await committee.call('GET', '/suggestions/summary')).body
  expect(after.handedOver - before.handedOver).toBe(1)
  expect(after.replied - before.replied).toBe(1)
  expect(after.byStatus.closed - before.byStatus.closed).toBe(1)
  const shown = await house.visitor.call('GET', `/public/suggestions/${closed.body.reference}`)
  expect(shown.body.timeline.map((it: { sentence: string }) => it.sentence)).toEqual([
    '王敏代表提出建议',
    `审查通过，编为第${closed.body.number}号`,
    expect.stringMatching(/^交市房产局办理（人办〔2022〕\d+号），答复期限2022-06-01$/),
    '市房产局签收',
    '市房产局与代表沟通（座谈）',
    '市房产局答复代表（房函〔2022〕12号，A类）',
    '代表评价：态度满意，结果基本满意',
    '办结',
  ])
  expect(JSON.stringify(shown.body)).not.toContain('12345')
})

test('SUG-29 a text that its deputy keeps back shows title and progress only', async () => {
  const id = await bring(cast, 'registered', { text: { isPublic: false } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  const shown = await house.visitor.call('GET', `/public/suggestions/${reference}`)
  expect(shown.body).toMatchObject({ title: text.title, text: null, replies: [] })
})

test('SUG-09 lists page by key: every row once, newest first', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: Reply = await committee.call('GET', `/suggestions?limit=5${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...page.body.items.map((it: { id: string }) => it.id))
    cursor = page.body.next
  } while (cursor)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(seen.toSorted().toReversed())
})

test('SUG-31 words in the middle of a sentence find it, in the house and in public, drafts and kept-back texts do not', async () => {
  const matter = '居民反映楼道灯长期不亮，晚归的老人容易跌倒。'
  await bring(cast, 'registered', { text: { matter } })
  await bring(cast, 'registered', { text: { matter, isPublic: false } })
  await ok(deputy, 'POST', '/suggestions', { ...text, matter })
  const found = async (person: Person, path: string) =>
    (await person.call('GET', `${path}?q=${encodeURIComponent('晚归的老')}`)).body.items.length
  expect(await found(committee, '/suggestions')).toBe(2)
  expect(await found(deputy, '/suggestions')).toBe(2)
  expect(await found(handler, '/suggestions')).toBe(0)
  expect(await found(house.visitor, '/public/suggestions')).toBe(1)
})
