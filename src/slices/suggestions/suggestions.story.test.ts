import { expect, test } from 'vitest'
import { buildHouse, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const stranger = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const text = {
  title: '关于老旧小区改造充分听取居民意见的建议',
  matter: '老旧小区改造中，居民对改什么、怎么改的意见没有渠道反映。',
  requests: ['改造前征求居民意见', '改造后开展满意度测评'],
  category: 'construction',
}
const answer = {
  class: 'B',
  documentNumber: '房函〔2022〕12号',
  signer: '李局长',
  contact: '办公室 张某 12345',
  text: '感谢您的建议，现答复如下。',
  points: ['已建立居民点单机制。', '改造后逐户回访。'],
}
const contact = { kind: 'meeting', contactedOn: '2022-03-01', note: '在小西小区座谈' }

test('SUG-01 nobody but a deputy drafts, and nobody else sees a draft', async () => {
  expect((await house.visitor.call('POST', '/suggestions', text)).status).toBe(401)
  expect((await committee.call('POST', '/suggestions', text)).status).toBe(403)
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  for (const person of [stranger, committee, handler, foreigner]) {
    expect((await person.call('GET', `/suggestions/${id}`)).status).toBe(404)
  }
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.allowed).toEqual(['edit', 'submit', 'withdraw'])
})

test('SUG-22 a foreign congress finds nothing and changes nothing', async () => {
  const id = await bring('submitted')
  expect((await foreigner.call('POST', `/suggestions/${id}/register`)).status).toBe(404)
  expect((await deputy.call('GET', `/suggestions/${id}`)).body.status).toBe('submitted')
})

test('SUG-33 a unit sees and handles only what was handed over to it', async () => {
  const id = await bring('assigned')
  expect((await otherUnit.call('GET', `/suggestions/${id}`)).status).toBe(404)
  expect((await otherUnit.call('POST', `/suggestions/${id}/accept`)).status).toBe(404)
  expect((await committee.call('POST', `/suggestions/${id}/accept`)).status).toBe(403)
})

test('SUG-17 no reply before a contact, none that leaves a request unanswered', async () => {
  const id = await bring('accepted')
  const refused = await handler.call('POST', `/suggestions/${id}/reply`, answer)
  expect(refused).toMatchObject({ status: 409, body: { code: 'no-contact', now: { status: 'accepted' } } })
  await handler.call('POST', `/suggestions/${id}/contacts`, contact)
  const short = await handler.call('POST', `/suggestions/${id}/reply`, { ...answer, points: ['只答一条'] })
  expect(short).toMatchObject({ status: 422, body: { code: 'not-point-by-point' } })
  expect((await handler.call('POST', `/suggestions/${id}/reply`, answer)).body.status).toBe('replied')
})

test('SUG-25 dissatisfaction needs a reason and leads to another round, not to closing', async () => {
  const id = await bring('replied')
  const rating = { attitude: 'satisfied', result: 'dissatisfied' }
  expect((await deputy.call('POST', `/suggestions/${id}/rate`, rating)).body.code).toBe('reason-missing')
  await deputy.call('POST', `/suggestions/${id}/rate`, { ...rating, reason: '没有时间表' })
  expect((await committee.call('POST', `/suggestions/${id}/close`)).body.code).toBe('dissatisfied')
  const again = await committee.call('POST', `/suggestions/${id}/rehandle`, { reason: '请给出时间表' })
  expect(again.body).toMatchObject({ status: 'accepted', round: 2, due: { kind: 'rehandling' } })
  expect((await handler.call('POST', `/suggestions/${id}/reply`, answer)).body.code).toBe('no-contact')
})

test('SUG-01 two clerks at once: one registers, one is told, one event', async () => {
  const id = await bring('submitted')
  const clerks = [committee, await house.person('deputies_affairs')]
  const replies = await Promise.all(clerks.map((clerk) => clerk.call('POST', `/suggestions/${id}/register`)))
  expect(replies.map((it) => it.status).toSorted()).toEqual([200, 409])
  const timeline = await committee.call('GET', `/suggestions/${id}/timeline`)
  expect(names(timeline).filter((it) => it === 'suggestion.registered')).toHaveLength(1)
})

test('SUG-01 numbers run on without gap or double when many are registered at once', async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => bring('submitted')))
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
  const id = await bring('assigned')
  const { due } = (await handler.call('GET', `/suggestions/${id}`)).body
  expect(due).toMatchObject({ kind: 'reply', dueOn: '2022-06-01', level: 'normal' })
  expect(due.basis).toContain('第五十一条')
})

test('SUG-18 from a phone to a closed case: statuses, totals and the public timeline agree', async () => {
  const before = (await committee.call('GET', '/suggestions/summary')).body
  const id = await bring('rated')
  const closed = await committee.call('POST', `/suggestions/${id}/close`)
  expect(closed.body).toMatchObject({ status: 'closed', allowed: [] })
  const after = (await committee.call('GET', '/suggestions/summary')).body
  expect(after.handedOver - before.handedOver).toBe(1)
  expect(after.replied - before.replied).toBe(1)
  expect(after.byStatus.closed - before.byStatus.closed).toBe(1)
  const shown = await house.visitor.call('GET', `/public/suggestions/${closed.body.reference}`)
  expect(shown.body.timeline.map((it: { sentence: string }) => it.sentence)).toEqual([
    '王敏代表提出建议',
    `审查通过，编为第${closed.body.number}号`,
    '交市房产局办理，答复期限2022-06-01',
    '市房产局签收',
    '市房产局与代表沟通（座谈）',
    '市房产局答复代表（房函〔2022〕12号，B类）',
    '代表评价：态度满意，结果基本满意',
    '办结',
  ])
  expect(JSON.stringify(shown.body)).not.toContain('12345')
})

test('SUG-29 a text that its deputy keeps back shows title and progress only', async () => {
  const id = await bring('registered', { isPublic: false })
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
  await bring('registered', { matter })
  await bring('registered', { matter, isPublic: false })
  await ok(deputy, 'POST', '/suggestions', { ...text, matter })
  const found = async (person: Person, path: string) =>
    (await person.call('GET', `${path}?q=${encodeURIComponent('晚归的老')}`)).body.items.length
  expect(await found(committee, '/suggestions')).toBe(2)
  expect(await found(deputy, '/suggestions')).toBe(2)
  expect(await found(handler, '/suggestions')).toBe(0)
  expect(await found(house.visitor, '/public/suggestions')).toBe(1)
})

type Reached = 'submitted' | 'registered' | 'assigned' | 'accepted' | 'replied' | 'rated'

/** Takes a new suggestion along its way, each step by the person whose part it is. */
async function bring(to: Reached, more: object = {}): Promise<string> {
  const { id } = (await ok(deputy, 'POST', '/suggestions', { ...text, ...more })).body
  const steps: [Reached, () => Promise<unknown>][] = [
    ['submitted', () => ok(deputy, 'POST', `/suggestions/${id}/submit`)],
    ['registered', () => ok(committee, 'POST', `/suggestions/${id}/register`)],
    ['assigned', () => ok(committee, 'POST', `/suggestions/${id}/assign`, { unitId: house.unitIds.housing })],
    ['accepted', () => ok(handler, 'POST', `/suggestions/${id}/accept`)],
    [
      'replied',
      async () => {
        await ok(handler, 'POST', `/suggestions/${id}/contacts`, contact)
        await ok(handler, 'POST', `/suggestions/${id}/reply`, answer)
      },
    ],
    ['rated', () => ok(deputy, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'basically_satisfied' })],
  ]
  for (const [status, step] of steps) {
    await step()
    if (status === to) break
  }
  return id
}

async function ok(person: Person, ...call: Parameters<Person['call']>): Promise<Reply> {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}

function names(timeline: Reply): string[] {
  return timeline.body.items.map((it: { name: string }) => it.name)
}
