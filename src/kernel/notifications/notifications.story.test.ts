import { expect, test } from 'vitest'
import { buildHouse, CITY, NOON, PROVINCE, type Person } from '../../../tests/support/house.ts'
import { jobsFor, runJob, workOff } from '../../../tests/support/work.ts'
import type { Notice } from './contract.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const otherDeputy = await house.person('deputy')
const committee = await house.person('deputies_affairs')
const colleague = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const otherUnit = await house.person('handling_unit', { unitId: house.unitIds.transport })
const foreigner = await house.person('deputies_affairs', { congressId: PROVINCE })

const text = { title: '关于增设公交站点的建议', matter: '出行不便。', requests: ['增设站点'], category: 'construction' }

test('PLT-07 who has not signed in hears nothing; nobody reads or marks the notices of another', async () => {
  expect((await house.visitor.call('GET', '/notices')).status).toBe(401)
  expect((await house.visitor.call('GET', '/notices/unread')).status).toBe(401)
  await bringAssigned()
  const [notice] = await noticesOf(handler)
  for (const person of [deputy, otherUnit, foreigner]) {
    expect((await person.call('POST', `/notices/${notice!.id}/read`)).status).toBe(404)
    expect((await noticesOf(person)).map((it) => it.id)).not.toContain(notice!.id)
  }
  await otherUnit.call('POST', '/notices/read', {})
  expect((await handler.call('GET', `/notices?unread=true`)).body.items.map((it: { id: string }) => it.id)).toContain(notice!.id)
})

test('PLT-07 hand-over tells the handlers of that unit and the deputy, nobody else, and not the clerk who did it', async () => {
  const before = await counts()
  const id = await bringAssigned()
  const after = await counts()
  // The colleague hears of the submission, as the clerk does; registering and handing over are told to deputy and unit alone.
  expect(after.handler - before.handler).toBe(1)
  expect(after.deputy - before.deputy).toBe(2)
  expect(after.committee - before.committee).toBe(1)
  expect(after.colleague - before.colleague).toBe(1)
  expect([after.otherUnit, after.otherDeputy, after.foreigner]).toEqual([0, 0, 0])
  const [newest] = await noticesOf(handler)
  expect(newest).toMatchObject({ link: `/workbench/suggestions/${id}`, isRead: false, why: '这件建议由您所在的单位承办' })
  expect(newest!.text).toContain('2022年6月1日前答复代表')
  const inEnglish = await handler.call('GET', '/notices', undefined, { cookie: 'minyi_locale=en' })
  expect(inEnglish.body.items[0].text).toContain('handed over to your unit')
})

test('PLT-07 a job that runs again tells nobody twice', async () => {
  await bringAssigned()
  const before = await counts()
  const events = await house.in(CITY, (tx) =>
    tx.db.selectFrom('audit.event').select('id').where('congress_id', '=', CITY).execute(),
  )
  expect(events.length).toBeGreaterThan(3)
  const jobs = jobsFor()
  const again = events.map(({ id: eventId }) => runJob(house, jobs, 'audit.tell', { congressId: CITY, eventId }))
  await Promise.all(again)
  expect(await counts()).toEqual(before)
})

test('PLT-07 the bell counts what is unread, and “all read” spares what came after the page was drawn', async () => {
  await bringAssigned()
  const shown = (await noticesOf(handler))[0]!.id
  await bringAssigned()
  const newest = (await noticesOf(handler))[0]!.id
  await handler.call('POST', '/notices/read', { upTo: shown })
  expect((await handler.call('GET', '/notices/unread')).body).toEqual({ count: 1 })
  expect((await handler.call('GET', '/notices?unread=true')).body.items).toMatchObject([{ id: newest }])
  expect((await handler.call('POST', `/notices/${newest}/read`)).status).toBe(200)
  expect((await handler.call('GET', '/notices/unread')).body).toEqual({ count: 0 })
})

test('PLT-07 the list is paged by key and loses nothing', async () => {
  const all = (await handler.call('GET', '/notices?limit=100')).body.items
  const seen: unknown[] = []
  let next: string | null = ''
  while (next !== null) {
    const page: { items: unknown[]; next: string | null } = (
      await handler.call('GET', `/notices?limit=2${next ? `&cursor=${next}` : ''}`)
    ).body
    seen.push(...page.items)
    next = page.next
  }
  expect(seen).toEqual(all)
  expect((await handler.call('GET', '/notices?cursor=nonsense')).status).toBe(422)
})

test('PLT-07 history that is entered later tells nobody; a disabled account is not told', async () => {
  const left = await house.person('handling_unit', { unitId: house.unitIds.housing })
  await house.in(CITY, (tx) =>
    tx.db.updateTable('identity.account').set({ is_enabled: false }).where('id', '=', left.accountId).execute(),
  )
  const before = await counts()
  await bringAssigned(new Date(NOON.getTime() + 15 * 86_400_000))
  expect(await counts()).toEqual(before)
  await bringAssigned()
  expect((await counts()).handler).toBe(before.handler + 1)
  expect(await countOf(left.accountId)).toBe(0)
})

test('PLT-07 the address for the digest is kept sealed and shown masked; leaving it out keeps it, null removes it', async () => {
  expect((await deputy.call('GET', '/notices/preferences')).body).toEqual({ isDigestMailed: true, mail: null, canMail: true })
  const set = (body: object) => deputy.call('PUT', '/notices/preferences', body)
  expect((await set({ isDigestMailed: true, mail: 'not an address' })).status).toBe(422)
  expect((await set({ isDigestMailed: true, mail: 'wang.min@example.cn' })).body.mail).toBe('w***@example.cn')
  const stored = await house.in(CITY, (tx) =>
    tx.db.selectFrom('notifications.preference').select('mail_cipher').executeTakeFirst(),
  )
  expect(stored?.mail_cipher).toMatch(/^A256GCM\|/)
  expect(stored?.mail_cipher).not.toContain('wang')
  expect((await set({ isDigestMailed: false })).body).toMatchObject({ isDigestMailed: false, mail: 'w***@example.cn' })
  expect((await set({ isDigestMailed: false, mail: null })).body.mail).toBe(null)
})

/** A suggestion handed over to the housing unit; the jobs run at `toldAt`, by default at once. */
async function bringAssigned(toldAt?: Date): Promise<string> {
  const { id } = (await deputy.call('POST', '/suggestions', text)).body
  await deputy.call('POST', `/suggestions/${id}/submit`)
  await committee.call('POST', `/suggestions/${id}/register`)
  const assigned = await committee.call('POST', `/suggestions/${id}/assign`, { handlers: [{ unitId: house.unitIds.housing }] })
  expect(assigned.body.status).toBe('assigned')
  house.setNow(toldAt ?? NOON)
  await workOff(house)
  house.setNow(NOON)
  return id
}

async function noticesOf(person: Person): Promise<Notice[]> {
  return (await person.call('GET', '/notices')).body.items
}

async function counts() {
  const people = { deputy, otherDeputy, committee, colleague, handler, otherUnit, foreigner }
  const entries = Object.entries(people).map(async ([name, it]) => [name, await countOf(it.accountId)] as const)
  return Object.fromEntries(await Promise.all(entries)) as Record<keyof typeof people, number>
}

async function countOf(accountId: string): Promise<number> {
  const counted = [CITY, PROVINCE].map((congressId) =>
    house.in(congressId, (tx) =>
      tx.db.selectFrom('notifications.notice').select('id').where('account_id', '=', accountId).execute(),
    ),
  )
  return (await Promise.all(counted)).flat().length
}
