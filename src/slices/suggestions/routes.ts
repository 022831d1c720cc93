import { listEvents } from '#kernel/audit/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { accept } from './actions/accept.ts'
import { assign } from './actions/assign.ts'
import { close } from './actions/close.ts'
import { draft } from './actions/draft.ts'
import { edit } from './actions/edit.ts'
import { logContact } from './actions/log-contact.ts'
import { rate } from './actions/rate.ts'
import { register } from './actions/register.ts'
import { rehandle } from './actions/rehandle.ts'
import { reply } from './actions/reply.ts'
import { returnForRevision } from './actions/return.ts'
import { submit } from './actions/submit.ts'
import { withdraw } from './actions/withdraw.ts'
import { dated, loadClock } from './clock.ts'
import type { Detail } from './contract.ts'
import type { api } from './endpoints.ts'
import { exportTable } from './documents/table.ts'
import { maySee, turnsOf } from './rules/may.ts'
import { publicDetail, publicList, summarise } from './reading.ts'
import { list, listWaiting, waitingCursor } from './list-store.ts'
import { scopeOf } from './rules/scope.ts'
import { find, findParts } from './store.ts'
import { toDetail, toItem, toTimeline } from './views.ts'

/** What the routes of this slice need of a request. */
export interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
  readonly ifMatch: number | null
}

export const handlers: Handlers<Reading, typeof api> = {
  listSuggestions: async (context, { query }) => {
    const act = actOf(context)
    const clock = await clockOf(context)
    const page = cutPage(await list(act.tx, scopeOf(act.actor), dated(query, clock)), query.limit, (it) => it.id)
    return { items: page.items.map((it) => toItem(it, clock.dueOf)), next: page.next }
  },
  listTurns: async (context, { query }) => {
    const act = actOf(context)
    const { dueOf } = await clockOf(context)
    const waiting = turnsOf(act.actor).filter((status) => status === (query.status ?? status))
    const rows = await listWaiting(act.tx, scopeOf(act.actor), waiting, query)
    const page = cutPage(rows, query.limit, waitingCursor)
    return { items: page.items.map((it) => toItem(it, dueOf)), next: page.next }
  },
  getProfile: async (context) => {
    const { profile, profileVersion } = await clockOf(context)
    const today = toBeijingDate(context.now)
    return { version: profileVersion, today, classes: profile.classes.map(({ code, label }) => ({ code, label })) }
  },
  summariseSuggestions: ({ tx }) => summarise(tx),
  exportSuggestions: (context, { query }) => exportTable(actOf(context), query),
  getSuggestion: (context, { params }) => detail(actOf(context), params.id, context.locale),
  getTimeline: async (context, { params }) => {
    await visible(actOf(context), params.id)
    return { items: toTimeline(await listEvents(context.tx, params.id), 'internal', context.locale) }
  },
  draftSuggestion: async (context, { body }) => {
    const act = actOf(context)
    return detail(act, await draft(act, body), context.locale)
  },
  editSuggestion: (context, { params, body }) => then(context, params.id, (act) => edit(act, params.id, body, context.ifMatch)),
  submitSuggestion: (context, { params }) => then(context, params.id, (act) => submit(act, params.id)),
  returnSuggestion: (context, { params, body }) =>
    then(context, params.id, (act) => returnForRevision(act, params.id, body.reason)),
  registerSuggestion: (context, { params }) => then(context, params.id, (act) => register(act, params.id)),
  assignSuggestion: (context, { params, body }) => then(context, params.id, (act) => assign(act, params.id, body)),
  acceptSuggestion: (context, { params }) => then(context, params.id, (act) => accept(act, params.id)),
  logContact: (context, { params, body }) => then(context, params.id, (act) => logContact(act, params.id, body)),
  replyToSuggestion: (context, { params, body }) => then(context, params.id, (act) => reply(act, params.id, body)),
  rateSuggestion: (context, { params, body }) => then(context, params.id, (act) => rate(act, params.id, body)),
  rehandleSuggestion: (context, { params, body }) => then(context, params.id, (act) => rehandle(act, params.id, body.reason)),
  closeSuggestion: (context, { params }) => then(context, params.id, (act) => close(act, params.id)),
  withdrawSuggestion: (context, { params, body }) => then(context, params.id, (act) => withdraw(act, params.id, body.reason)),
  listPublicSuggestions: (context, { query }) => publicList(context, query),
  summarisePublicSuggestions: ({ tx }) => summarise(tx),
  getPublicSuggestion: async (context, { params }) => publicDetail(context, params.reference),
}

async function then(context: Reading, id: string, action: (act: Act) => Promise<void>): Promise<Detail> {
  const act = actOf(context)
  await action(act)
  return detail(act, id, context.locale)
}

async function detail(act: Act, id: string, locale: Locale): Promise<Detail> {
  const it = await visible(act, id)
  const { dueOf } = await clockOf({ ...act, locale })
  return toDetail(it, await findParts(act.tx, id), act.actor, dueOf)
}

/** The suggestion, or 404 for whoever may not see it. */
export async function visible({ tx, actor }: Act, id: string) {
  const it = await find(tx, id)
  if (!it) throw notFound('这件建议')
  if (!maySee(actor, it)) throw new Hidden('这件建议')
  return it
}

function clockOf({ tx, now, locale }: Pick<Reading, 'tx' | 'now' | 'locale'>) {
  return loadClock(tx, toBeijingDate(now), locale)
}

/** The audience of these operations guarantees an actor; a mistake there must not become an anonymous act. */
export function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
