import { expect, test } from 'vitest'
import { readTable } from '#kernel/documents/api.ts'
import { CSRF_COOKIE, openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { buildHouse, CITY, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { bring, ok, text } from '../../../tests/support/suggestion.ts'
import type { CategoryFigure } from './figures/contract.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const office = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const other = await house.person('handling_unit', { unitId: house.unitIds.transport })
const leader = await house.person('leader')
const cast = { deputy, committee: office, handler }

const draft = (category: string, person: Person = deputy) => person.call('POST', '/suggestions', { ...text, category })
const retire = (code: string) => ok(office, 'POST', `/categories/${code}/retire`)
const restore = (code: string) => ok(office, 'POST', `/categories/${code}/restore`)
const titles = (reply: Reply): string[] => reply.body.items.map((it: { title: string }) => it.title)

test('SUG-19 a draft takes a field or a class that is offered, and nothing else', async () => {
  for (const code of ['construction', 'construction.roads', 'other']) expect((await draft(code)).status, code).toBe(201)
  const label = { code: 'construction.roads', field: { zh: '城乡建设', en: 'Urban and rural construction' } }
  expect((await draft('construction.roads')).body.category).toMatchObject({ ...label, class: { zh: '道路交通' } })
  expect(await draft('construction.nowhere')).toMatchObject({
    status: 422,
    body: { code: 'category-unknown', fields: [{ path: 'category' }] },
  })
  expect((await draft('城乡建设')).body.fields).toMatchObject([{ path: 'category' }])
  const foreigner = await house.person('deputy', { congressId: PROVINCE })
  const own = { field: 'construction', code: 'own', zh: '本市特有', en: 'Our own' }
  await ok(office, 'POST', '/categories', own)
  expect((await draft('construction.own')).status).toBe(201)
  expect((await draft('construction.own', foreigner)).body.code).toBe('category-unknown')
})

test('SUG-19 a category that was retired meanwhile is told at submission; nothing is lost, and another one goes through', async () => {
  const { id } = (await draft('livelihood.care')).body
  await retire('livelihood.care')
  expect((await draft('livelihood.care')).body.code).toBe('category-retired')
  const refused = await deputy.call('POST', `/suggestions/${id}/submit`)
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'category-retired', fields: [{ path: 'category', message: expect.stringContaining('请另选一个类别') }] },
  })
  expect(refused.body.detail).toContain('民生改善·养老托育')
  const now = (await deputy.call('GET', `/suggestions/${id}`)).body
  expect(now).toMatchObject({ status: 'draft', matter: text.matter, category: { class: { zh: '养老托育' } } })
  const longer = { ...text, matter: `${text.matter}请再核实。`, category: 'livelihood.care' }
  expect((await deputy.call('PUT', `/suggestions/${id}`, longer)).status).toBe(200)
  expect((await deputy.call('PUT', `/suggestions/${id}`, { ...longer, category: 'livelihood.health' })).status).toBe(200)
  expect((await deputy.call('POST', `/suggestions/${id}/submit`)).body.status).toBe('submitted')
  await restore('livelihood.care')
})

test('SUG-19 with its field a class is retired too, and a returned suggestion is asked again', async () => {
  const { id } = (await draft('legal')).body
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  await ok(office, 'POST', `/suggestions/${id}/return`, { reason: '请补充地点' })
  await retire('legal')
  expect((await deputy.call('POST', `/suggestions/${id}/submit`)).body.code).toBe('category-retired')
  await retire('livelihood')
  expect((await draft('livelihood.education')).body.code).toBe('category-retired')
  await restore('livelihood')
  await restore('legal')
  expect((await deputy.call('POST', `/suggestions/${id}/submit`)).status).toBe(200)
})

test('SUG-19 lists hold a field with all its classes, or one class; for the house, in public, in the export', async () => {
  const made = ['environment', 'environment.water', 'environment.nature', 'economy.trade']
  for (const category of made) await bring(cast, 'assigned', { text: { category, title: `类别是${category}的建议` } })
  const named = (...codes: string[]) => codes.map((code) => `类别是${code}的建议`)
  for (const [category, found] of [
    ['environment', named('environment.nature', 'environment.water', 'environment')],
    ['environment.water', named('environment.water')],
    ['environment.pollution', []],
    ['nowhere', []],
  ] as const) {
    for (const [person, path] of [
      [office, '/suggestions'],
      [handler, '/suggestions'],
      [house.visitor, '/public/suggestions'],
    ] as const) {
      expect(titles(await ok(person, 'GET', `${path}?category=${category}`)), `${path} ${category}`).toEqual(found)
    }
  }
  expect((await office.call('GET', '/suggestions?category=Environment')).status).toBe(422)
  const first = await ok(office, 'GET', '/suggestions?category=environment&limit=2')
  const second = await ok(office, 'GET', `/suggestions?category=environment&limit=2&cursor=${first.body.next}`)
  expect([...titles(first), ...titles(second)]).toEqual(named('environment.nature', 'environment.water', 'environment'))
  const rows = await exported('environment')
  expect(rows).toContain('环境保护·水资源与河湖')
  expect(rows).toContain('environment.water')
  expect(rows).not.toContain('economy.trade')
})

test('SUG-19 the public chooses from the same dictionary without a script; the choice stays in the address', async () => {
  const { body } = await house.app.inject({ url: '/suggestions?category=environment.water', headers: { host: 'city.localhost' } })
  expect(body).toContain('<optgroup label="环境保护">')
  expect(body).toMatch(/<option value="environment.water" selected="">水资源与河湖<\/option>/)
  expect(body).toContain('类别是environment.water的建议')
  expect(body).not.toContain('类别是economy.trade的建议')
})

test('SUG-19 every figure by category is the number of rows in its list, for whoever reads it; all of them are all', async () => {
  await bring(cast, 'replied', { text: { category: 'environment.water' } })
  const secret = await bring(cast, 'assigned', { text: { category: 'environment.water' } })
  await ok(office, 'POST', `/suggestions/${secret}/protect`, { isConfidential: true, reason: '代表要求保密' })
  for (const person of [office, leader, handler, other]) {
    await opensItsRows(person, '/suggestions/figures', (list) => list)
  }
  await opensItsRows(house.visitor, '/public/suggestions/figures', (list) => `/public${list}`)
  const of = async (person: Person) => (await figures(person, '/suggestions/figures')).find(({ code }) => code === 'environment')
  expect(await of(office)).toMatchObject({ name: '环境保护', handedOver: 5, replied: 1, replyRate: '20.0%' })
  expect(await of(leader)).toMatchObject({ handedOver: 4 })
  expect(await of(other)).toBeUndefined()
})

test('SUG-19 a new name stands on old suggestions at once, a retired category keeps its name there', async () => {
  await ok(office, 'PUT', '/categories/environment.water', { zh: '河湖治理', en: 'Rivers and lakes' })
  await retire('environment.water')
  const [it] = (await ok(house.visitor, 'GET', '/public/suggestions?category=environment.water')).body.items
  expect(it.category).toMatchObject({ class: { zh: '河湖治理', en: 'Rivers and lakes' } })
  const { body } = await house.app.inject({ url: '/suggestions', headers: { host: 'city.localhost' } })
  expect(body).toContain('河湖治理（已停用）')
  const csv = (await house.app.inject({ url: '/suggestions.csv', headers: { host: 'city.localhost' } })).body
  expect(csv).toContain('环境保护·河湖治理,environment.water')
})

async function figures(person: Person, path: string): Promise<CategoryFigure[]> {
  return (await ok(person, 'GET', path)).body.categories
}

async function opensItsRows(person: Person, path: string, at: (list: string) => string): Promise<void> {
  const all = await figures(person, path)
  const rows = async (list: string) => (await ok(person, 'GET', `${at(list)}&limit=100`)).body.items.length
  for (const it of all) {
    expect([await rows(it.list), await rows(it.repliedList), await rows(it.openList)], it.code).toEqual([
      it.handedOver,
      it.replied,
      it.handedOver - it.replied,
    ])
  }
  const rate = (await ok(person, 'GET', path)).body.items.find(({ id }: { id: string }) => id === 'reply_rate')
  expect(all.reduce((sum, it) => sum + it.handedOver, 0)).toBe(rate.whole)
}

async function exported(category: string): Promise<string> {
  const session = await house.in(CITY, (tx) => openSession(tx, office.accountId, 'test', house.now()))
  const answer = await house.app.inject({
    url: `/api/v1/suggestions/export?category=${category}`,
    headers: { host: 'city.localhost' },
    cookies: { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken },
  })
  return JSON.stringify(await readTable(answer.rawPayload))
}
