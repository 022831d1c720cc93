import { expect, test } from 'vitest'
import { buildHouse, type Person, type Reply } from '../../../../tests/support/house.ts'
import { answer, bring, ok, promise, respond } from '../../../../tests/support/suggestion.ts'

const house = await buildHouse()
const { housing, transport } = house.unitIds
const deputy = await house.person('deputy', { name: '王敏' })
const friend = await house.person('deputy', { name: '李华' })
const committee = await house.person('deputies_affairs')
const leader = await house.person('leader')
const handler = await house.person('handling_unit', { unitId: housing })
const other = await house.person('handling_unit', { unitId: transport })
const cast = { deputy, committee, handler }

/** A word that stands in the title, the text, the reply and the promise of what nobody may learn of. */
const secret = '锦绣里门卫室'
const hidden = {
  text: { title: `关于${secret}改造的建议`, matter: `${secret}的居民反映。`, isConfidential: true },
  answer: { ...promise, text: `${secret}已列入计划。`, commitments: [{ content: `改造${secret}`, dueOn: '2022-12-20' }] },
}

/** Every way on which anybody can learn of a suggestion. */
const ways = (reference: string) => [
  `/suggestions/${reference}`,
  '/',
  '/suggestions',
  `/suggestions?q=${encodeURIComponent(secret)}`,
  `/suggestions?unitId=${transport}`,
  '/suggestions?handed=yes&met=yes',
  '/suggestions.csv',
  '/suggestions.json',
  '/suggestions.atom',
  '/suggestions.ics',
  `/suggestions.ics?unitId=${transport}`,
  '/units',
  `/units/${transport}`,
  '/outcomes',
  '/key-topics',
  '/face-to-face',
  `/api/v1/public/suggestions/${reference}`,
  '/api/v1/public/suggestions?limit=100',
  `/api/v1/public/suggestions?q=${encodeURIComponent(secret)}`,
  '/api/v1/public/suggestions/summary',
  '/api/v1/public/suggestions/figures',
  '/api/v1/public/suggestions/figures/units',
]

test('SUG-29 what is confidential leaves no trace in public, from its hand-over to its end', async () => {
  const before = await figuresOf()
  for (const status of ['registered', 'accepted', 'replied', 'rated', 'closed'] as const) {
    const id = await bring({ deputy, committee, handler: other }, status, hidden)
    const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
    expect((await house.visitor.call('GET', `/public/suggestions/${reference}`)).status).toBe(404)
    expect((await open(`/suggestions/${reference}`)).statusCode).toBe(404)
    for (const path of ways(reference)) {
      const { body } = await open(path)
      for (const trace of [secret, reference])
        expect(body.replaceAll(encodeURIComponent(secret), ''), path).not.toContain(`>${trace}`)
      if (!path.includes('q=')) expect(body, path).not.toContain(secret)
      if (!path.includes(reference)) expect(body, path).not.toContain(reference)
    }
  }
  expect(await figuresOf()).toEqual(before)
  expect((await open(`/units/${transport}`)).body).toContain('还没有承办建议')
  expect((await open('/units')).body).not.toContain('市交通局')
})

test('SUG-29 what becomes confidential later disappears, and comes back when that ends', async () => {
  const id = await bring(cast, 'replied', { text: { title: '关于东湖路照明的建议' } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  const shown = async () => (await open('/suggestions.csv')).body.includes('东湖路')
  const found = async () =>
    (await house.visitor.call('GET', `/public/suggestions?q=${encodeURIComponent('东湖路')}`)).body.items.length
  expect([await shown(), await found()]).toEqual([true, 1])
  const protect = (isConfidential: boolean) =>
    ok(committee, 'POST', `/suggestions/${id}/protect`, { isConfidential, reason: '代表要求' })
  await protect(true)
  expect([await shown(), await found(), (await open(`/suggestions/${reference}`)).statusCode]).toEqual([false, 0, 404])
  await protect(false)
  expect([await shown(), await found(), (await open(`/suggestions/${reference}`)).statusCode]).toEqual([true, 1, 200])
})

test('SUG-33 a rating that is not final is the deputy’s alone: not the unit’s, not the public’s, not in any figure or notice', async () => {
  const before = await figuresOf()
  const words = '时间表含糊不清'
  const id = await bring(cast, 'rated', { rating: { attitude: 'basically_satisfied', result: 'dissatisfied', reason: words } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.ratings).toMatchObject([{ result: 'dissatisfied', reason: words }])
  for (const person of [handler, committee, leader]) {
    const seen = (await person.call('GET', `/suggestions/${id}`)).body
    expect(seen).toMatchObject({ ratings: [], isRatingSealed: true })
    for (const path of [`/suggestions/${id}`, `/suggestions/${id}/timeline`, '/notices']) {
      const told = JSON.stringify((await person.call('GET', path)).body)
      expect(told, path).not.toContain(words)
      expect(told, path).not.toContain('dissatisfied"')
      expect(told, path).not.toMatch(/代表评价：/)
    }
  }
  const page = (await open(`/suggestions/${reference}`)).body
  for (const trace of [words, '不满意', '代表评价']) expect(page).not.toContain(trace)
  const after = await figuresOf()
  expect(after['satisfied_rate']).toEqual(before['satisfied_rate'])
  await ok(committee, 'POST', `/suggestions/${id}/rehandle`, { reason: '请给出时间表' })
  expect((await open(`/suggestions/${reference}`)).body).toContain('代表评价：态度基本满意，结果不满意')
  expect((await handler.call('GET', `/suggestions/${id}`)).body.ratings).toHaveLength(1)
  expect((await figuresOf())['satisfied_rate']).toEqual([before['satisfied_rate']![0]!, before['satisfied_rate']![1]! + 1])
})

test('SUG-29 a summary stands in place of the text; telephone and identity numbers never come through', async () => {
  const personal = { matter: '请联系13800138000，身份证110101199003078515，邮箱a.b@example.com。' }
  const id = await bring(cast, 'replied', { text: personal, answer: { ...answer, text: '已电话13900139000沟通。' } })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  const read = async () => {
    const page = (await open(`/suggestions/${reference}`)).body
    return page + JSON.stringify((await house.visitor.call('GET', `/public/suggestions/${reference}`)).body)
  }
  const full = await read()
  for (const number of ['13800138000', '110101199003078515', 'a.b@example.com', '13900139000']) expect(full).not.toContain(number)
  expect(full).toContain('〔个人信息已隐去〕')
  await ok(committee, 'POST', `/suggestions/${id}/publish`, { summary: '建议改善居住环境，联系 13800138000。' })
  const summed = await read()
  expect(summed).toContain('建议改善居住环境')
  for (const gone of ['请联系', '13800138000', '已电话']) expect(summed).not.toContain(gone)
})

test('SUG-29 the page names who signed the present text, every unit, and what was promised; never a contact or a draft', async () => {
  const id = await bring(cast, 'draft')
  await ok(deputy, 'POST', `/suggestions/${id}/invite`, { deputyIds: [friend.deputyId] })
  await ok(friend, 'POST', `/suggestions/${id}/cosign`, { answer: 'confirmed', textVersion: 1 })
  await ok(deputy, 'POST', `/suggestions/${id}/submit`)
  await ok(committee, 'POST', `/suggestions/${id}/register`)
  const handlers = [
    { unitId: housing, part: 'separate', scope: '房屋' },
    { unitId: transport, part: 'separate', scope: '道路' },
  ]
  await ok(committee, 'POST', `/suggestions/${id}/assign`, { handlers })
  for (const unit of [handler, other]) await ok(unit, 'POST', `/suggestions/${id}/accept`)
  await respond(handler, id, { answer: promise })
  await ok(other, 'POST', `/suggestions/${id}/contacts`, { kind: 'phone', contactedOn: '2022-03-01', note: '电话沟通' })
  await ok(other, 'PUT', `/suggestions/${id}/reply-draft`, { ...answer, text: '还没有发出的答复稿。' })
  const { reference } = (await committee.call('GET', `/suggestions/${id}`)).body
  const page = (await open(`/suggestions/${reference}`)).body
  for (const said of ['联名代表', '李华', '市房产局', '共同办理单位', '市交通局', '承诺事项', '为六个小区加装电梯'])
    expect(page).toContain(said)
  for (const kept of ['还没有发出的答复稿', '12345', '在小西小区座谈', '李局长']) expect(page).not.toContain(kept)
})

let opened = 0

/** Under an address of its own every time, since a page that was drawn is kept for a minute. */
async function open(path: string) {
  opened += 1
  const url = `${path}${path.includes('?') ? '&' : '?'}opened=${opened}`
  return house.app.inject({ method: 'GET', url, headers: { host: 'city.localhost' } })
}

/** Part and whole of every public figure. */
async function figuresOf(person: Person = house.visitor): Promise<Record<string, [number, number]>> {
  const reply: Reply = await ok(person, 'GET', '/public/suggestions/figures')
  return Object.fromEntries(
    reply.body.items.map((it: { id: string; part: number; whole: number }) => [it.id, [it.part, it.whole]]),
  )
}
