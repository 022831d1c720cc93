import { listEvents } from '#kernel/audit/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { dated, loadClock } from './clock.ts'
import type { Detail } from './contract.ts'
import type { SuggestionProfile } from './rules/profile.ts'
import type { api } from './endpoints.ts'
import { readerOf } from './figures/counting.ts'
import { listYears } from './figures/reading.ts'
import { exportTable } from './documents/table.ts'
import { maySee, seesEverything, turnsOf } from './rules/may.ts'
import { publicDetail, publicList, summarise } from './reading.ts'
import { list, listWaiting, waitingCursor } from './list-store.ts'
import { cosignedScope, scopeOf } from './rules/scope.ts'
import { factsOf } from './facts.ts'
import { findParts } from './parts-store.ts'
import { find } from './store.ts'
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
    const scope = query.mine === 'cosigned' ? cosignedScope(act.actor) : scopeOf(act.actor)
    const page = cutPage(await list(act.tx, scope, dated(query, clock)), query.limit, (it) => it.id)
    return { items: page.items.map((it) => toItem(it, clock.dueOf, act.actor)), next: page.next }
  },
  listTurns: async (context, { query }) => {
    const act = actOf(context)
    const { dueOf } = await clockOf(context)
    const waiting = turnsOf(act.actor).filter((status) => status === (query.status ?? status))
    const rows = await listWaiting(act.tx, scopeOf(act.actor), waiting, query)
    const page = cutPage(rows, query.limit, waitingCursor)
    return { items: page.items.map((it) => toItem(it, dueOf, act.actor)), next: page.next }
  },
  getProfile: async (context) => {
    const { profile, profileVersion } = await clockOf(context)
    const today = toBeijingDate(context.now)
    const { actor } = actOf(context)
    const years = await listYears(readerOf(actOf(context), seesEverything(actor) || actor.deputyId !== null, null))
    return { version: profileVersion, today, years, ...formsOf(profile) }
  },
  summariseSuggestions: ({ tx, actor }) => summarise(tx, actor?.roles.has('deputies_affairs')),
  exportSuggestions: (context, { query }) => exportTable(actOf(context), query),
  getSuggestion: (context, { params }) => detail(actOf(context), params.id, context.locale),
  getTimeline: async (context, { params }) => {
    await visible(actOf(context), params.id)
    return { items: toTimeline(await listEvents(context.tx, params.id), 'internal', context.locale) }
  },
  listPublicSuggestions: (context, { query }) => publicList(context, query),
  summarisePublicSuggestions: ({ tx }) => summarise(tx),
  getPublicSuggestion: async (context, { params }) => publicDetail(context, params.reference),
}

/** What forms need of the rules: classes, grounds, words. */
function formsOf({ classes, grounds, groundsBasis, vocabulary, signedBy, objection }: SuggestionProfile) {
  return {
    classes: classes.map(({ code, label, opensCommitment }) => ({ code, label, opensCommitment })),
    grounds,
    groundsBasis,
    coHandler: vocabulary.coHandler,
    signedBy: signedBy?.who ?? null,
    needsProposedUnit: objection.needsProposedUnit,
  }
}

/** A suggestion as its reader sees it, with the acts that are open to them. */
export async function detail(act: Act, id: string, locale: Locale): Promise<Detail> {
  const it = await visible(act, id)
  const today = toBeijingDate(act.now)
  const clock = await clockOf({ ...act, locale })
  const parts = await findParts(act.tx, id)
  return toDetail({ it, parts, clock, facts: factsOf(it, parts, clock, today) }, act.actor)
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
