import { describe, expect, test } from 'vitest'
import { checkTotals } from '#kernel/metrics/api.ts'
import { buildHouse, CITY, NOON } from '../../../tests/support/house.ts'
import { bring, ok, text } from '../../../tests/support/suggestion.ts'
import { workOff } from '../../../tests/support/work.ts'
import { recount } from './recount-store.ts'

const house = await buildHouse()
const wang = await house.person('deputy', { name: '王敏' })
const li = await house.person('deputy', { name: '李华' })
const committee = await house.person('deputies_affairs')
const clerk = await house.person('deputies_affairs')
const handler = await house.person('handling_unit', { unitId: house.unitIds.housing })
const leader = await house.person('leader')
const cast = { deputy: wang, committee, handler }
const content = { attitude: 'satisfied', result: 'satisfied', reason: '' }
const refused = { attitude: 'satisfied', result: 'dissatisfied', reason: '只做了一半。' }

describe('SUG-18 a submission is taken back until the office has opened it', () => {
  test('who may not: anybody but its lead deputy; and nobody says for the office that it was seen', async () => {
    const id = await bring(cast, 'submitted')
    expect((await house.visitor.call('POST', `/suggestions/${id}/submit/recall`)).status).toBe(401)
    expect((await li.call('POST', `/suggestions/${id}/submit/recall`)).status).toBe(404)
    expect((await committee.call('POST', `/suggestions/${id}/submit/recall`)).status).toBe(403)
    for (const person of [wang, leader]) expect((await person.call('POST', `/suggestions/${id}/see`)).status).toBe(403)
  })

  test('taken back while the office opens it: one wins, the other is told', async () => {
    const outcomes = new Set<string>()
    for (const first of ['recall', 'see'] as const) {
      const id = await bring(cast, 'submitted')
      const calls = {
        recall: () => wang.call('POST', `/suggestions/${id}/submit/recall`),
        see: () => committee.call('POST', `/suggestions/${id}/see`),
      }
      const second = first === 'recall' ? 'see' : 'recall'
      const both = await Promise.all([calls[first](), calls[second]()])
      const [won, lost] = both[0].status === 200 ? [first, both[1]] : [second, both[0]]
      outcomes.add(won)
      // Whoever was taken back before it was opened does not exist for the office.
      expect([409, 404]).toContain(lost.status)
      const shown = (await wang.call('GET', `/suggestions/${id}`)).body
      expect([shown.status, shown.allowed.includes('recallSubmission')]).toEqual([
        won === 'recall' ? 'draft' : 'submitted',
        false,
      ])
    }
    expect(outcomes.size).toBeGreaterThan(0)
  })

  test('after it was opened it stays, and what can be done instead is said; opened twice it is opened once', async () => {
    const id = await bring(cast, 'submitted')
    expect((await committee.call('GET', `/suggestions/${id}`)).body.allowed).toContain('see')
    await ok(committee, 'POST', `/suggestions/${id}/see`)
    expect(await clerk.call('POST', `/suggestions/${id}/see`)).toMatchObject({ status: 409, body: { code: 'seen' } })
    expect(await wang.call('POST', `/suggestions/${id}/submit/recall`)).toMatchObject({
      status: 409,
      body: { code: 'seen', detail: expect.stringContaining('撤回') },
    })
  })

  test('it is a draft again with all its words; the office no longer finds it, is told, and reviews it when it comes anew', async () => {
    const id = await bring(cast, 'submitted', { text: { ...text, title: '关于收回又提交的建议' } })
    await workOff(house)
    const found = async () =>
      (await committee.call('GET', `/suggestions?q=${encodeURIComponent('收回又提交')}`)).body.items.length
    expect(await found()).toBe(1)
    const { body } = await ok(wang, 'POST', `/suggestions/${id}/submit/recall`)
    expect(body).toMatchObject({ status: 'draft', submittedOn: null, title: '关于收回又提交的建议', matter: text.matter })
    expect(await found()).toBe(0)
    expect((await committee.call('GET', `/suggestions/${id}`)).status).toBe(404)
    await workOff(house)
    const told = (await committee.call('GET', '/notices')).body.items.map((it: { text: string }) => it.text)
    expect(told).toContainEqual('王敏代表收回了刚提交的《关于收回又提交的建议》，暂不用审查。')
    await ok(wang, 'PUT', `/suggestions/${id}`, { ...text, title: '关于收回又提交的建议', matter: '改过的情况。' })
    await ok(wang, 'POST', `/suggestions/${id}/submit`)
    expect((await committee.call('GET', `/suggestions/${id}`)).body).toMatchObject({
      status: 'submitted',
      matter: '改过的情况。',
    })
    expect(await found()).toBe(1)
    expect(await checkTotals(house.connection.database, CITY, recount.metrics, recount.count, NOON)).toEqual([])
  })

  test('a joint one waits for its co-signers again, and the signatures stay', async () => {
    const { body } = await wang.call('POST', '/suggestions', { ...text, title: '关于联名的建议' })
    const path = `/suggestions/${body.id}`
    await ok(wang, 'POST', `${path}/invite`, { deputyIds: [li.deputyId] })
    await ok(li, 'POST', `${path}/cosign`, { answer: 'confirmed', textVersion: body.textVersion })
    await ok(wang, 'POST', `${path}/submit`)
    const back = await ok(wang, 'POST', `${path}/submit/recall`)
    expect(back.body).toMatchObject({ status: 'cosigning', cosigners: [{ answer: 'confirmed', isCurrent: true }] })
  })
})

describe('SUG-25 a rating is put right until the office has opened it', () => {
  test('who may not: anybody but the lead deputy; who is dissatisfied still says why', async () => {
    const id = await bring(cast, 'rated')
    for (const person of [committee, handler])
      expect((await person.call('PUT', `/suggestions/${id}/rate`, content)).status).toBe(403)
    expect((await li.call('PUT', `/suggestions/${id}/rate`, content)).status).toBe(404)
    const unexplained = await wang.call('PUT', `/suggestions/${id}/rate`, { ...refused, reason: '' })
    expect(unexplained).toMatchObject({ status: 422, body: { code: 'reason-missing' } })
  })

  test('put right while somebody opens it: what was opened is what stays', async () => {
    const id = await bring(cast, 'rated')
    const [amended, opened] = await Promise.all([
      wang.call('PUT', `/suggestions/${id}/rate`, refused),
      committee.call('POST', `/suggestions/${id}/open-rating`),
    ])
    expect([opened.status, [200, 409].includes(amended.status)]).toEqual([200, true])
    expect(opened.body.result).toBe(amended.status === 200 ? 'dissatisfied' : 'basically_satisfied')
    const [kept] = (await wang.call('GET', `/suggestions/${id}`)).body.ratings
    expect(kept.result).toBe(opened.body.result)
    expect(await wang.call('PUT', `/suggestions/${id}/rate`, content)).toMatchObject({ status: 409, body: { code: 'opened' } })
  })

  test('the unit and the office learn the one that stands; the database holds to it once it was opened', async () => {
    const id = await bring(cast, 'rated')
    await ok(wang, 'PUT', `/suggestions/${id}/rate`, refused)
    expect((await handler.call('GET', `/suggestions/${id}`)).body.ratings).toEqual([])
    expect((await committee.call('POST', `/suggestions/${id}/close`, {})).body.code).toBe('dissatisfied')
    await ok(wang, 'PUT', `/suggestions/${id}/rate`, content)
    await ok(committee, 'POST', `/suggestions/${id}/close`, {})
    expect((await handler.call('GET', `/suggestions/${id}`)).body.ratings).toMatchObject([{ result: 'satisfied' }])
    const changed = await house.in(CITY, ({ db }) =>
      db.updateTable('suggestions.rating').set({ reason: '改' }).where('suggestion_id', '=', id).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    expect(await checkTotals(house.connection.database, CITY, recount.metrics, recount.count, NOON)).toEqual([])
  })
})
