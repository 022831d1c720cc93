import { describe, expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE } from '../../../../tests/support/house.ts'
import { standing } from '../../../../tests/support/standing-suggestion.ts'
import { workOff } from '../../../../tests/support/work.ts'

const house = await buildHouse()
const wang = await house.person('deputy', { name: '王敏' })
const li = await house.person('deputy', { name: '李华' })
const housing = await house.person('handling_unit', { unitId: house.unitIds.housing })
const colleague = await house.person('handling_unit', { unitId: house.unitIds.housing })
const transport = await house.person('handling_unit', { unitId: house.unitIds.transport })
const office = await house.person('deputies_affairs')
const committee = await house.person('special_committee')
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const question = { kind: 'question', text: '答复说年内开工，现在到哪一步了？' }
const visit = { contactKind: 'site', contactedOn: '2022-03-01', answer: '陪同代表到现场查看，月底开工。' }

async function asked(body: object = question, more: Parameters<typeof standing>[2] = {}) {
  const about = await standing(house, wang.deputyId!, more)
  const answer = await wang.call('POST', `/suggestions/${about.id}/enquiries`, body)
  expect(answer.status).toBe(201)
  return { suggestionId: about.id, id: answer.body.items[0].id as string, answer: answer.body }
}

describe('SUG-17 who may not ask, see or answer', () => {
  test('only the lead deputy asks, and only those who may open the suggestion read it', async () => {
    const { suggestionId, id } = await asked()
    for (const person of [li, foreigner])
      expect((await person.call('GET', `/suggestions/${suggestionId}/enquiries`)).status).toBe(404)
    expect((await house.visitor.call('GET', `/suggestions/${suggestionId}/enquiries`)).status).toBe(401)
    expect((await li.call('POST', `/suggestions/${suggestionId}/enquiries`, question)).status).toBe(404)
    for (const person of [housing, office]) {
      expect((await person.call('POST', `/suggestions/${suggestionId}/enquiries`, question)).status).toBe(403)
      expect((await person.call('POST', `/pressing/enquiries/${id}/recall`)).status).toBe(403)
    }
    for (const person of [transport, li, foreigner]) {
      expect((await person.call('GET', '/pressing/enquiries')).body.items.map((it: { id: string }) => it.id)).not.toContain(id)
    }
    expect((await transport.call('POST', `/pressing/enquiries/${id}/answer`, visit)).status).toBe(404)
    expect((await office.call('POST', `/pressing/enquiries/${id}/answer`, visit)).status).toBe(403)
    expect((await housing.call('POST', `/pressing/enquiries/${newId()}/answer`, visit)).status).toBe(404)
  })

  test('a co-signer reads and is told whose part it is; a confidential one stays with the office, its deputies and units', async () => {
    const { suggestionId, id } = await asked(question, { is_confidential: true })
    await house.in(CITY, ({ db }) =>
      db
        .insertInto('suggestions.cosigner')
        .values({ congress_id: CITY, suggestion_id: suggestionId, deputy_id: li.deputyId!, invited_on: '2022-02-16' })
        .execute(),
    )
    expect((await li.call('GET', `/suggestions/${suggestionId}/enquiries`)).body).toMatchObject({ askable: [], items: [{ id }] })
    expect(await li.call('POST', `/suggestions/${suggestionId}/enquiries`, question)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('领衔代表') },
    })
    expect((await office.call('GET', `/suggestions/${suggestionId}/enquiries`)).body.items).toHaveLength(1)
    expect((await committee.call('GET', `/suggestions/${suggestionId}/enquiries`)).status).toBe(404)
    const listed = (await committee.call('GET', '/pressing/enquiries?limit=100')).body.items.map((it: { id: string }) => it.id)
    expect(listed).not.toContain(id)
  })

  test.each([
    ['submitted', { status: 'submitted', unit_id: null, handed_over_on: null }, 'no-unit'],
    ['assigned', { status: 'assigned' }, 'not-received'],
    ['withdrawn', { status: 'withdrawn' }, 'no-unit'],
  ])('while it is %s nobody can be asked', async (_, more, code) => {
    const { id } = await standing(house, wang.deputyId!, more)
    expect((await wang.call('GET', `/suggestions/${id}/enquiries`)).body).toEqual({ items: [], askable: [] })
    expect(await wang.call('POST', `/suggestions/${id}/enquiries`, question)).toMatchObject({ status: 409, body: { code } })
  })

  test('a unit that does not handle it, and a day that has passed, are refused at their fields', async () => {
    const { id } = await standing(house, wang.deputyId!)
    const ask = (more: object) => wang.call('POST', `/suggestions/${id}/enquiries`, { ...question, ...more })
    expect(await ask({ unitId: house.unitIds.transport })).toMatchObject({ status: 422, body: { fields: [{ path: 'unitId' }] } })
    expect(await ask({ wantedOn: '2022-02-28' })).toMatchObject({ status: 422, body: { fields: [{ path: 'wantedOn' }] } })
  })
})

describe('SUG-17 two at once', () => {
  test('the deputy takes it back while the unit receives it: one wins, the other is told', async () => {
    for (const [act, outcome] of [
      ['acknowledge', 'acknowledged'],
      ['answer', 'answered'],
    ] as const) {
      const { id, suggestionId } = await asked()
      const both = await Promise.all([
        wang.call('POST', `/pressing/enquiries/${id}/recall`),
        housing.call('POST', `/pressing/enquiries/${id}/${act}`, act === 'answer' ? visit : undefined),
      ])
      expect(both.map((it) => it.status).toSorted()).toEqual([200, 409])
      const [it] = (await office.call('GET', `/suggestions/${suggestionId}/enquiries`)).body.items
      expect(it.status).toBe(both[0].status === 200 ? 'recalled' : outcome)
    }
  })

  test('two clerks of the unit answer at once: one contact, one is told', async () => {
    const { id, suggestionId } = await asked()
    const both = await Promise.all([housing, colleague].map((it) => it.call('POST', `/pressing/enquiries/${id}/answer`, visit)))
    expect(both.map((it) => it.status).toSorted()).toEqual([200, 409])
    expect((await wang.call('GET', `/suggestions/${suggestionId}`)).body.contacts).toHaveLength(1)
  })
})

describe('SUG-17 asked, seen, answered', () => {
  test('a site visit after the reply: the unit is told, sees it in its list, logs it, and it is a contact of the suggestion', async () => {
    const { id, suggestionId, answer } = await asked(
      { kind: 'inspection', text: '请安排到小西小区看施工。', wantedOn: '2022-03-10' },
      { status: 'replied', replied_on: '2022-02-28' },
    )
    expect(answer.askable).toEqual([{ id: house.unitIds.housing, name: expect.any(String) }])
    await workOff(house)
    expect(await notices(housing)).toContainEqual(
      expect.stringMatching(/王敏代表就.*提出视察，请你单位，希望在2022年3月10日前，联系后请登记/),
    )
    const open = (await housing.call('GET', '/pressing/enquiries?open=yes')).body.items
    expect(open.map((it: { id: string }) => it.id)).toContain(id)
    expect((await wang.call('GET', `/suggestions/${suggestionId}/enquiries`)).body.items[0].allowed).toEqual(['recall'])

    const seen = await housing.call('POST', `/pressing/enquiries/${id}/acknowledge`)
    expect(seen.body.items[0]).toMatchObject({ status: 'acknowledged', acknowledgedOn: '2022-03-01', allowed: ['answer'] })
    expect(await wang.call('POST', `/pressing/enquiries/${id}/recall`)).toMatchObject({ status: 409, body: { code: 'seen' } })

    const early = await housing.call('POST', `/pressing/enquiries/${id}/answer`, { ...visit, contactedOn: '2022-02-28' })
    const ahead = await housing.call('POST', `/pressing/enquiries/${id}/answer`, { ...visit, contactedOn: '2022-03-02' })
    expect([early, ahead].map((it) => [it.status, it.body.fields[0].path])).toEqual([
      [422, 'contactedOn'],
      [422, 'contactedOn'],
    ])
    const answered = await housing.call('POST', `/pressing/enquiries/${id}/answer`, visit)
    expect(answered.body.items[0]).toMatchObject({ status: 'answered', contact: { kind: 'site', on: '2022-03-01' }, allowed: [] })
    await workOff(house)
    expect(await notices(wang)).toContainEqual(expect.stringContaining('您就'))
    const { contacts, status } = (await wang.call('GET', `/suggestions/${suggestionId}`)).body
    expect([status, contacts]).toEqual(['replied', [expect.objectContaining({ kind: 'site', note: visit.answer })]])
    const after = (await housing.call('GET', '/pressing/enquiries?open=yes')).body.items
    expect(after.map((it: { id: string }) => it.id)).not.toContain(id)
  })

  test('what was wished for by a day that passed is marked until it is answered', async () => {
    const { suggestionId } = await asked({ kind: 'meeting', text: '请当面说明。', wantedOn: '2022-03-02' })
    const before = house.now()
    house.setNow(new Date('2022-03-03T04:00:00Z'))
    const later = await house.again(wang)
    expect((await later.call('GET', `/suggestions/${suggestionId}/enquiries`)).body.items[0].isOverdue).toBe(true)
    house.setNow(before)
  })
})

async function notices(person: typeof wang): Promise<string[]> {
  return (await person.call('GET', '/notices')).body.items.map((it: { text: string }) => it.text)
}
