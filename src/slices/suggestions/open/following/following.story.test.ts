import { describe, expect, test } from 'vitest'
import { buildHouse, CITY, PROVINCE, type Person } from '../../../../../tests/support/house.ts'
import { bring, ok, respond } from '../../../../../tests/support/suggestion.ts'
import { workOff } from '../../../../../tests/support/work.ts'

const house = await buildHouse()
const wang = await house.person('deputy', { name: '王敏' })
const li = await house.person('deputy', { name: '李华' })
const committee = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const foreigner = await house.person('deputy', { congressId: PROVINCE })
const cast = { deputy: wang, committee, handler }

describe('SUG-09 who may follow, and what', () => {
  test('a visitor signs in; another congress finds nothing of ours', async () => {
    const { path } = await numbered('registered')
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      expect((await house.visitor.call(method, path)).status).toBe(401)
      expect((await foreigner.call(method, path)).status).toBe(404)
    }
  })

  test('only what has a public page: no draft, nothing confidential, nothing withdrawn', async () => {
    expect((await li.call('PUT', '/public/suggestions/17-1-9999/following')).status).toBe(404)
    const confidential = await numbered('registered', { isConfidential: true })
    expect((await li.call('PUT', confidential.path)).status).toBe(404)
    const withdrawn = await numbered('registered')
    await ok(li, 'PUT', withdrawn.path)
    await ok(wang, 'POST', `/suggestions/${withdrawn.id}/withdraw`, { reason: '已经解决' })
    expect((await li.call('GET', withdrawn.path)).status).toBe(404)
    expect(await followed(li)).not.toContain(withdrawn.reference)
  })
})

test('SUG-09 two tabs follow at once: once is enough; so is leaving', async () => {
  const { path, reference } = await numbered('registered')
  const both = await Promise.all([li.call('PUT', path), li.call('PUT', path)])
  expect(both.map((it) => [it.status, it.body.isFollowing])).toEqual([
    [200, true],
    [200, true],
  ])
  expect(await followed(li)).toContain(reference)
  for (const left of await Promise.all([li.call('DELETE', path), li.call('DELETE', path)]))
    expect(left.body.isFollowing).toBe(false)
  expect(await followed(li)).not.toContain(reference)
})

test('SUG-09 who follows is told once of what happens in public, with a way to the public page; whoever is told anyhow is not told twice', async () => {
  const { id, path, reference } = await numbered('accepted')
  // What happened before is told first, to whoever it concerned then.
  await workOff(house)
  await ok(li, 'PUT', path)
  await ok(wang, 'PUT', path)
  await respond(handler, id)
  await workOff(house)
  expect(await told(li, reference)).toEqual([expect.stringContaining('答复代表（房函〔2022〕12号，A类）')])
  expect((await notices(wang)).filter((it) => it.text.includes('已由') && it.link.includes(id))).toHaveLength(1)
  expect(await told(wang, reference)).toEqual([])
  await ok(li, 'DELETE', path)
  await ok(wang, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied', reason: '' })
  await ok(committee, 'POST', `/suggestions/${id}/close`, {})
  await workOff(house)
  expect(await told(li, reference)).toHaveLength(1)
})

test('SUG-33 what becomes confidential is followed by nobody, and says nothing more', async () => {
  const { id, path, reference } = await numbered('accepted')
  await ok(li, 'PUT', path)
  await ok(committee, 'POST', `/suggestions/${id}/protect`, { isConfidential: true, reason: '可能受打击报复' })
  await respond(handler, id)
  await workOff(house)
  expect([await told(li, reference), await followed(li)]).toEqual([[], expect.not.arrayContaining([reference])])
  const rows = await house.in(CITY, ({ db }) =>
    db.selectFrom('notifications.following').select('account_id').where('subject_id', '=', id).execute(),
  )
  expect(rows).toEqual([])
})

test('SUG-09 one suggestion has a feed of its own; what is kept has one without entries', async () => {
  const { reference, id } = await numbered('accepted')
  const feed = async () =>
    (await house.app.inject({ url: `/suggestions.atom?reference=${reference}`, headers: { host: 'city.localhost' } })).body
  expect(await feed()).toContain('市房产局签收')
  await ok(committee, 'POST', `/suggestions/${id}/protect`, { isConfidential: true, reason: '可能受打击报复' })
  expect(await feed()).not.toMatch(/<entry>|签收/)
})

async function numbered(to: Parameters<typeof bring>[1], more: object = {}) {
  const id = await bring(cast, to, { text: more })
  const { reference } = (await wang.call('GET', `/suggestions/${id}`)).body as { reference: string }
  return { id, reference, path: `/public/suggestions/${reference}/following` }
}

async function followed(person: Person): Promise<string[]> {
  return (await person.call('GET', '/suggestions/followed')).body.items.map((it: { reference: string }) => it.reference)
}

async function notices(person: Person): Promise<{ text: string; link: string }[]> {
  return (await person.call('GET', '/notices?limit=100')).body.items
}

/** What somebody was told as one who follows it. */
async function told(person: Person, reference: string): Promise<string[]> {
  return (await notices(person)).filter(({ link }) => link === `/suggestions/${reference}`).map(({ text }) => text)
}
