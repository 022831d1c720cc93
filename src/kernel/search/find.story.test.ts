import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../tests/support/house.ts'

const house = await buildHouse()
const committee = await house.person('deputies_affairs')
const wang = await house.person('deputy', { name: '王敏' })
const zhao = await house.person('deputy', { name: '赵丽' })
const housing = await house.person('handling_unit', { unitId: house.unitIds.housing })
const transport = await house.person('handling_unit', { unitId: house.unitIds.transport })
const administrator = await house.person('system_admin')
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const draft = await write(wang, '关于小区物业服务收费公示的建议', '这是草稿。')
const first = await submit(wang, '关于规范物业服务的建议', '楼道灯长期不亮。')
const second = await submit(zhao, '关于增设公交站点的建议', '物业服务点旁没有站点。')
await committee.call('POST', `/suggestions/${first}/register`)
await committee.call('POST', `/suggestions/${second}/register`)
await committee.call('POST', `/suggestions/${first}/assign`, { handlers: [{ unitId: house.unitIds.housing }] })

async function write(deputy: Person, title: string, matter: string): Promise<string> {
  const reply = await deputy.call('POST', '/suggestions', { title, matter, requests: ['请办理'], category: 'construction' })
  return reply.body.id as string
}

async function submit(deputy: Person, title: string, matter: string): Promise<string> {
  const id = await write(deputy, title, matter)
  await deputy.call('POST', `/suggestions/${id}/submit`)
  return id
}

async function found(person: Person, q: string): Promise<[id: string, match: string][]> {
  const { status, body } = await person.call('GET', `/search?q=${encodeURIComponent(q)}`)
  expect(status).toBe(200)
  return (body.items as { kind: string; id: string; match: string }[])
    .filter(({ kind }) => kind === 'suggestion')
    .map(({ id, match }) => [id, match])
}

test('PLT-13 a visitor may not search the workbench; nothing typed finds nothing', async () => {
  expect((await house.visitor.call('GET', '/search?q=物业')).status).toBe(401)
  expect((await committee.call('GET', '/search?q=')).status).toBe(422)
})

test('PLT-13 a draft is found by its author alone, by title, text and initials', async () => {
  for (const q of ['收费公示', '这是草稿', 'sfgs']) {
    expect(
      (await found(wang, q)).map(([id]) => id),
      q,
    ).toEqual([draft])
    for (const other of [zhao, committee, housing, administrator, foreigner]) expect(await found(other, q), q).toEqual([])
  }
})

test('PLT-13 a unit finds what was handed over to it, another congress nothing', async () => {
  expect(await found(housing, '规范物业')).toEqual([[first, 'name']])
  expect(await found(transport, '规范物业')).toEqual([])
  expect(await found(transport, '1')).toEqual([])
  expect(await found(foreigner, '物业')).toEqual([])
  expect(await found(foreigner, '第1号')).toEqual([])
  expect(await found(administrator, '物业')).toEqual([])
})

test.each(['1', '第1号', '０１', '17-2022-1'])('PLT-13 %s is the number, before everything else', async (q) => {
  expect((await found(committee, q))[0]).toEqual([first, 'number'])
})

test('PLT-13 the title comes before the text; several words need not stand together; initials find titles', async () => {
  expect(await found(committee, '物业服务')).toEqual([
    [first, 'name'],
    [second, 'mine'],
  ])
  expect(await found(committee, '服务 规范')).toEqual([[first, 'name']])
  expect(await found(committee, 'wyfw')).toEqual([[first, 'name']])
  expect(await found(committee, 'GJZD')).toEqual([[second, 'name']])
  expect(await found(committee, '不存在的词')).toEqual([])
})

test('PLT-13 what waits for me comes before what does not', async () => {
  const third = await submit(wang, '关于公园的建议', '长椅不够。')
  const fourth = await submit(wang, '关于广场的建议', '长椅太旧。')
  await committee.call('POST', `/suggestions/${fourth}/return`, { reason: '请写明地点' })
  expect(await found(committee, '长椅')).toEqual([
    [third, 'mine'],
    [fourth, 'text'],
  ])
})

test('PLT-13 units and deputies are found by name and by initials', async () => {
  await house.in(CITY, async ({ db, congressId: congress_id }) => {
    const unit = {
      id: newId(),
      kind: 'department',
      name: '市物业管理中心',
      short_name: '物管中心',
      initials: 'swyglzx',
      ordinal: 9,
    }
    await db
      .insertInto('congress.unit')
      .values({ congress_id, ...unit, starts_on: '2000-01-01' })
      .execute()
  })
  const names = async (q: string) =>
    ((await committee.call('GET', `/search?q=${encodeURIComponent(q)}`)).body.items as { kind: string; title: string }[])
      .filter(({ kind }) => kind !== 'suggestion')
      .map(({ title }) => title)
  expect(await names('wygl')).toEqual(['市物业管理中心'])
  expect(await names('物管')).toEqual(['市物业管理中心'])
  expect(await names('%')).toEqual([])
})
