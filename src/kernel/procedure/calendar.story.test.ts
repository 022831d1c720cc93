import { describe, expect, test } from 'vitest'
import { listEvents } from '#kernel/audit/api.ts'
import { roles } from '#kernel/identity/contract.ts'
import { buildHouse, CITY, PROVINCE, type Person, type Reply } from '../../../tests/support/house.ts'

const house = await buildHouse()
const admin = await house.person('system_admin', { name: '徐通' })
const foreigner = await house.person('system_admin', { congressId: PROVINCE })
const deputy = await house.person('deputy')

const cityDay = { day: '2022-03-09', isWorkday: false, name: '市庆' }
const makeUp = { day: '2022-03-12', isWorkday: true, name: '市庆' }
const nationalDay2027 = { day: '2027-10-01', isWorkday: false, name: '国庆节' }

const read = async (year: number, person = admin): Promise<Reply> => person.call('GET', `/calendar/${year}`)
const replace = (person: Person, year: number, days: object[], ifMatch?: unknown) =>
  person.call('PUT', `/calendar/${year}`, { days }, ifMatch === undefined ? {} : { 'if-match': `"${String(ifMatch)}"` })

describe('PLT-04 who may not', () => {
  test('nobody but the system administrator enters days; a visitor does not even read them', async () => {
    expect((await house.visitor.call('GET', '/calendar/2022')).status).toBe(401)
    expect((await replace(house.visitor, 2022, [cityDay])).status).toBe(401)
    for (const role of roles.filter((it) => it !== 'system_admin')) {
      const person = await house.person(role)
      expect([role, (await replace(person, 2022, [cityDay])).status]).toEqual([role, 403])
      expect([role, (await person.call('GET', '/calendar/warnings')).status]).toEqual([role, 403])
    }
    expect((await read(2022, deputy)).body.days).not.toContainEqual(expect.objectContaining({ source: 'own' }))
  })

  test('the days of one congress are not those of another', async () => {
    await replace(foreigner, 2024, [{ day: '2024-03-11', isWorkday: false, name: '省庆' }])
    expect((await read(2024)).body.days).not.toContainEqual(expect.objectContaining({ source: 'own' }))
  })

  test('what cannot be a holiday table is refused at its day, and nothing is kept', async () => {
    const before = (await read(2022)).body
    expect(await replace(admin, 2022, [cityDay, { ...cityDay, day: '2023-01-01' }])).toMatchObject({
      status: 422,
      body: { code: 'other-year', fields: [{ path: 'days.1.day', message: '2023年1月1日不在2022年内。请只录入2022年的日期。' }] },
    })
    expect(await replace(admin, 2022, [cityDay, makeUp, cityDay])).toMatchObject({
      status: 422,
      body: { code: 'day-twice', fields: [{ path: 'days.2.day' }] },
    })
    expect((await replace(admin, 2022, [{ ...cityDay, day: '2022-02-30' }])).body).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'days.0.day' }],
    })
    const july = Array.from({ length: 31 }, (_, at) => ({ ...cityDay, day: `2022-07-${String(at + 1).padStart(2, '0')}` }))
    expect((await replace(admin, 2022, july)).body).toMatchObject({ status: 422, code: 'no-workday' })
    expect((await admin.call('GET', '/calendar/1900')).status).toBe(422)
    expect((await read(2022)).body).toEqual(before)
  })
})

describe('PLT-04 two administrators at once', () => {
  test('one is kept, the other is told, also where the table was empty', async () => {
    const { version } = (await read(2025)).body
    const one = { day: '2025-03-10', isWorkday: false, name: '市庆' }
    const other = { day: '2025-03-11', isWorkday: false, name: '市庆' }
    const replies = await Promise.all([one, other].map((day) => replace(admin, 2025, [day], version)))
    expect(replies.map((it) => it.status).toSorted()).toEqual([200, 412])
    expect(replies.find((it) => it.status === 412)?.body.code).toBe('changed-meanwhile')
    expect((await read(2025)).body.days.filter((it: { source: string }) => it.source === 'own')).toHaveLength(1)
  })
})

describe('PLT-04 the calendar of a year', () => {
  test('shows whose entry each day is, and the notice behind the shipped ones', async () => {
    const { body, headers } = await read(2022)
    expect(body).toMatchObject({ year: 2022, isKnown: true, papers: [expect.stringContaining('gov.cn')] })
    expect(body.days).toContainEqual({ day: '2022-10-08', isWorkday: true, name: '国庆节', source: 'shipped', replaced: null })
    expect(headers['etag']).toBe(`"${body.version}"`)
  })

  test('own days stand over the shipped ones, and an empty list brings those back', async () => {
    const before = (await read(2023)).body
    const worked = { day: '2023-10-06', isWorkday: true, name: '抢险' }
    const after = await replace(admin, 2023, [worked], before.version)
    expect(after.status).toBe(200)
    expect(after.body.days).toContainEqual({ ...worked, source: 'own', replaced: { isWorkday: false, name: '中秋节、国庆节' } })
    expect(after.body.days).toHaveLength(before.days.length)
    expect(after.body.version).not.toBe(before.version)
    expect((await replace(admin, 2023, [], after.body.version)).body).toEqual(before)
  })

  test('is an event that says who and how many', async () => {
    await replace(admin, 2022, [cityDay, makeUp])
    const events = await house.in(CITY, (tx) => listEvents(tx, '00000000-0000-7000-8000-686f6c696461'))
    expect(events.at(-1)).toMatchObject({
      name: 'holidays.entered',
      actorId: admin.accountId,
      payload: { year: 2022, count: 2 },
    })
  })

  test('PLT-03 from November on a missing year is asked for, until its National Day is entered', async () => {
    house.setNow(new Date('2026-11-23T02:00:00Z'))
    const warnings = async () => (await (await house.person('system_admin')).call('GET', '/calendar/warnings')).body
    expect(await warnings()).toEqual({
      today: '2026-11-23',
      items: [
        {
          year: 2027,
          sentence: '节假日表缺 2027 年，请在 12月1日 前补录。补录前，涉及该年的工作日按周一至周五计算。',
        },
      ],
    })
    const late = await house.person('system_admin')
    expect((await read(2027, late)).body).toMatchObject({ isKnown: false, papers: [], days: [] })
    expect((await replace(late, 2027, [nationalDay2027])).body.isKnown).toBe(true)
    expect((await warnings()).items).toEqual([])
  })
})
