import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { activateProfile } from '#kernel/procedure/api.ts'
import { checkTotals } from '#kernel/metrics/api.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import { buildHouse, CITY, NOON, type Person, type Reply } from '../../../tests/support/house.ts'
import { answer, bring, ok, promise, respond, text } from '../../../tests/support/suggestion.ts'
import type { Action } from './contract.ts'
import { presets } from './presets/presets.ts'
import { recount } from './recount-store.ts'
import { suggestionProfile, type SuggestionProfile } from './rules/profile.ts'

const house = await buildHouse()
const deputy = await house.person('deputy', { name: '王敏' })
const friend = await house.person('deputy', { name: '李华' })
const committee = await house.person('deputies_affairs')
const { housing, transport } = house.unitIds
const handler = await house.person('handling_unit', { unitId: housing })
const other = await house.person('handling_unit', { unitId: transport })
const people = { deputy, friend, committee, handler, other }
type Name = keyof typeof people

const check = () => checkTotals(house.connection.database, CITY, recount.metrics, recount.count, NOON)

test('SUG-18 any course of permitted acts keeps numbers unique, clocks after their start, and totals equal to a recount', async () => {
  const numbers = new Set<string>()
  const seen = new Set<string>()
  const begin = fc.constantFrom('draft', 'submitted', 'registered', 'accepted', 'replied', 'rated')
  const picks = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 16, maxLength: 24, size: 'max' })
  await fc.assert(
    fc.asyncProperty(begin, picks, async (from, course) => {
      const id = await bring({ deputy, committee, handler }, from)
      for (const pick of course) seen.add(await step(id, pick))
      const shown = (await deputy.call('GET', `/suggestions/${id}`)).body
      if (shown.reference) expect(numbers.has(shown.reference)).toBe(false)
      numbers.add(shown.reference ?? id)
      if (shown.due) expect(shown.due.dueOn >= (shown.handedOverOn ?? '')).toBe(true)
      if (['closed', 'rated', 'replied', 'escalated'].includes(shown.status)) expect(shown.replies.length).toBeGreaterThan(0)
      expect(await check()).toEqual([])
    }),
    // A fixed seed: which courses are walked must not decide whether a change is let through.
    { numRuns: 8, seed: 20220927 },
  )
  // Otherwise the courses went nowhere and the test proves nothing.
  expect([...seen].toSorted()).toEqual(expect.arrayContaining(['accepted', 'closed', 'objected', 'rated', 'replied']))
}, 120_000)

/** Ways back and ways that change nothing, taken now and then; otherwise no course would come far. */
const seldom: readonly Action[] = [
  'edit',
  'invite',
  'return',
  'decline',
  'passOn',
  'withdraw',
  'publish',
  'protect',
  'openRating',
  'recallSubmission',
  'amendRating',
  'requestExtension',
]

function isSeldom(action: Action, { body }: Reply): boolean {
  if (action === 'logContact') return body.contacts.length > 0
  if (action === 'draftReply') return body.replyDrafts.length > 0
  if (action === 'signReply') return body.replyDrafts.some((it: { signedOn: string | null }) => it.signedOn)
  return seldom.includes(action)
}

/** One act of somebody to whom it is open; what is allowed must not be refused for its status or its person. */
async function step(id: string, pick: number): Promise<string> {
  const open: { name: Name; action: Action; shown: Reply }[] = []
  for (const name of Object.keys(people) as Name[]) {
    const shown = await people[name].call('GET', `/suggestions/${id}`)
    for (const action of (shown.body.allowed ?? []) as Action[]) open.push({ name, action, shown })
  }
  const forward = open.filter(({ action, shown }) => !isSeldom(action, shown))
  const choice = pick % 8 > 0 && forward.length > 0 ? forward : open
  const chosen = choice[Math.floor(pick / 8) % Math.max(1, choice.length)]
  const call = chosen && calls[chosen.action](chosen.shown, chosen.name)
  if (!call) return ''
  const [method, path, body] = call
  const reply = await people[chosen.name].call(method, `/suggestions/${id}${path}`, body)
  expect([200, 201, 422], `${chosen.name} ${chosen.action}: ${JSON.stringify(reply.body)}`).toContain(reply.status)
  return reply.status < 300 ? String(reply.body.status) : ''
}

type Call = readonly ['POST' | 'PUT', string, object?]
const post = (path: string, body?: object): Call => ['POST', path, body]
const why = { reason: '理由' }

const calls: Record<Action, (shown: Reply, name: Name) => Call | null> = {
  edit: () => ['PUT', '', { ...text, matter: '改过。' }],
  invite: () => post('/invite', { deputyIds: [friend.deputyId] }),
  cosign: ({ body }) => post('/cosign', { answer: 'confirmed', textVersion: body.textVersion }),
  submit: () => post('/submit'),
  see: () => post('/see'),
  recallSubmission: () => post('/submit/recall'),
  return: () => post('/return', why),
  decline: () => post('/decline', { ground: 'PERSONAL', advice: '请改写' }),
  passOn: () => post('/pass-on', { unitId: housing, note: '请阅' }),
  register: () => post('/register'),
  assign: ({ body }) => post('/assign', { handlers: handlersFor(body.title.length + body.version) }),
  accept: () => post('/accept'),
  object: (_, name) => post('/object', { ...why, proposedUnitId: name === 'handler' ? transport : housing }),
  uphold: ({ body }) => post('/uphold', { ...why, unitId: objecting(body) }),
  reassign: ({ body }) => post('/reassign', { from: objecting(body) ?? body.unit.id, handlers: [{ unitId: transport }] }),
  logContact: () => post('/contacts', { kind: 'visit', contactedOn: '2022-03-01', note: '走访' }),
  giveOpinion: () => post('/opinion', { text: '同意。' }),
  requestExtension: () => post('/extension', { months: 1, ...why }),
  decideExtension: () => post('/extension/decide', { decision: 'granted' }),
  draftReply: ({ body }) => ['PUT', '/reply-draft', { ...answer, ...(body.version % 2 === 0 && promise) }],
  concur: () => post('/reply-draft/concur'),
  signReply: () => post('/reply-draft/sign', { signedOn: '2022-03-01' }),
  reply: () => post('/reply'),
  rate: ({ body }) =>
    post('/rate', { attitude: 'satisfied', result: body.version % 2 === 0 ? 'satisfied' : 'dissatisfied', ...why }),
  amendRating: () => ['PUT', '/rate', { attitude: 'dissatisfied', result: 'satisfied', ...why }],
  openRating: () => post('/open-rating'),
  lapse: () => null,
  rehandle: () => post('/rehandle', why),
  escalate: () => post('/escalate', { kind: 'meeting', heldOn: '2022-03-01', note: '面谈' }),
  close: () => post('/close', { conclusion: '说明' }),
  publish: () => post('/publish', { summary: '摘要' }),
  protect: () => post('/protect', { isConfidential: true, ...why }),
  agreeWithdrawal: () => post('/withdraw/agree'),
  withdraw: () => post('/withdraw', why),
}

function objecting({ handlers }: { handlers: { status: string; unit: { id: string } }[] }): string | undefined {
  return handlers.find((it) => it.status === 'objected')?.unit.id
}

function handlersFor(seed: number): object[] {
  const ways = [
    [{ unitId: housing }],
    [{ unitId: housing }, { unitId: transport, part: 'co' }],
    [{ unitId: housing }, { unitId: transport }],
    [housing, transport].map((unitId) => ({ unitId, part: 'separate', scope: '各办一条' })),
  ]
  return ways[seed % ways.length]!
}

/** The day of activation moves on, since a profile may not begin before the newest one. */
const begins = ['2022-03-02', '2022-03-03', '2022-03-04', '2022-03-07', '2022-03-08']

test.each(Object.entries(presets).map(([name, preset], at) => ({ name, preset, on: begins[at]! })))(
  'SUG-23 one story under $name: its words, its classes, its terms, from hand-over to a second round',
  async ({ preset, on }) => {
    const { settings } = preset
    const input = { settings, effectiveOn: toDateOnly(on), title: preset.title }
    await house.in(CITY, (tx) => activateProfile({ tx, actor: null, now: NOON }, suggestionProfile, input))
    house.setNow(new Date(`${on}T04:00:00Z`))
    const cast = {
      deputy: await house.again(deputy),
      committee: await house.again(committee),
      handler: await house.again(handler),
    }
    const id = await bring(cast, 'accepted')
    const solved = settings.classes.find((it) => !it.opensCommitment)!
    const shown = (await cast.handler.call('GET', `/suggestions/${id}`)).body
    expect(shown.due.basis).toBe(settings.terms.reply.basis)
    expect(shown.handlers[0].due?.basis).toBe(settings.terms.firstContact?.basis)
    await answerUnder(settings, cast.handler, id, solved.code, on)
    const rating = { attitude: 'satisfied', result: 'dissatisfied', reason: '没有时间表' }
    expect((await ok(cast.deputy, 'POST', `/suggestions/${id}/rate`, rating)).body.status).toBe('rated')
    const again = await ok(cast.committee, 'POST', `/suggestions/${id}/rehandle`, { reason: '请重办' })
    expect(again.body.due).toMatchObject({ kind: 'rehandling', basis: settings.terms.rehandling.basis })
    await answerUnder(settings, cast.handler, id, solved.code, on)
    await ok(cast.deputy, 'POST', `/suggestions/${id}/rate`, { attitude: 'satisfied', result: 'satisfied' })
    expect((await ok(cast.committee, 'POST', `/suggestions/${id}/close`, {})).body.status).toBe('closed')
    expect((await cast.committee.call('POST', `/suggestions/${id}/withdraw`, { reason: '晚了' })).status).toBe(403)
    expect(await check()).toEqual([])
    house.setNow(NOON)
  },
)

/** Signed only where this place asks for a signature. */
async function answerUnder(settings: SuggestionProfile, unit: Person, id: string, code: string, on: string): Promise<void> {
  if (settings.signedBy) return void (await respond(unit, id, { answer: { class: code }, on }))
  await ok(unit, 'POST', `/suggestions/${id}/contacts`, { kind: 'phone', contactedOn: on, note: '电话' })
  await ok(unit, 'PUT', `/suggestions/${id}/reply-draft`, { ...answer, class: code })
  await ok(unit, 'POST', `/suggestions/${id}/reply`)
}
