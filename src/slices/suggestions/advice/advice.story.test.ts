import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { buildHouse, CITY, NOON, PROVINCE, type Person } from '../../../../tests/support/house.ts'
import { bring, ok } from '../../../../tests/support/suggestion.ts'
import { jobsFor, runJob, workOff } from '../../../../tests/support/work.ts'

const house = await buildHouse()
const wang = await house.person('deputy', { name: '王敏' })
const zhao = await house.person('deputy', { name: '赵丽' })
const committee = await house.person('deputies_affairs')
const leader = await house.person('leader')
const housing = await house.person('handling_unit', { unitId: house.unitIds.housing })
const transport = await house.person('handling_unit', { unitId: house.unitIds.transport })
const stranger = await house.person('deputies_affairs', { congressId: PROVINCE })
const foreignDeputy = await house.person('deputy', { congressId: PROVINCE })
const cast = { deputy: wang, committee, handler: housing }

const lift = {
  title: '关于老旧小区加装电梯的建议',
  matter: '六层住宅没有电梯，老人上下楼困难，费用分摊难以达成一致。',
  requests: ['制定加装电梯费用分摊参考标准', '简化加装电梯审批手续'],
  category: 'livelihood',
}
const asked = { title: '关于推进住宅加装电梯的建议', matter: '老人上下楼困难，费用分摊难。', requests: ['制定费用分摊标准'] }

const registered = await bring(cast, 'registered', { text: lift })
await bring(cast, 'registered', {
  text: { ...lift, title: '关于增设公交站点的建议', matter: '站点太远。', requests: ['增设公交站点'] },
})
const draft = await bring({ ...cast, deputy: zhao }, 'draft', { text: { ...lift, title: '关于高层住宅加装电梯的建议' } })
const submitted = await bring({ ...cast, deputy: zhao }, 'submitted', { text: { ...lift, title: '关于集体住宅加装电梯的建议' } })
const confidential = await bring({ ...cast, deputy: zhao }, 'registered', {
  text: { ...lift, title: '关于某小区加装电梯的建议', isConfidential: true },
})
const secret = '保密的加装电梯费用内情'
const hidden = await bring({ ...cast, deputy: zhao }, 'registered', {
  text: { ...lift, title: '关于公房加装电梯的建议', matter: secret, requests: [secret], isPublic: false },
})

async function similarFor(person: Person, body: object = asked) {
  const { items } = (await ok(person, 'POST', '/suggestions/similar', body)).body
  return items as { id: string | null; title: string; score: number; shared: string[]; isMine: boolean }[]
}

test('SUG-31 who may not: visitors, units and leaders have nothing to compare; another congress finds nothing of ours', async () => {
  expect((await house.visitor.call('POST', '/suggestions/similar', asked)).status).toBe(401)
  for (const person of [housing, transport, leader])
    expect((await person.call('POST', '/suggestions/similar', asked)).status).toBe(403)
  for (const person of [stranger, foreignDeputy]) expect(await similarFor(person)).toEqual([])
})

test('SUG-31 nobody is shown what is confidential, and a deputy neither what another drafts nor what was only submitted', async () => {
  const titles = (await similarFor(wang)).map(({ title }) => title)
  expect(titles).toContain('关于老旧小区加装电梯的建议')
  for (const title of ['关于高层住宅加装电梯的建议', '关于集体住宅加装电梯的建议', '关于某小区加装电梯的建议']) {
    expect(titles).not.toContain(title)
  }
  const office = (await similarFor(committee)).map(({ id }) => id)
  expect(office).toContain(submitted)
  for (const id of [draft, confidential]) expect(office).not.toContain(id)
})

test('SUG-31 a text that its deputy keeps back counts by its title alone: no shared word tells what it says', async () => {
  const words = { title: '关于公房加装电梯的建议', matter: secret, requests: [secret] }
  const found = (await similarFor(wang, words)).find(({ title }) => title === '关于公房加装电梯的建议')
  expect(found).toBeDefined()
  expect(found?.id).toBeNull()
  expect(found?.shared.join()).not.toContain('内情')
  expect((await similarFor(committee, words)).find(({ id }) => id === hidden)?.shared.join()).toContain('内情')
})

test('SUG-31 the likest comes first with its words; my own draft is there, itself never', async () => {
  const [first] = await similarFor(committee)
  expect(first?.title).toContain('加装电梯')
  expect(first?.shared.join()).toContain('加装电梯')
  const mine = await similarFor(zhao, { ...asked, id: null })
  expect(mine.find(({ id }) => id === draft)).toMatchObject({ isMine: true })
  expect((await similarFor(zhao, { ...asked, id: draft })).find(({ id }) => id === draft)).toBeUndefined()
  expect((await similarFor(wang)).find(({ title }) => title.includes('公交'))).toBeUndefined()
  expect(await similarFor(wang, { title: '', matter: '', requests: [] })).toEqual([])
})

test('SUG-31 neither the words nor the answer are kept, also under an Idempotency-Key', async () => {
  const mark = '独一无二的草稿文字'
  const body = { ...asked, matter: mark }
  expect((await wang.call('POST', '/suggestions/similar', body, { 'idempotency-key': 'similar-0001' })).status).toBe(200)
  const kept = await house.in(CITY, ({ db }) =>
    db.selectFrom('platform.idempotency').selectAll().where('key', '=', 'similar-0001').execute(),
  )
  expect(kept).toHaveLength(1)
  expect(kept[0]?.answer).toBeNull()
  expect(JSON.stringify(kept)).not.toContain(mark)
})

test('SUG-21 a review sees what is missing, what looks like another matter and what looks like no suggestion; nobody else asks', async () => {
  const id = await bring({ ...cast, deputy: zhao }, 'submitted', {
    text: {
      title: '关于完善小区公交接驳的建议',
      matter: '本人住房在小区东门，公交接驳线路不足，候车时间长，早晚高峰尤其明显。',
      requests: ['增开公交接驳线路', '提高医保门诊报销比例'],
      category: 'construction',
    },
  })
  for (const person of [zhao, housing, leader]) {
    expect((await person.call('GET', `/suggestions/${id}/review-advice`)).status).toBe(403)
  }
  expect((await stranger.call('GET', `/suggestions/${id}/review-advice`)).status).toBe(404)
  const { body } = await committee.call('GET', `/suggestions/${id}/review-advice`)
  expect(body.missing).toEqual(['contact'])
  expect(body.others).toMatchObject([{ at: 1 }])
  expect(body.others[0].words).toContain('报销')
  expect(body.grounds).toMatchObject([{ ground: 'PERSONAL', words: ['本人'] }])
  expect(body.groundsBasis).not.toBe('')
  expect((await committee.call('GET', `/suggestions/${draft}/review-advice`)).status).toBe(404)
  await ok(committee, 'POST', `/suggestions/${id}/register`)
})

test('SUG-32 too few hand-overs teach nothing and say so; who may not ask is refused', async () => {
  expect((await committee.call('GET', `/suggestions/${registered}/unit-proposal`)).body).toMatchObject({
    state: 'tooFew',
    least: 30,
    units: [],
  })
  await runJob(house, jobsFor(), 'suggestions.learn-units')
  expect(await models()).toEqual([])
  for (const person of [wang, housing, leader]) {
    expect((await person.call('GET', `/suggestions/${registered}/unit-proposal`)).status).toBe(403)
    expect((await person.call('POST', '/suggestions/unit-model')).status).toBe(403)
  }
  expect((await stranger.call('GET', `/suggestions/${registered}/unit-proposal`)).status).toBe(404)
  expect((await committee.call('GET', `/suggestions/${draft}/unit-proposal`)).status).toBe(404)
})

test('SUG-32 two learn at once: one learns, the other finds nothing left to do; the same again teaches nothing', async () => {
  await handOver(CITY, 32)
  expect((await proposal()).state).toBe('notLearnt')
  await ok(committee, 'POST', '/suggestions/unit-model')
  await Promise.all([workOff(house), runJob(house, jobsFor(), 'suggestions.learn-units')])
  expect(await models()).toMatchObject([{ congress_id: CITY, version: 1, hand_overs: 32 }])
  await runJob(house, jobsFor(), 'suggestions.learn-units')
  expect(await models()).toMatchObject([{ version: 1 }])
})

test('SUG-32 the proposal says why: words, and the past suggestions of that unit', async () => {
  const { state, units } = await proposal()
  expect(state).toBe('ready')
  expect(units[0]?.unit.id).toBe(house.unitIds.housing)
  expect(units[0]?.words.join()).toContain('电梯')
  expect(units[0]?.past[0]?.title).toContain('电梯')
  expect(units.length).toBeLessThanOrEqual(3)
})

test('SUG-32 what a congress learnt comes from itself alone: no word and no suggestion of the other one', async () => {
  await handOver(PROVINCE, 40, '省级专用词语')
  await runJob(house, jobsFor(), 'suggestions.learn-units')
  const city = await proposal()
  expect(JSON.stringify(city)).not.toContain('省级专用')
  expect(city.handOvers).toBe(32)
  const own = await bring({ deputy: foreignDeputy, committee: stranger, handler: housing }, 'registered', {
    text: { ...lift, title: '关于省级专用词语的建议' },
  })
  const theirs = (await stranger.call('GET', `/suggestions/${own}/unit-proposal`)).body
  expect(theirs.state).toBe('ready')
  expect(theirs.handOvers).toBe(40)
  const ids = theirs.units.map((it: { unit: { id: string } }) => it.unit.id)
  expect(ids.length).toBeGreaterThan(0)
  for (const id of Object.values(house.unitIds)) expect(ids).not.toContain(id)
  expect(await house.in(PROVINCE, ({ db }) => db.selectFrom('suggestions.unit_model').select('congress_id').execute())).toEqual([
    { congress_id: PROVINCE },
  ])
})

test('SUG-32 what was learnt long ago is still shown, says that it is stale, and is learnt afresh with what came since', async () => {
  await handOver(CITY, 32)
  expect(await proposal()).toMatchObject({ state: 'ready', isStale: true, handOvers: 32 })
  await ok(committee, 'POST', '/suggestions/unit-model')
  await workOff(house)
  expect(await proposal()).toMatchObject({ state: 'ready', isStale: false, handOvers: 64 })
  await house.in(CITY, ({ db }) =>
    db.updateTable('suggestions.unit_model').set({ format: 0 }).where('congress_id', '=', CITY).execute(),
  )
  expect((await proposal()).state).toBe('notLearnt')
  await runJob(house, jobsFor(), 'suggestions.learn-units')
  expect((await proposal()).state).toBe('ready')
})

test('SUG-32 the texts themselves are not kept with what was learnt, and a confidential suggestion is not learnt from', async () => {
  const before = (await models())[0]?.version
  const text = { ...lift, title: '关于保密线索的建议', isConfidential: true }
  const id = await bring(cast, 'assigned', { text })
  await runJob(house, jobsFor(), 'suggestions.learn-units')
  expect((await models())[0]?.version).toBe(before)
  expect(JSON.stringify(await proposal())).not.toContain(id)
})

interface Proposal {
  state: string
  handOvers: number
  units: { unit: { id: string }; words: string[]; past: { title: string }[] }[]
}

async function proposal(): Promise<Proposal> {
  return (await ok(committee, 'GET', `/suggestions/${registered}/unit-proposal`)).body
}

async function models() {
  return house.in(CITY, ({ db }) =>
    db.selectFrom('suggestions.unit_model').select(['congress_id', 'version', 'hand_overs']).where('version', '>', 0).execute(),
  )
}

let given = 0

/** Rows of past hand-overs, half to each unit of the congress. */
async function handOver(congressId: number, count: number, word = '住宅'): Promise<void> {
  await house.in(congressId, async ({ db }) => {
    const units = await db
      .selectFrom('congress.unit')
      .select('id')
      .where('congress_id', '=', congressId)
      .orderBy('ordinal')
      .execute()
    const deputy = await db
      .selectFrom('congress.deputy')
      .select('id')
      .where('congress_id', '=', congressId)
      .executeTakeFirstOrThrow()
    for (let n = 0; n < count; n += 1) {
      given += 1
      const [unit, about] = n % 2 === 0 ? [units[0]!, `${word}加装电梯`] : [units[1]!, `${word}公交线路`]
      const id = newId()
      const row = { congress_id: congressId, id, term: 17, session: 1, series: '17-0', number: given, reference: `17-0-${given}` }
      await db
        .insertInto('suggestions.suggestion')
        .values({
          ...row,
          title: `关于第${given}处${about}的建议`,
          matter: `${about}不足`,
          category: 'construction',
          lead_deputy_id: deputy.id,
          is_public: true,
          status: 'assigned',
          unit_id: unit.id,
          created_at: NOON,
          submitted_on: '2022-02-01',
          registered_on: '2022-02-02',
          handed_over_on: '2022-02-03',
          round_started_on: '2022-02-03',
        })
        .execute()
      const part = {
        suggestion_id: id,
        ordinal: 1,
        unit_id: unit.id,
        part: 'lead',
        status: 'assigned',
        handed_over_on: '2022-02-03',
      }
      await db
        .insertInto('suggestions.handling')
        .values({ congress_id: congressId, ...part })
        .execute()
    }
  })
}
