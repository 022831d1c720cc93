import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, NOON, PROVINCE } from '../../../tests/support/house.ts'

const house = await buildHouse()
const admin = await house.person('system_admin')
const foreignAdmin = await house.person('system_admin', { congressId: PROVINCE })
const clerk = await house.person('deputies_affairs')
const wang = await settle('王敏', 'wm', '2022-01-01')
await settle('王明', 'wm', '2022-01-01', '2022-02-01')

async function settle(name: string, initials: string, starts_on: string, ends_on: string | null = null): Promise<string> {
  const id = newId()
  const body = newId()
  await house.in(CITY, async ({ db, congressId: congress_id }) => {
    const deputy = { id, name, initials, gender: '女', nationality: '汉族', card_number: id.slice(-12) }
    await db
      .insertInto('congress.deputy')
      .values({ congress_id, ...deputy })
      .execute()
    const seat = { id: newId(), term: 17, deputy_id: id, constituency: '城区', starts_on, ends_on }
    await db
      .insertInto('congress.seat')
      .values({ congress_id, ...seat })
      .execute()
    const delegation = { id: body, term: 17, kind: 'delegation', name: `${name}的代表团`, ordinal: 1 }
    await db
      .insertInto('congress.body')
      .values({ congress_id, ...delegation })
      .execute()
    const membership = { body_id: body, deputy_id: id, starts_on, ends_on }
    await db
      .insertInto('congress.membership')
      .values({ congress_id, ...membership })
      .execute()
  })
  return id
}

const found = async (q: string, person = admin) =>
  (await person.call('GET', `/deputies?q=${encodeURIComponent(q)}`)).body.items as { id: string }[]

test('PLT-02 deputies are looked up by whoever opens accounts, in their own congress', async () => {
  expect((await clerk.call('GET', '/deputies?q=a')).status).toBe(403)
  expect((await house.visitor.call('GET', '/deputies?q=a')).status).toBe(401)
  expect(await found('王', foreignAdmin)).toEqual([])
  expect((await admin.call('GET', '/deputies?q=')).status).toBe(422)
})

test('PLT-02 a deputy is found by part of the name or by initials while holding a seat; signs of a pattern are only signs', async () => {
  const wanted = [{ id: wang, name: '王敏', delegation: '王敏的代表团' }]
  expect(await found('敏')).toEqual(wanted)
  expect(await found('WM')).toEqual(wanted)
  expect(await found('%')).toEqual([])
  house.setNow(new Date('2022-01-20T04:00:00Z'))
  expect((await found('wm')).length).toBe(2)
  house.setNow(NOON)
})
