import { expect, test } from 'vitest'
import { buildHouse, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { MOST_SAVED } from './contract.ts'

const house = await buildHouse()
const first = await house.person('deputies_affairs')
const second = await house.person('deputies_affairs')
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const save = (person: Person, name: string, query = 'status=assigned', page = '/suggestions') =>
  person.call('POST', '/me/filters', { page, name, query })
const names = async (person: Person) =>
  ((await person.call('GET', '/me/filters')).body.items as { name: string }[]).map(({ name }) => name)

test('PLT-13 saved filters belong to one account: nobody else reads or removes them', async () => {
  expect((await house.visitor.call('GET', '/me/filters')).status).toBe(401)
  const { body } = await save(first, '等交办')
  const { id } = body.items[0]
  for (const other of [second, foreigner]) {
    expect(await names(other)).toEqual([])
    expect((await other.call('DELETE', `/me/filters/${id}`)).status).toBe(404)
  }
  expect(await names(first)).toEqual(['等交办'])
  expect((await first.call('DELETE', `/me/filters/${id}`)).body.items).toEqual([])
})

test('PLT-13 what is not a page of the workbench or has no name is refused', async () => {
  for (const page of ['https://evil.example', '//evil.example', 'suggestions', '/x?y']) {
    expect((await save(first, '名称', 'a=b', page)).status, page).toBe(422)
  }
  expect((await save(first, ' ')).status).toBe(422)
  expect((await save(first, '长'.repeat(21))).status).toBe(422)
})

test('PLT-13 two tabs that save the last free place at once: one is told, twenty remain', async () => {
  const person = await house.person('leader')
  for (let at = 1; at < MOST_SAVED; at += 1) expect((await save(person, `筛选${at}`)).status).toBe(200)
  const both = await Promise.all([save(person, '左'), save(person, '右')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await names(person)).length).toBe(MOST_SAVED)
})

test('PLT-13 the same name on the same page is replaced, on another page it is another', async () => {
  const person = await house.person('leader')
  await save(person, '我的')
  await Promise.all([save(person, '我的', 'q=a'), save(person, '我的', 'q=b')])
  await save(person, '我的', 'late=yes', '/desk')
  const { items } = (await person.call('GET', '/me/filters')).body
  expect(items.map(({ page }: { page: string }) => page)).toEqual(['/suggestions', '/desk'])
  expect(['q=a', 'q=b']).toContain(items[0].query)
})
