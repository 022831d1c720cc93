import { expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { roles } from '#kernel/identity/contract.ts'
import { CITY, buildHouse, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'
import { presets } from './presets/presets.ts'

const house = await buildHouse()
// Ten minutes before the day ends in Beijing, so that it turns while everybody stays signed in.
house.setNow(new Date('2022-03-01T15:50:00Z'))
const admin = await house.person('system_admin', { name: '徐通' })
const deputy = await house.person('deputy', { name: '王敏' })
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const foreigner = await house.person('system_admin', { congressId: PROVINCE })

const { settings } = presets.standard
const twoMonths = { ...settings.terms.reply, term: { amount: 2, unit: 'month' } }
const faster = { ...settings, terms: { ...settings.terms, reply: twoMonths } }
const candidate = { after: 1, title: '示例市办理规则包（两个月答复）', effectiveOn: '2022-03-02', settings: faster }

const versions = async (person = admin): Promise<Reply['body']> => (await person.call('GET', '/suggestions/profiles')).body
const newest = async (): Promise<number> => (await versions()).items[0].version
const activate = (body: object, person: Person = admin) => person.call('POST', '/suggestions/profiles', body)

test('PLT-03 nobody but the system administrator sees or activates profiles', async () => {
  const calls = (person: Person) =>
    Promise.all([
      person.call('GET', '/suggestions/profiles'),
      person.call('GET', '/suggestions/profiles/presets'),
      person.call('POST', '/suggestions/profiles/compare', { after: 1, settings }),
      activate(candidate, person),
    ])
  expect((await calls(house.visitor)).map((it) => it.status)).toEqual([401, 401, 401, 401])
  for (const role of roles.filter((it) => it !== 'system_admin')) {
    const person = await house.person(role)
    expect([role, (await calls(person)).map((it) => it.status)]).toEqual([role, [403, 403, 403, 403]])
  }
  expect((await versions()).items).toHaveLength(1)
})

test('PLT-03 the outer limits of the law are errors of their fields, in Chinese', async () => {
  const tooLong = { ...settings.terms.reply, term: { amount: 4, unit: 'month' } }
  const withoutBasis = { ...settings.terms.feedback, basis: '' }
  const unlawful = { ...settings, terms: { ...settings.terms, reply: tooLong } }
  for (const path of ['/suggestions/profiles/compare', '/suggestions/profiles']) {
    const given = path.endsWith('compare') ? { after: 1, settings: unlawful } : { ...candidate, settings: unlawful }
    expect(await admin.call('POST', path, given)).toMatchObject({
      status: 422,
      body: {
        fields: [
          { path: 'settings.terms.reply.term.amount', message: '答复期限不得长于自交办之日起三个月（《代表法》第五十一条）' },
        ],
      },
    })
  }
  const refused = await activate({
    ...candidate,
    settings: { ...settings, terms: { ...settings.terms, feedback: withoutBasis } },
  })
  expect(refused.body.fields).toMatchObject([{ path: 'settings.terms.feedback.basis' }])
  expect((await versions()).items).toHaveLength(1)
})

test('PLT-03 no version begins on a day that has passed, none before the newest one', async () => {
  expect((await activate({ ...candidate, effectiveOn: '2022-02-28' })).body).toMatchObject({
    code: 'effective-in-the-past',
    fields: [{ path: 'effectiveOn' }],
  })
  const province = { ...candidate, title: '省规则包' }
  expect((await activate({ ...province, effectiveOn: '2022-06-01' }, foreigner)).status).toBe(201)
  expect(await activate({ ...province, after: 2, effectiveOn: '2022-05-31' }, foreigner)).toMatchObject({
    status: 409,
    body: { code: 'profile-superseded', fields: [{ path: 'effectiveOn' }] },
  })
  expect((await versions(foreigner)).items.map((it: { standing: string }) => it.standing)).toEqual(['coming', 'current'])
  expect((await versions()).items).toHaveLength(1)
})

test('PLT-03 the presets fit, and a comparison says every difference in words and keeps nothing', async () => {
  const { items } = (await admin.call('GET', '/suggestions/profiles/presets')).body
  expect(items.map((it: { name: string }) => it.name)).toEqual(['standard', 'beijing', 'shanghai', 'shandong', 'chongqing'])
  const compare = (after: number, chosen: object) =>
    admin.call('POST', '/suggestions/profiles/compare', { after, settings: chosen })
  expect((await compare(1, items[0].settings)).body).toEqual({ with: { version: 1, title: '示例办理规则包' }, differences: [] })
  expect((await compare(1, faster)).body.differences).toEqual([
    {
      key: 'terms.reply',
      label: '答复',
      before: '自交办之日起 3 个月',
      after: '自交办之日起 2 个月',
      basis: '《代表法》第五十一条',
    },
  ])
  expect(await compare(0, faster)).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } })
  expect((await versions()).items).toHaveLength(1)
})

test('SUG-23 what was handed over before keeps its term, what comes after gets the new one', async () => {
  const before = await handedOver()
  const made = await activate(candidate)
  expect(made).toMatchObject({
    status: 201,
    body: { version: 2, standing: 'coming', activatedBy: { id: admin.accountId, name: '徐通' } },
  })
  const sameDay = await handedOver()
  house.setNow(new Date('2022-03-01T16:05:00Z'))
  const after = await handedOver()
  const dueOn = async (id: string) => (await handler.call('GET', `/suggestions/${id}`)).body.due.dueOn
  expect([await dueOn(before), await dueOn(sameDay), await dueOn(after)]).toEqual(['2022-06-01', '2022-06-01', '2022-05-02'])
  expect((await versions()).items).toMatchObject([
    { version: 2, standing: 'current', title: candidate.title },
    { version: 1, standing: 'past', activatedBy: null },
  ])
  const events = await house.in(CITY, async (tx) => {
    const row = await tx.db
      .selectFrom('procedure.profile_version')
      .select('id')
      .where('version', '=', 2)
      .executeTakeFirstOrThrow()
    return listEvents(tx, row.id)
  })
  expect(events).toMatchObject([{ name: 'profile.activated', actorId: admin.accountId, payload: { version: 2 } }])
})

test('PLT-03 of two activations at once one is kept, and the other is asked to look again', async () => {
  const second = await house.person('system_admin')
  const after = await newest()
  const given = (title: string) => ({ ...candidate, after, title, effectiveOn: '2022-03-03' })
  const replies = await Promise.all([activate(given('甲方案')), activate(given('乙方案'), second)])
  expect(replies.map((it) => it.status).toSorted()).toEqual([201, 412])
  expect(replies.find((it) => it.status === 412)?.body.detail).toContain('请重新看差异')
  expect(await newest()).toBe(after + 1)
})

test('PLT-05 a retry under one key activates one version', async () => {
  const key = { 'idempotency-key': 'activation-of-the-day' }
  const body = { ...candidate, after: await newest(), effectiveOn: '2022-03-03' }
  const [first, again] = [
    await admin.call('POST', '/suggestions/profiles', body, key),
    await admin.call('POST', '/suggestions/profiles', body, key),
  ]
  expect([first.status, again.status, again.body.version]).toEqual([201, 201, first.body.version])
  expect(await newest()).toBe(body.after + 1)
})

test('PLT-04 a day entered changes a due date that is computed in working days', async () => {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  await deputy.call('POST', `/suggestions/${id}/submit`)
  const due = async () => (await committee.call('GET', `/suggestions/${id}`)).body.due
  expect(await due()).toMatchObject({ kind: 'handOver', dueOn: '2022-03-11' })
  const days = [{ day: '2022-03-08', isWorkday: false, name: '市庆' }]
  expect((await admin.call('PUT', '/calendar/2022', { days })).status).toBe(200)
  expect((await due()).dueOn).toBe('2022-03-14')
  const withMakeUp = [...days, { day: '2022-03-12', isWorkday: true, name: '市庆' }]
  await admin.call('PUT', '/calendar/2022', { days: withMakeUp })
  expect((await due()).dueOn).toBe('2022-03-12')
  await admin.call('PUT', '/calendar/2022', { days: [] })
  expect((await due()).dueOn).toBe('2022-03-11')
})

const text = {
  title: '关于老旧小区加装电梯的建议',
  matter: '老旧小区加装电梯难。',
  requests: ['出台补贴办法'],
  category: 'construction',
}

/** A suggestion handed over today; answers its id. */
async function handedOver(): Promise<string> {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  await deputy.call('POST', `/suggestions/${id}/submit`)
  await committee.call('POST', `/suggestions/${id}/register`)
  const reply = await committee.call('POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: house.unitIds.housing }] })
  expect(reply.status).toBe(200)
  return id
}
