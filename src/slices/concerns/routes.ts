import { listEvents } from '#kernel/audit/api.ts'
import { sentenceOf } from '#kernel/audit/contract.ts'
import { listUnits } from '#kernel/congress/api.ts'
import { openFile, type BlobStore } from '#kernel/files/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { unitsForText } from '#slices/suggestions/api.ts'
import { accept } from './actions/accept.ts'
import { activateTerms } from './actions/activate-terms.ts'
import { answer } from './actions/answer.ts'
import { assign } from './actions/assign.ts'
import { convert } from './actions/convert.ts'
import { decline } from './actions/decline.ts'
import { dispute } from './actions/dispute.ts'
import type { ConcernAct } from './actions/locked.ts'
import { passOn } from './actions/pass-on.ts'
import { confirm, reject } from './actions/rate.ts'
import { send } from './actions/send.ts'
import { withdraw } from './actions/withdraw.ts'
import { loadClock } from './clock.ts'
import type { Detail } from './contract.ts'
import type { api } from './endpoints.ts'
import { events } from './events.ts'
import { cursorOf, list } from './list-store.ts'
import { suggestionOf, summarise } from './reading.ts'
import { maySee, sightOf } from './rules/may.ts'
import { mayReceive } from './rules/receivers.ts'
import { find, findParts, type Concern } from './store.ts'
import { toDetail, toItem } from './views.ts'

/** What the routes of this slice need of a request. */
interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
  readonly ifMatch: number | null
  readonly blobs: BlobStore
}

export const handlers: Handlers<Reading, typeof api> = {
  listConcerns: async (context, { query }) => {
    const { tx, actor } = actOf(context)
    const clock = await clockOf(context)
    const page = cutPage(await list(tx, sightOf(actor), query, clock.today), query.limit, cursorOf)
    return { items: page.items.map((it) => toItem(it, actor, clock)), next: page.next }
  },
  summariseConcerns: (context) => {
    const { tx, actor, now } = actOf(context)
    return summarise(tx, actor, toBeijingDate(now))
  },
  getConcernTerms: async (context) => (await clockOf(context)).terms,
  activateConcernTerms: async (context, { body }) => {
    await activateTerms(actOf(context), body)
    return (await clockOf(context)).terms
  },
  proposeConcernUnits: async (context, { body }) => {
    const found = await unitsForText(actOf(context), { title: body.text, text: body.place })
    const kinds = new Map((await listUnits(context.tx, toBeijingDate(context.now))).map(({ id, kind }) => [id, kind]))
    const fitting = found.filter(({ unit }) => mayReceive(kinds.get(unit.id) ?? 'other'))
    return { items: fitting.map(({ unit, duties, words }) => ({ unit, words: [...new Set([...duties, ...words])] })) }
  },
  sendConcern: async (context, { body }) => detail(context, await send(actOf(context), body)),
  getConcern: (context, { params }) => detail(context, params.id),
  getConcernTimeline: async (context, { params }) => {
    await visible(context, params.id)
    const told = await listEvents(context.tx, params.id)
    return {
      items: told.map((event) => {
        const { id, name, at } = event
        return { id, name, at: at.toISOString(), sentence: sentenceOf(events, event, context.locale) }
      }),
    }
  },
  openConcernPhoto: async (context, { params: { id, fileId } }) => {
    await visible(context, id)
    const { photos } = await findParts(context.tx, id)
    if (!photos.some((it) => it.fileId === fileId)) throw notFound('这张照片')
    return openFile(context.tx, context.blobs, fileId)
  },
  acceptConcern: (context, { params }) => then(context, params.id, (act) => accept(act, params.id)),
  answerConcern: (context, { params, body }) => then(context, params.id, (act) => answer(act, params.id, body)),
  passOnConcern: (context, { params, body }) => then(context, params.id, (act) => passOn(act, params.id, body)),
  disputeConcern: (context, { params, body }) => then(context, params.id, (act) => dispute(act, params.id, body.reason)),
  assignConcern: (context, { params, body }) => then(context, params.id, (act) => assign(act, params.id, body)),
  declineConcern: (context, { params, body }) => then(context, params.id, (act) => decline(act, params.id, body.reason)),
  confirmConcern: (context, { params }) => then(context, params.id, (act) => confirm(act, params.id)),
  rejectConcern: (context, { params, body }) => then(context, params.id, (act) => reject(act, params.id, body.reason)),
  convertConcern: (context, { params }) => then(context, params.id, (act) => convert(act, params.id)),
  withdrawConcern: (context, { params, body }) => then(context, params.id, (act) => withdraw(act, params.id, body.reason)),
}

async function then(context: Reading, id: string, action: (act: ConcernAct) => Promise<void>): Promise<Detail> {
  await action({ ...actOf(context), version: context.ifMatch })
  return detail(context, id)
}

async function detail(context: Reading, id: string): Promise<Detail> {
  const { tx, actor } = actOf(context)
  const it = await visible(context, id)
  const parts = { ...(await findParts(tx, id)), suggestion: await suggestionOf(tx, actor, it) }
  return toDetail(it, parts, actor, await clockOf(context))
}

/** The concern, or 404 for whoever may not see it. */
async function visible(context: Reading, id: string): Promise<Concern> {
  const { tx, actor } = actOf(context)
  const it = await find(tx, id)
  if (!it) throw notFound('这件事')
  if (!maySee(actor, it)) throw new Hidden('这件事')
  return it
}

function clockOf({ tx, now, locale }: Reading) {
  return loadClock(tx, toBeijingDate(now), locale)
}

/** The audience of these operations guarantees an actor; a mistake there must not become an anonymous act. */
function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
