import { expect, test } from 'vitest'
import { buildServer } from '#app/http/server.ts'
import { sealPending, verify } from '#kernel/audit/seal.ts'
import { checkTotals, percent, totals } from '#kernel/metrics/api.ts'
import { workdaysBetween } from '#kernel/procedure/contract.ts'
import { readCongress } from '#lib/db/tx.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Action, Status } from '#slices/suggestions/contract.ts'
import { events } from '#slices/suggestions/events.ts'
import { lifecycle } from '#slices/suggestions/rules/lifecycle.ts'
import { progress, type Handler } from '#slices/suggestions/rules/handling.ts'
import { recount } from '#slices/suggestions/recount-store.ts'
import { testParts } from '../../tests/support/parts.ts'
import { calendar, day } from './moment.ts'
import { openWorld } from './testing.ts'
import { CITY, DEMO_PASSWORD, PROVINCE, WORLD_NOW } from './world.ts'

interface Row {
  id: string
  congress_id: number
  reference: string | null
  title: string
  status: Status
  unit_id: string | null
  submitted_on: string | null
  registered_on: string | null
  handed_over_on: string | null
  accepted_on: string | null
  replied_on: string | null
  rated_on: string | null
  closed_on: string | null
}

const world = await openWorld()
await world.load()
const { database } = world.connection
const rows = await world.read<Row>('select * from suggestions.suggestion order by congress_id, id')
const told = await world.read<{ name: keyof typeof events; subject_id: string; actor_id: string; at: Date; payload: object }>(
  `select name, subject_id, actor_id, at, payload from audit.event where name like 'suggestion.%' order by id`,
)
const app = await buildServer({ database, parts: testParts(), clock: () => WORLD_NOW, rateLimit: 100_000 })

/** What moves the whole suggestion; what a unit does in between moves its own part, and the whole follows from the parts. */
const actionOf: Readonly<Record<string, Action>> = {
  edited: 'edit', invited: 'invite', cosigned: 'cosign', submitted: 'submit', returned: 'return', declined: 'decline', passed_on: 'passOn',
  registered: 'register', protected: 'protect', assigned: 'assign', rated: 'rate', rating_opened: 'openRating', rehandled: 'rehandle',
  escalated: 'escalate', closed: 'close', published: 'publish', withdrawn: 'withdraw', discarded: 'withdraw', lapsed: 'lapse',
  seen: 'see', recalled: 'recallSubmission', rating_amended: 'amendRating',
}
const partOf: Readonly<Record<string, Action>> = {
  accepted: 'accept', objected: 'object', upheld: 'uphold', reassigned: 'reassign', contacted: 'logContact', opinion_given: 'giveOpinion',
  extension_requested: 'requestExtension', extended: 'decideExtension', extension_refused: 'decideExtension', reply_drafted: 'draftReply',
  concurred: 'concur', reply_signed: 'signReply', replied: 'reply',
}

test('PLT-21 the totals, a recount of the rows and both summaries say 796 of 823, 96.7%', async () => {
  for (const congress of [CITY, PROVINCE]) {
    expect(await checkTotals(database, congress, recount.metrics, recount.count, WORLD_NOW)).toEqual([])
  }
  const sum = async (metric: string) => [...(await readCongress(database, CITY, (tx) => totals(tx, metric))).values()].reduce((a, b) => a + b, 0)
  expect(percent(await sum('suggestion.replied'), await sum('suggestion.handed_over'))).toBe('96.7%')
  const expected = { handedOver: 823, replied: 796, open: 27, replyRate: '96.7%' }
  const open = await app.inject({ url: '/api/v1/public/suggestions/summary', headers: { host: 'localhost' } })
  expect(open.json()).toMatchObject(expected)
  const cookies = await signIn('lingdao')
  const inside = await app.inject({ url: '/api/v1/suggestions/summary', headers: { host: 'localhost' }, cookies })
  expect(inside.json()).toMatchObject(expected)
})

test('PLT-21 the events of each suggestion are a path of the lifecycle to its status, and fit their schemas', async () => {
  const handlers = await world.read<Handler & { suggestionId: string }>(`select suggestion_id as "suggestionId", ordinal, unit_id as "unitId",
    part, status, handed_over_on as "handedOverOn", concurred_on as "concurredOn" from suggestions.handling`)
  const bySubject = groupBy(told)
  const broken = rows.filter((row) => {
    const own = () => progress(handlers.filter((it) => it.suggestionId === row.id))
    return statusAfter(bySubject.get(row.id) ?? [], own) !== row.status
  })
  expect(broken).toEqual([])
  expect(told.filter((it) => !events[it.name].payload.safeParse(it.payload).success)).toEqual([])
  expect(told.length).toBeGreaterThan(rows.length * 8)
})

/** Walks the lifecycle; while units handle it, the last word is that of their parts. */
function statusAfter(path: typeof told, own: () => Status): Status | undefined {
  const lastPart = path.findLastIndex((it) => partOf[it.name.split('.')[1]!] !== undefined)
  let status: Status | undefined = 'draft'
  for (const [index, { name }] of path.slice(1).entries()) {
    const verb = name.split('.')[1]!
    if (actionOf[verb]) status = status && next(lifecycle, status, actionOf[verb])
    else if (verb === 'replied') status = 'replied'
    else if (partOf[verb] && status !== 'assigned' && status !== 'objected' && status !== 'accepted') status = undefined
    if (index + 1 === lastPart) status = status && (status === 'replied' ? status : own())
  }
  return status
}

test('PLT-21 the days of a row are the days of its events, and every actor is an account', async () => {
  const columns = { submitted: 'submitted_on', registered: 'registered_on', assigned: 'handed_over_on', replied: 'replied_on', rated: 'rated_on', closed: 'closed_on' } as const
  const last = new Map(told.map((it) => [`${it.subject_id} ${it.name}`, toBeijingDate(it.at)]))
  // What was taken back is as if it had never been handed in.
  for (const it of told.filter(({ name }) => name === 'suggestion.recalled')) last.delete(`${it.subject_id} suggestion.submitted`)
  for (const [name, column] of Object.entries(columns)) {
    expect(rows.filter((it) => it[column] !== (last.get(`${it.id} suggestion.${name}`) ?? null)), column).toEqual([])
  }
  // Several units sign for it; the row has the day of the first one, or of the objection that was refused.
  const received = told.filter((it) => it.name === 'suggestion.accepted' || it.name === 'suggestion.upheld').toReversed()
  const first = new Map(received.map((it) => [it.subject_id, toBeijingDate(it.at)]))
  expect(rows.filter((it) => it.accepted_on !== (first.get(it.id) ?? null))).toEqual([])
  const strangers = await world.read('select e.id from audit.event e where e.actor_id is not null and not exists (select from identity.account a where a.congress_id = e.congress_id and a.id = e.actor_id)')
  expect(strangers).toEqual([])
})

test('PLT-21 no title occurs twice, ten are about 老旧小区改造, and all ten went to 市房产局', async () => {
  expect(new Set(rows.map((it) => it.title)).size).toBe(rows.length)
  const units = await world.read<{ name: string }>(`select u.name from suggestions.suggestion s join congress.unit u
    on u.congress_id = s.congress_id and u.id = s.unit_id where s.title like '%老旧小区改造%'`)
  expect(units.map((it) => it.name)).toEqual(Array.from({ length: 10 }, () => '市房产局'))
})

test('PLT-21 hand-overs keep seven working days; all replies but nine keep the statutory clock', async () => {
  const slow = rows.filter((it) => it.handed_over_on && workdaysBetween(calendar, day(it.submitted_on!), day(it.handed_over_on)) > 7)
  expect(slow).toEqual([])
  const late = await world.read(`select s.id from suggestions.suggestion s join suggestions.reply r
    on r.congress_id = s.congress_id and r.suggestion_id = s.id and r.round = 1
    where s.congress_id = ${CITY} and r.replied_on > s.handed_over_on + make_interval(months => case when s.is_difficult then 6 else 3 + s.extended_months end)`)
  expect(late).toHaveLength(9)
  const overdue = await world.read(`select id from suggestions.suggestion where handed_over_on is not null and replied_on is null
    and handed_over_on + make_interval(months => case when is_difficult then 6 else 3 end) < '2022-09-27'`)
  expect(overdue).toEqual([])
})

test('PLT-21 every reply answers each request and follows a contact of its round; letter numbers are not given twice', async () => {
  const bad = await world.read(`select r.suggestion_id from suggestions.reply r where
    (select count(*) from suggestions.reply_point p where p.congress_id = r.congress_id and p.suggestion_id = r.suggestion_id and p.round = r.round and p.unit_id = r.unit_id)
    <> (select count(*) from suggestions.request q where q.congress_id = r.congress_id and q.suggestion_id = r.suggestion_id)
    or not exists (select from suggestions.contact c where c.congress_id = r.congress_id and c.suggestion_id = r.suggestion_id
      and c.round = r.round and c.unit_id = r.unit_id and c.contacted_on <= r.replied_on)`)
  expect(bad).toEqual([])
  const twice = await world.read('select document_number from suggestions.reply group by congress_id, document_number having count(*) > 1')
  expect(twice).toEqual([])
})

test('PLT-21 the units of screen 12 stand as drawn', async () => {
  const units = await world.read(`select u.name, count(*)::int as handed_over, count(s.replied_on)::int as replied from suggestions.suggestion s
    join congress.unit u on u.congress_id = s.congress_id and u.id = s.unit_id where u.name in ('市房产局', '市教育局') group by 1 order by 2 desc`)
  expect(units).toEqual([{ name: '市房产局', handed_over: 62, replied: 61 }, { name: '市教育局', handed_over: 50, replied: 48 }])
})

test('PLT-21 第112号 and the other cases of the screens are as drawn', async () => {
  const it = (number: number) => rows.find((row) => row.reference === `17-1-${String(number).padStart(4, '0')}`)!
  expect(it(112)).toMatchObject({
    title: '关于老旧小区改造充分听取居民意见的建议', status: 'closed', submitted_on: '2022-02-16', registered_on: '2022-02-22',
    handed_over_on: '2022-02-25', accepted_on: '2022-02-28', replied_on: '2022-05-20', rated_on: '2022-06-01',
  })
  const [letter] = await world.read('select class, document_number from suggestions.reply where suggestion_id = $1', it(112).id)
  expect(letter).toEqual({ class: 'B', document_number: '房函〔2022〕12号' })
  expect([it(88).status, it(219).status, it(305).status]).toEqual(['rated', 'replied', 'accepted'])
  const cookies = await signIn('daibiao')
  const mine = (await app.inject({ url: '/api/v1/suggestions?status=replied', headers: { host: 'localhost' }, cookies })).json()
  expect(mine.items.map((item: { number: number }) => item.number).toSorted()).toEqual([219])
  const due = await app.inject({ url: '/api/v1/public/suggestions/17-1-0305', headers: { host: 'localhost' } })
  expect(due.json()).toMatchObject({ unit: { name: '市营商局' }, due: { kind: 'reply', dueOn: '2022-09-29', level: 'near' } })
  const waiting = rows.filter((row) => row.status === 'rated').map((row) => row.id)
  const unhandled = await world.read<{ suggestion_id: string }>(`select r.suggestion_id from suggestions.rating r join suggestions.suggestion s
    on s.congress_id = r.congress_id and s.id = r.suggestion_id and s.round = r.round
    where 'dissatisfied' in (r.attitude, r.result) and r.suggestion_id = any($1)`, waiting)
  expect(unhandled.map((row) => row.suggestion_id)).toEqual([it(88).id])
})

test('PLT-21 words of a suggestion are found, in the house and in public', async () => {
  const found = await app.inject({ url: `/api/v1/public/suggestions?q=${encodeURIComponent('看单点菜')}`, headers: { host: 'localhost' } })
  expect(found.json().items).toEqual([])
  const renewal = await app.inject({ url: `/api/v1/public/suggestions?q=${encodeURIComponent('老旧小区改造')}&limit=50`, headers: { host: 'localhost' } })
  expect(renewal.json().items).toHaveLength(10)
})

test('PLT-21 one demo account for each role signs in with the demo password and owes nothing but a second factor', async () => {
  const accounts = await world.read<{ login: string; role: string }>(`select a.login, g.role from identity.account a
    join identity.role_grant g on g.congress_id = a.congress_id and g.account_id = a.id
    where a.congress_id = ${CITY} and a.password_hash is not null order by a.id`)
  expect(accounts.map((it) => it.login)).toEqual([
    'daibiao', 'lihua', 'lianluoyuan', 'daibiaogongwei', 'daibiaogongwei2', 'zhuanweihui', 'fagongwei', 'duban',
    'chengban', 'chengban2', 'bumen', 'lingdao', 'xitong', 'anquan', 'shenji',
  ])
  expect(new Set(accounts.map((it) => it.role)).size).toBe(12)
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host: 'localhost' }, payload: { login: 'chengban', password: DEMO_PASSWORD } })
  expect(answer.json()).toMatchObject({ status: 'signed_in', me: { name: '孙建华', unit: { name: '市房产局' }, duty: null } })
})

test('PLT-21 the next number of each series goes on from the last', async () => {
  const series = await world.read('select series, last_number from suggestions.number_series order by congress_id, series')
  expect(series).toEqual([{ series: '17-1', last_number: 612 }, { series: '17-2022', last_number: 215 }, { series: '13-5', last_number: 6 }])
})

test('PLT-21 the sealer seals the whole past, and the chain holds', async () => {
  const events = await world.read<{ n: number }>(`select count(*)::int as n from audit.event where congress_id = ${CITY}`)
  expect(await sealPending(database, CITY, WORLD_NOW)).toBe(events[0]!.n)
  expect((await verify(database, CITY, '/nonexistent')).findings).toEqual([])
})

async function signIn(login: string): Promise<Record<string, string>> {
  const payload = { login, password: DEMO_PASSWORD }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', headers: { host: 'localhost' }, payload })
  return Object.fromEntries(answer.cookies.map((it) => [it.name, it.value]))
}

function groupBy(all: typeof told): Map<string, typeof told> {
  const groups = new Map<string, typeof told>()
  for (const it of all) groups.set(it.subject_id, [...(groups.get(it.subject_id) ?? []), it])
  return groups
}
