import { expect, test } from 'vitest'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { promise, bring, ok, respond, text } from '../../../tests/support/suggestion.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const friends = [await house.person('deputy', { name: '李华' }), await house.person('deputy', { name: '赵强' })] as const
const [li, zhao] = friends
const stranger = await house.person('deputy', { name: '周平' })
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const foreigner = await house.person('deputy', { congressId: PROVINCE })
const cast = { deputy, committee, handler }

test('SUG-20 nobody but the lead deputy invites; a foreign or unknown deputy, or the lead, cannot be invited', async () => {
  const id = await bring(cast, 'draft')
  const invite = (person: Person, deputyId: string | null) =>
    person.call('POST', `/suggestions/${id}/invite`, { deputyIds: [deputyId] })
  expect((await invite(stranger, li.deputyId)).status).toBe(404)
  expect((await invite(committee, li.deputyId)).status).toBe(403)
  for (const wrong of [foreigner.deputyId, deputy.deputyId]) {
    expect(await invite(deputy, wrong)).toMatchObject({ status: 422, body: { code: 'wrong-deputy' } })
  }
  expect((await deputy.call('GET', `/suggestions/${id}`)).body).toMatchObject({ status: 'draft', cosigners: [] })
})

test('SUG-20 who is invited reads the draft; who is not sees nothing', async () => {
  const id = await invited()
  expect((await li.call('GET', `/suggestions/${id}`)).body.allowed).toEqual(['cosign'])
  for (const person of [stranger, committee, handler]) {
    expect((await person.call('GET', `/suggestions/${id}`)).status).toBe(404)
    expect((await person.call('POST', `/suggestions/${id}/cosign`, { answer: 'confirmed', textVersion: 1 })).status).not.toBe(200)
  }
  const { items } = (await li.call('GET', '/suggestions?mine=cosigned')).body
  expect(items.map((it: { id: string }) => it.id)).toContain(id)
  expect((await stranger.call('GET', '/suggestions?mine=cosigned')).body.items).toEqual([])
})

test('SUG-20 one confirms the text that was read; a text changed meanwhile must be read again', async () => {
  const id = await invited()
  await ok(deputy, 'PUT', `/suggestions/${id}`, { ...text, matter: '改过的事由。' })
  const old = await li.call('POST', `/suggestions/${id}/cosign`, { answer: 'confirmed', textVersion: 1 })
  expect(old).toMatchObject({ status: 412, body: { code: 'text-changed' } })
  const done = await cosign(li, id)
  expect(done.body).toMatchObject({ cosigned: { confirmed: 1, invited: 2 } })
  await ok(deputy, 'PUT', `/suggestions/${id}`, { ...text, matter: '又改了一次。' })
  const after = (await deputy.call('GET', `/suggestions/${id}`)).body
  expect(after).toMatchObject({ cosigned: { confirmed: 0, invited: 2 }, status: 'cosigning' })
  expect(after.cosigners.find((it: { answer: string | null }) => it.answer)).toMatchObject({ isCurrent: false })
})

test('SUG-20 a co-signer and the lead at once: the confirmation counts for the text it saw, or not at all', async () => {
  const id = await invited()
  const [edited, signed] = await Promise.all([
    deputy.call('PUT', `/suggestions/${id}`, { ...text, matter: '同时修改。' }),
    li.call('POST', `/suggestions/${id}/cosign`, { answer: 'confirmed', textVersion: 1 }),
  ])
  expect(edited.status).toBe(200)
  expect([200, 412]).toContain(signed.status)
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.cosigned.confirmed).toBe(0)
})

test('SUG-20 it may be submitted before all have answered; a later confirmation is added, a decline is not', async () => {
  const id = await invited()
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  await cosign(li, id)
  await cosign(zhao, id, 'declined')
  await ok(committee, 'POST', `/suggestions/${id}/register`)
  const shown = (await committee.call('GET', `/suggestions/${id}`)).body
  expect(shown.cosigned).toEqual({ confirmed: 1, invited: 2 })
  const open = (await house.visitor.call('GET', `/public/suggestions/${shown.reference}`)).body
  expect(open.cosigners).toEqual(['李华'])
})

test('SUG-20 every deputy who speaks through it is answered, the lead alone rates', async () => {
  const id = await handledJoint()
  await ok(handler, 'POST', `/suggestions/${id}/accept`)
  await respond(handler, id)
  expect((await li.call('GET', `/suggestions/${id}`)).body.replies).toHaveLength(1)
  expect((await li.call('POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied' })).status).toBe(403)
  const [event] = await house.in(CITY, (tx) =>
    tx.db
      .selectFrom('audit.event')
      .select('payload')
      .where('subject_id', '=', id)
      .where('name', '=', 'suggestion.replied')
      .execute(),
  )
  expect(event?.payload).toMatchObject({ deputyIds: expect.toSatisfy(isEverybody) })
})

test('SUG-20 what waits for an answer of mine is a list of its own, and leaves it with the answer', async () => {
  const waiting = async (asked: string) => {
    const { items } = (await li.call('GET', `/suggestions?mine=cosigned&asked=${asked}&limit=100`)).body
    return items.map((it: { id: string }) => it.id)
  }
  const id = await invited()
  expect(await waiting('cosigning')).toContain(id)
  for (const friend of friends) await cosign(friend, id)
  expect(await waiting('cosigning')).not.toContain(id)
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  expect(await waiting('withdrawal')).not.toContain(id)
  await ok(deputy, 'POST', `/suggestions/${id}/withdraw`, { reason: '问题已经解决' })
  expect(await waiting('withdrawal')).toContain(id)
  await ok(li, 'POST', `/suggestions/${id}/withdraw/agree`)
  expect(await waiting('withdrawal')).not.toContain(id)
})

test('SUG-18 a joint one is withdrawn when the last co-signer agrees, and is handled until then', async () => {
  const id = await handledJoint()
  const asked = await ok(deputy, 'POST', `/suggestions/${id}/withdraw`, { reason: '问题已经解决' })
  expect(asked.body).toMatchObject({ status: 'assigned', withdrawalReason: '问题已经解决' })
  expect((await deputy.call('POST', `/suggestions/${id}/withdraw`, { reason: '再次' })).body.code).toBe('withdrawal-asked')
  expect((await stranger.call('POST', `/suggestions/${id}/withdraw/agree`)).status).toBe(404)
  expect((await ok(li, 'POST', `/suggestions/${id}/withdraw/agree`)).body.status).toBe('assigned')
  expect((await li.call('POST', `/suggestions/${id}/withdraw/agree`)).status).toBe(409)
  const last = await Promise.all([1, 2].map(() => zhao.call('POST', `/suggestions/${id}/withdraw/agree`)))
  expect(last.map((it) => it.status).toSorted()).toEqual([200, 409])
  const { reference, number } = (await committee.call('GET', `/suggestions/${id}`)).body
  expect((await house.visitor.call('GET', `/public/suggestions/${reference}`)).status).toBe(404)
  const next = await bring(cast, 'registered')
  expect((await committee.call('GET', `/suggestions/${next}`)).body.number).toBeGreaterThan(number)
})

test('SUG-33 what a deputy keeps confidential is known to the office and the unit, and to nobody else', async () => {
  const leader = await house.person('leader')
  const id = await bring(cast, 'accepted', { text: { isConfidential: true } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  expect((await handler.call('GET', `/suggestions/${id}`)).status).toBe(200)
  expect((await leader.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await house.visitor.call('GET', `/public/suggestions/${reference}`)).status).toBe(404)
  const held = async (person: Person, path: string) =>
    (await person.call('GET', `${path}?limit=100`)).body.items.map((it: { reference: string }) => it.reference)
  expect(await held(committee, '/suggestions')).toContain(reference)
  expect(await held(leader, '/suggestions')).not.toContain(reference)
  expect(await held(house.visitor, '/public/suggestions')).not.toContain(reference)
  await ok(committee, 'POST', `/suggestions/${id}/protect`, { isConfidential: false, reason: '代表同意公开' })
  expect((await house.visitor.call('GET', `/public/suggestions/${reference}`)).status).toBe(200)
})

test('SUG-33 what was promised becomes as confidential as the suggestion, in lists and in totals', async () => {
  const leader = await house.person('leader')
  const id = await bring(cast, 'replied', { answer: promise })
  const seen = async (person: Person) => {
    const { items } = (await ok(person, 'GET', `/commitments?limit=100`)).body
    return items.filter((it: { suggestionId: string }) => it.suggestionId === id).length
  }
  const counted = async () => (await ok(leader, 'GET', '/commitments/summary')).body.open
  expect(await seen(leader)).toBe(1)
  const before = await counted()
  await ok(committee, 'POST', `/suggestions/${id}/protect`, { isConfidential: true, reason: '代表担心受到报复' })
  expect([await seen(leader), await seen(committee), await seen(handler)]).toEqual([0, 1, 1])
  expect(await counted()).toBe(before - 1)
})

test('SUG-29 a summary stands in place of the text; personal data never leave the house', async () => {
  const matter = '请联系业主代表13912345678，身份证110101199003078515。'
  const id = await bring(cast, 'replied', { text: { matter } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  const open = async () => (await house.visitor.call('GET', `/public/suggestions/${reference}`)).body
  expect((await open()).text.matter).toBe('请联系业主代表〔个人信息已隐去〕，身份证〔个人信息已隐去〕。')
  expect((await deputy.call('POST', `/suggestions/${id}/publish`, { summary: '摘要' })).status).toBe(403)
  await ok(committee, 'POST', `/suggestions/${id}/publish`, { summary: '建议改进沟通渠道。' })
  expect(await open()).toMatchObject({ text: null, summary: '建议改进沟通渠道。', replies: [] })
  await ok(committee, 'POST', `/suggestions/${id}/publish`, { summary: null })
  expect((await open()).replies).toHaveLength(1)
})

function isEverybody(ids: string[]): boolean {
  return ids.length === 3 && [deputy, li, zhao].every((it) => ids.includes(it.deputyId!))
}

async function invited(): Promise<string> {
  const id = await bring(cast, 'draft')
  await ok(deputy, 'POST', `/suggestions/${id}/invite`, { deputyIds: friends.map((it) => it.deputyId) })
  return id
}

async function cosign(person: Person, id: string, answer = 'confirmed') {
  const { textVersion } = (await person.call('GET', `/suggestions/${id}`)).body
  return ok(person, 'POST', `/suggestions/${id}/cosign`, { answer, textVersion })
}

async function handledJoint(): Promise<string> {
  const id = await invited()
  for (const friend of friends) await cosign(friend, id)
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  await ok(committee, 'POST', `/suggestions/${id}/register`)
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: handler.unitId }] })
  return id
}
