import { expect, test } from 'vitest'
import { buildHouse, type Person } from '../../../tests/support/house.ts'
import { answer, bring, names, ok, promise, respond } from '../../../tests/support/suggestion.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const { housing, transport } = house.unitIds
const handler = await house.person('handling_unit', { unitId: housing })
const other = await house.person('handling_unit', { unitId: transport })
const cast = { deputy, committee, handler }

test('SUG-21 not taken as a suggestion: on a ground of this place, the deputy told, passed on or written anew', async () => {
  const id = await bring(cast, 'submitted')
  const decline = (person: Person, ground: string) =>
    person.call('POST', `/suggestions/${id}/decline`, { ground, advice: '请改为写信' })
  expect((await decline(deputy, 'PERSONAL')).status).toBe(403)
  expect(await decline(committee, 'BIDDING')).toMatchObject({ status: 422, body: { code: 'unknown-ground' } })
  expect((await decline(committee, 'PERSONAL')).body.status).toBe('declined')
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.allowed).toEqual(['edit', 'withdraw'])
  const twin = await bring(cast, 'submitted')
  await ok(committee, 'POST', `/suggestions/${twin}/decline`, { ground: 'PERSONAL', advice: '作为来信处理' })
  const passed = await ok(committee, 'POST', `/suggestions/${twin}/pass-on`, { unitId: housing, note: '请研究' })
  expect(passed.body).toMatchObject({ status: 'passed_on', number: null, handlers: [] })
  expect((await handler.call('GET', `/suggestions/${twin}`)).body).toMatchObject({ status: 'passed_on', allowed: [] })
  expect((await other.call('GET', `/suggestions/${twin}`)).status).toBe(404)
  await ok(deputy, 'PUT', `/suggestions/${id}`, {
    title: '改写的建议',
    matter: '公共问题。',
    requests: ['解决'],
    category: 'other',
  })
  expect((await ok(deputy, 'POST', `/suggestions/${id}/submit`)).body.status).toBe('submitted')
})

test('SUG-22 units that cannot go together are refused, and nothing is handed over', async () => {
  const id = await bring(cast, 'registered')
  const assign = (...handlers: object[]) => committee.call('POST', `/suggestions/${id}/assign`, { handlers })
  for (const wrong of [
    [{ unitId: housing, part: 'co' }],
    [{ unitId: housing }, { unitId: housing, part: 'co' }],
    [{ unitId: housing, part: 'separate', scope: '第一条' }],
    [
      { unitId: housing, part: 'separate', scope: '' },
      { unitId: transport, part: 'separate', scope: '第二条' },
    ],
  ]) {
    expect(await assign(...wrong)).toMatchObject({ status: 422, body: { code: 'wrong-units' } })
  }
  expect((await committee.call('GET', `/suggestions/${id}`)).body).toMatchObject({ status: 'registered', handlers: [] })
})

test('SUG-22 an objection inside its window, with the unit whose matter it is; handed on, and counted', async () => {
  const id = await bring(cast, 'assigned')
  const object = (person: Person, body: object) => person.call('POST', `/suggestions/${id}/object`, body)
  expect((await object(other, { reason: '不是我们的' })).status).toBe(404)
  expect((await object(handler, { reason: '属交通部门职责' })).body.code).toBe('unit-missing')
  const given = { reason: '属交通部门职责', proposedUnitId: transport }
  const twice = await Promise.all([1, 2].map(() => object(handler, given)))
  expect(twice.map((it) => it.status).toSorted()).toEqual([200, 409])
  const turns = (await committee.call('GET', '/suggestions/turns?status=objected')).body.items
  expect(turns.map((it: { id: string }) => it.id)).toEqual([id])
  const handedOn = await ok(committee, 'POST', `/suggestions/${id}/reassign`, {
    from: housing,
    handlers: [{ unitId: transport }],
  })
  expect(handedOn.body).toMatchObject({ status: 'assigned', unit: { id: transport }, transfers: 1, due: { dueOn: '2022-06-01' } })
  expect((await handler.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await other.call('GET', `/suggestions/${id}`)).body.allowed).toContain('accept')
})

test('SUG-22 an objection that is refused leaves the unit with it; one that is late is not heard', async () => {
  const id = await bring(cast, 'assigned')
  await ok(handler, 'POST', `/suggestions/${id}/object`, { reason: '职责不清', proposedUnitId: transport })
  const kept = await ok(committee, 'POST', `/suggestions/${id}/uphold`, { unitId: housing, reason: '属你单位职责' })
  expect(kept.body.status).toBe('accepted')
  const late = await bring(cast, 'assigned')
  // Seven working days from 1 March end on the 10th.
  house.setNow(new Date('2022-03-11T02:00:00Z'))
  const asked = await (
    await house.again(handler)
  ).call('POST', `/suggestions/${late}/object`, { reason: '晚了', proposedUnitId: transport })
  house.setNow(new Date('2022-03-01T04:00:00Z'))
  expect(asked).toMatchObject({ status: 409, body: { code: 'objection-late' } })
})

test('SUG-22 a unit reads in its queue what it is to do: lead, give an opinion, answer its part; nobody else reads it there', async () => {
  const shared = await bring(cast, 'registered')
  await hand(shared, { unitId: housing }, { unitId: transport, part: 'co' })
  const split = await bring(cast, 'registered')
  await hand(split, { unitId: housing, part: 'separate', scope: '房屋' }, { unitId: transport, part: 'separate', scope: '道路' })
  const partsFor = async (person: Person) => {
    const { items } = (await person.call('GET', '/suggestions/turns?limit=100')).body
    return [shared, split].map((id) => items.find((it: { id: string }) => it.id === id)?.ownPart)
  }
  expect(await partsFor(other)).toEqual(['co', 'separate'])
  expect(await partsFor(handler)).toEqual(['lead', 'separate'])
  expect((await committee.call('GET', `/suggestions/${shared}`)).body.ownPart).toBeNull()
})

test('SUG-22 the lead answers once the co-handler has given its opinion, or its month is over', async () => {
  const id = await bring(cast, 'registered')
  await hand(id, { unitId: housing }, { unitId: transport, part: 'co' })
  await ok(handler, 'POST', `/suggestions/${id}/accept`)
  await ready(handler, id)
  expect((await handler.call('POST', `/suggestions/${id}/reply`)).body.code).toBe('opinion-missing')
  expect((await handler.call('POST', `/suggestions/${id}/opinion`, { text: '我也说' })).body.code).toBe('not-co')
  expect((await other.call('POST', `/suggestions/${id}/reply`)).body.code).toBe('not-answering')
  const mine = (await other.call('GET', '/suggestions/turns')).body.items.map((it: { id: string }) => it.id)
  expect(mine).toContain(id)
  await ok(other, 'POST', `/suggestions/${id}/accept`)
  await ok(other, 'POST', `/suggestions/${id}/opinion`, { text: '配合优化公交线路。' })
  expect((await other.call('POST', `/suggestions/${id}/opinion`, { text: '再改' })).status).toBe(409)
  expect((await ok(handler, 'POST', `/suggestions/${id}/reply`)).body.status).toBe('replied')
})

test('SUG-22 separate handling: each unit answers its part, the deputy rates when all have', async () => {
  const id = await bring(cast, 'registered')
  await hand(id, { unitId: housing, part: 'separate', scope: '第一条' }, { unitId: transport, part: 'separate', scope: '第二条' })
  for (const unit of [handler, other]) await ok(unit, 'POST', `/suggestions/${id}/accept`)
  const first = await respond(handler, id)
  expect(first.body).toMatchObject({ status: 'accepted', repliedOn: null })
  expect((await deputy.call('POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied' })).status).toBe(409)
  const second = await respond(other, id, { answer: { documentNumber: '交函〔2022〕3号' } })
  expect(second.body).toMatchObject({ status: 'replied' })
  expect(second.body.replies.map((it: { documentNumber: string }) => it.documentNumber).toSorted()).toEqual([
    '交函〔2022〕3号',
    answer.documentNumber,
  ])
  await ok(deputy, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'dissatisfied', reason: '交通部分没有办' })
  const again = await ok(committee, 'POST', `/suggestions/${id}/rehandle`, { reason: '请重办', unitIds: [transport] })
  expect(again.body.handlers.map((it: { status: string }) => it.status)).toEqual(['done', 'accepted'])
  expect((await handler.call('PUT', `/suggestions/${id}/reply-draft`, answer)).status).toBe(409)
})

test('SUG-22 of several leads the first sends what the others agreed to; a change asks them anew', async () => {
  const id = await bring(cast, 'registered')
  await hand(id, { unitId: housing }, { unitId: transport, part: 'lead' })
  for (const unit of [handler, other]) await ok(unit, 'POST', `/suggestions/${id}/accept`)
  await ready(handler, id)
  expect((await handler.call('POST', `/suggestions/${id}/reply`)).body.code).toBe('not-concurred')
  await ok(other, 'POST', `/suggestions/${id}/reply-draft/concur`)
  await ok(handler, 'PUT', `/suggestions/${id}/reply-draft`, { ...answer, text: '改过的答复。' })
  expect((await handler.call('POST', `/suggestions/${id}/reply`)).body.code).toBe('not-concurred')
  await ok(other, 'POST', `/suggestions/${id}/reply-draft/concur`)
  await ok(handler, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01' })
  expect((await ok(handler, 'POST', `/suggestions/${id}/reply`)).body.status).toBe('replied')
})

test('SUG-23 an extension is asked for, consented to, and never passes six months', async () => {
  const id = await bring(cast, 'accepted')
  const ask = (months: number) => handler.call('POST', `/suggestions/${id}/extension`, { months, reason: '涉及面广' })
  expect((await committee.call('POST', `/suggestions/${id}/extension/decide`, { decision: 'granted' })).body.code).toBe(
    'no-request',
  )
  expect((await ask(2)).status).toBe(200)
  expect((await ask(1)).body.code).toBe('asked')
  const listed = (await committee.call('GET', '/suggestions?asked=extension')).body.items.map((it: { id: string }) => it.id)
  expect(listed).toEqual([id])
  expect((await handler.call('POST', `/suggestions/${id}/extension/decide`, { decision: 'granted' })).status).toBe(403)
  expect((await committee.call('POST', `/suggestions/${id}/extension/decide`, { decision: 'refused' })).body.code).toBe(
    'note-missing',
  )
  const granted = await ok(committee, 'POST', `/suggestions/${id}/extension/decide`, { decision: 'granted' })
  expect(granted.body.due.dueOn).toBe('2022-08-01')
  expect((await ask(2)).body.code).toBe('at-limit')
  expect((await ask(1)).status).toBe(200)
})

test('SUG-27 a class that promises needs its promises; the office may close, the promise lives on', async () => {
  const id = await bring(cast, 'accepted')
  expect((await handler.call('PUT', `/suggestions/${id}/reply-draft`, { ...answer, class: 'B' })).body.code).toBe(
    'wrong-commitments',
  )
  expect((await handler.call('PUT', `/suggestions/${id}/reply-draft`, { ...answer, ...promise, class: 'A' })).body.code).toBe(
    'wrong-commitments',
  )
  await respond(handler, id, { answer: promise })
  await ok(deputy, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied' })
  expect((await ok(committee, 'POST', `/suggestions/${id}/close`, {})).body.status).toBe('closed')
  const open = (await handler.call('GET', '/commitments?limit=50')).body.items
  expect(open.find((it: { suggestionId: string }) => it.suggestionId === id)).toMatchObject({
    status: 'open',
    dueOn: '2022-12-20',
  })
})

test('SUG-33 nobody of the unit learns a rating before it is final, and whoever of the office looks is on record', async () => {
  const rating = { attitude: 'dissatisfied', result: 'dissatisfied', reason: '没有办' }
  const id = await bring(cast, 'rated', { rating })
  const seen = async (person: Person) => JSON.stringify((await person.call('GET', `/suggestions/${id}`)).body.ratings)
  expect([await seen(handler), await seen(committee)]).toEqual(['[]', '[]'])
  expect(JSON.parse(await seen(deputy))).toHaveLength(1)
  const told = (await handler.call('GET', `/suggestions/${id}/timeline`)).body.items.map(
    (it: { sentence: string }) => it.sentence,
  )
  expect(told.at(-1)).toBe('代表已评价，由代表工委研究')
  const { reference } = (await handler.call('GET', `/suggestions/${id}`)).body
  expect(JSON.stringify((await house.visitor.call('GET', `/public/suggestions/${reference}`)).body)).not.toContain('不满意')
  expect((await handler.call('POST', `/suggestions/${id}/open-rating`)).status).toBe(403)
  expect((await ok(committee, 'POST', `/suggestions/${id}/open-rating`)).body).toMatchObject(rating)
  expect(names(await deputy.call('GET', `/suggestions/${id}/timeline`)).at(-1)).toBe('suggestion.rating_opened')
  await ok(committee, 'POST', `/suggestions/${id}/rehandle`, { reason: '请重新办理' })
  expect(JSON.parse(await seen(handler))).toHaveLength(1)
})

test('SUG-26 after a second refusal: a meeting first, then another round or a conclusion', async () => {
  const rating = { attitude: 'satisfied', result: 'dissatisfied', reason: '没有时间表' }
  const id = await bring(cast, 'rated', { rating })
  const at = (path: string) => `/suggestions/${id}/${path}`
  expect((await committee.call('POST', at('escalate'), { kind: 'meeting', heldOn: '2022-03-01', note: '面谈' })).body.code).toBe(
    'not-refused-twice',
  )
  await ok(committee, 'POST', at('rehandle'), { reason: '请给出时间表' })
  await respond(handler, id)
  await ok(deputy, 'POST', at('rate'), rating)
  expect((await committee.call('POST', at('rehandle'), { reason: '再办' })).body.code).toBe('escalate-first')
  const met = await ok(committee, 'POST', at('escalate'), { kind: 'meeting', heldOn: '2022-03-01', note: '双方面谈' })
  expect(met.body).toMatchObject({ status: 'escalated' })
  expect((await committee.call('POST', at('close'), {})).body.code).toBe('conclusion-missing')
  expect((await ok(committee, 'POST', at('close'), { conclusion: '条件不具备，已向代表说明。' })).body.status).toBe('closed')
  const told = (await deputy.call('GET', at('timeline'))).body.items.map((it: { sentence: string }) => it.sentence)
  expect(told).toEqual(expect.arrayContaining(['说明：双方面谈', '说明：条件不具备，已向代表说明。']))
  const { reference } = met.body
  expect(JSON.stringify((await house.visitor.call('GET', `/public/suggestions/${reference}`)).body)).not.toContain('条件不具备')
})

async function hand(id: string, ...handlers: object[]): Promise<void> {
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers })
}

async function ready(unit: Person, id: string): Promise<void> {
  await ok(unit, 'POST', `/suggestions/${id}/contacts`, { kind: 'visit', contactedOn: '2022-03-01', note: '走访' })
  await ok(unit, 'PUT', `/suggestions/${id}/reply-draft`, answer)
  await ok(unit, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: '2022-03-01' })
}
