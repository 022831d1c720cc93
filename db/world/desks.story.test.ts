import { expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import { actions, type Action } from '#slices/suggestions/contract.ts'
import { kindOf, type AssignmentKind } from '#slices/suggestions/rules/handling.ts'
import { testParts } from '../../tests/support/parts.ts'
import { openWorld } from './testing.ts'
import { CITY, DEMO_PASSWORD, WORLD_NOW } from './world.ts'

const world = await openWorld()
await world.load()
const app = await buildServer({ database: world.connection.database, parts: testParts(), clock: () => WORLD_NOW, rateLimit: 100_000 })

/** The event that shows that somebody did it. */
const traces: Readonly<Record<Action, string>> = {
  edit: 'edited', invite: 'invited', cosign: 'cosigned', submit: 'submitted', return: 'returned', decline: 'declined', passOn: 'passed_on',
  register: 'registered', assign: 'assigned', accept: 'accepted', object: 'objected', uphold: 'upheld', reassign: 'reassigned',
  logContact: 'contacted', giveOpinion: 'opinion_given', requestExtension: 'extension_requested', decideExtension: 'extended',
  draftReply: 'reply_drafted', concur: 'concurred', signReply: 'reply_signed', reply: 'replied', rate: 'rated', openRating: 'rating_opened',
  rehandle: 'rehandled', escalate: 'escalated', close: 'closed', publish: 'published', protect: 'protected',
  agreeWithdrawal: 'withdrawal_agreed', withdraw: 'withdrawn', lapse: 'lapsed',
  see: 'seen', recallSubmission: 'recalled', amendRating: 'rating_amended',
}

test('PLT-21 every act upon a suggestion happens in the named city', async () => {
  const told = await world.read<{ name: string }>(`select distinct name from audit.event where congress_id = ${CITY} and name like 'suggestion.%'`)
  const names = new Set(told.map((it) => it.name))
  expect(actions.filter((action) => !names.has(`suggestion.${traces[action]}`))).toEqual([])
  for (const name of ['rating_reminded', 'rating_disclosed', 'extension_refused', 'withdrawal_asked', 'discarded']) {
    expect(names, name).toContain(`suggestion.${name}`)
  }
})

test('SUG-20 one in eight is joint, with one to five confirmed co-signers; some declined, some have not answered', async () => {
  const rows = await world.read<{ confirmed: number; declined: number; silent: number }>(`select
    count(*) filter (where c.answer = 'confirmed')::int as confirmed, count(*) filter (where c.answer = 'declined')::int as declined,
    count(*) filter (where c.answer is null)::int as silent from suggestions.cosigner c join suggestions.suggestion s
    on s.congress_id = c.congress_id and s.id = c.suggestion_id where c.congress_id = ${CITY} and s.handed_over_on is not null group by c.suggestion_id`)
  expect(rows.length / 823).toBeCloseTo(1 / 8, 1)
  expect(rows.filter((it) => it.confirmed < 1 || it.confirmed > 5)).toEqual([])
  expect([rows.some((it) => it.declined > 0), rows.some((it) => it.silent > 0)]).toEqual([true, true])
})

test('SUG-22 units share what they handle in four ways; objections and extensions are granted, refused and pending', async () => {
  const shared = await world.read<{ parts: ('lead' | 'co' | 'separate')[] }>(`select array_agg(part) as parts from suggestions.handling
    where congress_id = ${CITY} and status <> 'released' and part <> 'letter' group by suggestion_id`)
  const kinds: Record<AssignmentKind, number> = { single: 0, leadAndCo: 0, separate: 0, severalLeads: 0 }
  for (const { parts } of shared) kinds[kindOf(parts.map((part) => ({ part })))] += 1
  expect(kinds).toEqual({ single: 658, leadAndCo: 147, separate: 12, severalLeads: 6 })
  const objections = await world.read(`select status, count(*)::int as n from suggestions.handling
    where congress_id = ${CITY} and objection is not null group by 1 order by 1`)
  expect(objections).toEqual([{ status: 'done', n: 3 }, { status: 'objected', n: 2 }, { status: 'released', n: 9 }])
  const extensions = await world.read(`select decision, count(*)::int as n from suggestions.extension
    where congress_id = ${CITY} group by 1 order by 1`)
  expect(extensions).toEqual([{ decision: 'granted', n: 15 }, { decision: 'refused', n: 2 }, { decision: null, n: 2 }])
})

test('SUG-25 ratings of every kind; what was never rated counts in no rate of satisfaction', async () => {
  const [row] = await world.read<Record<string, number>>(`select count(distinct attitude)::int as attitudes, count(distinct result)::int as results
    from suggestions.rating where congress_id = ${CITY}`)
  expect(row).toEqual({ attitudes: 3, results: 3 })
  const [silent] = await world.read<Record<string, number>>(`select count(*)::int as n, count(final_result)::int as counted
    from suggestions.suggestion where congress_id = ${CITY} and status = 'unrated'`)
  expect(silent).toEqual({ n: 9, counted: 0 })
})

test('SUG-33 what is confidential is handed to nobody yet, so that public figures and public lists are one', async () => {
  const [row] = await world.read(`select count(*)::int as n, count(handed_over_on)::int as handed, count(reference)::int as numbered
    from suggestions.suggestion where congress_id = ${CITY} and is_confidential`)
  expect(row).toEqual({ n: 2, handed: 0, numbered: 0 })
})

test('PLT-21 市房产局 has one to receive, one to be answered, one drafted, one signed, an opinion to give, and a second round', async () => {
  const handler = await signIn('chengban')
  const toReceive = await read(handler, '/suggestions/turns?status=assigned')
  expect(toReceive.map((it) => it.reference)).toEqual(['17-2022-0210'])
  const toAnswer = await read(handler, '/suggestions/turns?status=accepted')
  expect(toAnswer.map((it) => it.reference).toSorted()).toEqual(['17-1-0418', '17-1-0577', '17-2022-0060', '17-2022-0201'])
  const stands = Object.fromEntries(await Promise.all(toAnswer.map(async ({ id, reference }) => [reference, await readOne(handler, `/suggestions/${id}`)])))
  expect(stands['17-1-0418'].replyDrafts).toMatchObject([{ signedOn: null }])
  expect(stands['17-1-0418'].allowed).toContain('signReply')
  expect(stands['17-1-0577'].replyDrafts).toMatchObject([{ signedOn: '2022-09-26' }])
  expect(stands['17-1-0577'].allowed).toContain('reply')
  expect(stands['17-2022-0201'].allowed).toContain('giveOpinion')
  expect(stands['17-2022-0060']).toMatchObject({ round: 2, status: 'accepted' })
})

test('PLT-21 代表工委 has something in each of its queues', async () => {
  const clerk = await signIn('daibiaogongwei')
  const queue = async (query: string) => (await read(clerk, `/suggestions?limit=50&${query}`)).length
  expect(await queue('status=submitted')).toBe(8)
  expect(await queue('status=registered')).toBe(3)
  expect(await queue('status=objected')).toBe(2)
  expect(await queue('asked=extension')).toBe(2)
  expect(await queue('status=rated')).toBe(23)
  expect(await queue('status=escalated')).toBe(1)
})

test('PLT-21 王敏 and 李华 are each asked by the other to sign', async () => {
  for (const [login, leads] of [['daibiao', '李华'], ['lihua', '王敏']] as const) {
    const cookies = await signIn(login)
    const asked = await read(cookies, '/suggestions?mine=cosigned&status=cosigning')
    expect(asked.map((it) => it.deputy.name), login).toEqual([leads])
    expect((await readOne(cookies, `/suggestions/${asked[0]!.id}`)).allowed, login).toContain('cosign')
  }
})

test('PLT-21 第112号 has its co-handler, its opinion of 18 March, its letter and two co-signers', async () => {
  const cookies = await signIn('daibiao')
  const [found] = await read(cookies, `/suggestions?q=${encodeURIComponent('改造充分听取')}`)
  const it = await readOne(cookies, `/suggestions/${found!.id}`)
  expect(it).toMatchObject({ unit: { name: '市房产局' }, coUnits: ['市财政局'], cosigned: { confirmed: 2, invited: 2 }, isKey: true })
  expect(it.handlers[1]).toMatchObject({ part: 'co', opinion: { givenOn: '2022-03-18' } })
  expect(it.replies).toMatchObject([{ documentNumber: '房函〔2022〕12号', repliedOn: '2022-05-20', class: 'B' }])
})

type Cookies = Record<string, string>

async function signIn(login: string): Promise<Cookies> {
  const payload = { login, password: DEMO_PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host: 'localhost' }, payload })
  return Object.fromEntries(answer.cookies.map((it) => [it.name, it.value]))
}

async function read(cookies: Cookies, path: string): Promise<{ id: string; reference: string | null; deputy: { name: string } }[]> {
  return (await readOne(cookies, path)).items
}

async function readOne(cookies: Cookies, path: string) {
  return (await app.inject({ url: `/api/v1${path}`, headers: { host: 'localhost' }, cookies })).json()
}
