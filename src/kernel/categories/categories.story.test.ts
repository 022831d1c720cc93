import { expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { sentenceOf } from '#kernel/audit/contract.ts'
import { roles } from '#kernel/identity/contract.ts'
import { buildHouse, CITY, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { offeredCategory, openDictionary } from './api.ts'
import type { Category } from './contract.ts'
import { events } from './events.ts'
import { shippedDictionary } from './shipped-categories.ts'

const house = await buildHouse()
const admin = await house.person('system_admin', { name: '徐通' })
const office = await house.person('deputies_affairs')
const deputy = await house.person('deputy', { name: '王敏' })
const foreigner = await house.person('system_admin', { congressId: PROVINCE })
const editors: readonly string[] = ['system_admin', 'deputies_affairs']

const metro = { field: 'construction', code: 'metro', zh: '轨道交通', en: 'Metro' }
const dictionary = async (person: Person = admin): Promise<Reply['body']> => (await person.call('GET', '/categories')).body
const versionOf = async (person: Person = admin) => ({ 'if-match': `"${(await dictionary(person)).version}"` })
const find = async (code: string): Promise<Category | undefined> =>
  (await dictionary()).items.find((it: Category) => it.code === code)

/** Every way of changing it. */
const changes = (person: Person, headers = {}) =>
  Promise.all([
    person.call('POST', '/categories', metro, headers),
    person.call('PUT', '/categories/economy', { zh: '经济', en: 'Economy' }, headers),
    person.call('POST', '/categories/construction.roads/move', { to: 'up' }, headers),
    person.call('POST', '/categories/economy/retire', undefined, headers),
    person.call('POST', '/categories/economy/restore', undefined, headers),
  ])

test('SUG-19 whoever is signed in reads the dictionary, but only the administrator and the office change it', async () => {
  expect((await house.visitor.call('GET', '/categories')).status).toBe(401)
  expect((await changes(house.visitor)).map((it) => it.status)).toEqual([401, 401, 401, 401, 401])
  for (const role of roles.filter((it) => !editors.includes(it))) {
    const person = await house.person(role)
    expect([role, (await changes(person)).map((it) => it.status)]).toEqual([role, [403, 403, 403, 403, 403]])
    expect([role, (await person.call('GET', '/categories')).status]).toEqual([role, 200])
  }
  expect(await dictionary()).toEqual(shippedDictionary)
  expect((await house.visitor.call('GET', '/public/categories')).body).toEqual(shippedDictionary)
})

test('SUG-19 until it is changed a congress has what is shipped, and a change is its own alone', async () => {
  expect((await foreigner.call('PUT', '/categories/other', { zh: '综合', en: 'General' })).status).toBe(200)
  expect((await dictionary(foreigner)).items.at(-1)).toMatchObject({ code: 'other', zh: '综合' })
  expect(await dictionary()).toEqual(shippedDictionary)
})

test('SUG-19 what cannot be is refused at its field, and nothing is written', async () => {
  const refused = async (body: object) => (await admin.call('POST', '/categories', body)).body
  expect(await refused({ ...metro, field: 'construction.roads' })).toMatchObject({
    code: 'too-deep',
    fields: [{ path: 'field' }],
  })
  expect(await refused({ ...metro, code: 'roads' })).toMatchObject({ code: 'code-taken', fields: [{ path: 'code' }] })
  expect(await refused({ ...metro, zh: '道路交通' })).toMatchObject({ code: 'name-taken', fields: [{ path: 'zh' }] })
  expect(await refused({ ...metro, code: 'Metro' })).toMatchObject({ fields: [{ path: 'code' }] })
  expect(await refused({ ...metro, zh: ' ' })).toMatchObject({ fields: [{ path: 'zh' }] })
  expect((await admin.call('PUT', '/categories/nowhere', { zh: '甲', en: 'A' })).status).toBe(404)
  expect((await admin.call('DELETE', '/categories/economy')).status).toBe(404)
  expect(await dictionary()).toEqual(shippedDictionary)
})

test('SUG-19 of two editors who read the same version one is heard, and the other is asked to look again', async () => {
  const read = await versionOf()
  const replies = await Promise.all([
    admin.call('PUT', '/categories/other', { zh: '其它', en: 'Other' }, read),
    office.call('POST', '/categories/other/retire', undefined, read),
  ])
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 412])
  expect(replies.find((it) => it.status === 412)?.body.code).toBe('changed-meanwhile')
  expect((await dictionary()).version).toBe(shippedDictionary.version + 1)
})

test('SUG-19 many first changes at once make one dictionary, and each is in it', async () => {
  const names = ['甲', '乙', '丙', '丁', '戊']
  const other = await house.person('deputies_affairs')
  const add = (zh: string, at: number) =>
    (at % 2 ? other : office).call('POST', '/categories', { field: null, code: `first-${at}`, zh, en: `First ${at}` })
  const before = (await dictionary()).version
  expect((await Promise.all(names.map(add))).map((it) => it.status)).toEqual([201, 201, 201, 201, 201])
  const { version, items } = await dictionary()
  expect(version).toBe(before + names.length)
  const added = items.filter((it: Category) => it.code.startsWith('first-'))
  expect(new Set(added.map((it: Category) => it.ordinal)).size).toBe(names.length)
})

test('PLT-05 a retry under one key adds one category and moves one place', async () => {
  const key = (name: string) => ({ 'idempotency-key': `categories-${name}` })
  const [first, again] = [
    await admin.call('POST', '/categories', metro, key('add')),
    await admin.call('POST', '/categories', metro, key('add')),
  ]
  expect([first.status, again.status, again.body.version]).toEqual([201, 201, first.body.version])
  const up = () => admin.call('POST', '/categories/construction.metro/move', { to: 'up' }, key('move'))
  expect((await up()).body.version).toBe((await up()).body.version)
  const codes = (await dictionary()).items.map((it: Category) => it.code)
  expect(codes.indexOf('construction.metro')).toBe(codes.indexOf('construction.planning') - 1)
})

test('SUG-19 it is renamed, retired and brought back under its code; each is on record in both languages', async () => {
  const renamed = { zh: '地铁', en: 'Underground' }
  expect((await office.call('PUT', '/categories/construction.metro', renamed, await versionOf())).status).toBe(200)
  expect(await find('construction.metro')).toMatchObject({ ...renamed, retiredOn: null })
  await office.call('POST', '/categories/construction.metro/retire')
  expect(await find('construction.metro')).toMatchObject({ ...renamed, retiredOn: '2022-03-01' })
  expect((await office.call('POST', '/categories', metro)).body.code).toBe('code-taken')
  await office.call('POST', '/categories/construction.metro/restore')
  expect(await find('construction.metro')).toMatchObject({ retiredOn: null })
  expect((await told('zh-CN')).slice(-5)).toEqual([
    '新增建议类别：小类“城乡建设·轨道交通”',
    '建议类别小类“城乡建设·轨道交通”上移一位',
    '建议类别“轨道交通”（Metro）改名为小类“城乡建设·地铁”（Underground）',
    '停用建议类别：小类“城乡建设·地铁”',
    '恢复使用建议类别：小类“城乡建设·地铁”',
  ])
  expect((await told('en')).at(-1)).toBe('Brought back the class “Urban and rural construction · Underground”')
})

test('SUG-19 what changes nothing is no event: the same name, an end of the row, a second retirement', async () => {
  const before = [await dictionary(), (await told('zh-CN')).length]
  await admin.call('PUT', '/categories/construction.metro', { zh: '地铁', en: 'Underground' })
  await admin.call('POST', '/categories/economy/move', { to: 'up' })
  await admin.call('POST', '/categories/construction.metro/restore')
  expect([await dictionary(), (await told('zh-CN')).length]).toEqual(before)
})

test('SUG-19 a draft begun for somebody takes the category that is meant, or the first that is offered', async () => {
  const offered = () => house.in(CITY, (tx) => offeredCategory(tx, 'livelihood'))
  expect(await offered()).toBe('livelihood')
  await admin.call('POST', '/categories/livelihood/retire')
  expect(await offered()).toBe('economy')
  await admin.call('POST', '/categories/livelihood/restore')
})

test('SUG-19 the database itself knows two levels and deletes nothing', async () => {
  const insert = (code: string, field_code: string | null) =>
    house.in(CITY, async (tx) => {
      await openDictionary(tx)
      const row = { congress_id: CITY, code, field_code, zh: code, en: code, ordinal: 1 }
      await tx.db.insertInto('categories.category').values(row).execute()
    })
  await expect(insert('construction.roads.east', 'construction.roads')).rejects.toThrow(/category_code_form/)
  await expect(insert('x.y', 'construction')).rejects.toThrow(/category_parent_is_field/)
  await expect(insert('x.y', 'x')).rejects.toThrow(/category_field_fk/)
  const remove = house.in(CITY, (tx) => tx.db.deleteFrom('categories.category').where('congress_id', '=', CITY).execute())
  await expect(remove).rejects.toThrow(/permission denied/)
})

test('SUG-19 the public reads names and codes, and what is changed is there at once', async () => {
  await admin.call('PUT', '/categories/legal', { zh: '法治建设', en: 'Rule of law' })
  const { items } = (await house.visitor.call('GET', '/public/categories')).body
  expect(items).toContainEqual({ code: 'legal', zh: '法治建设', en: 'Rule of law', ordinal: 5, retiredOn: null })
  expect((await deputy.call('GET', '/categories')).body.items).toEqual(items)
})

const SUBJECT = '00000000-0000-7000-8000-63617465676f'

async function told(locale: 'zh-CN' | 'en'): Promise<string[]> {
  return house.in(CITY, async (tx) => {
    const rows = await listEvents(tx, SUBJECT)
    return rows.map((row) => sentenceOf(events, row, locale))
  })
}
