import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { readVersions } from '#kernel/procedure/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { activateTerms } from './actions/activate-terms.ts'
import { ask } from './actions/ask.ts'
import { carry } from './actions/carry.ts'
import { giveUp } from './actions/give-up.ts'
import { keep } from './actions/keep.ts'
import { rate } from './actions/rate.ts'
import { report } from './actions/report.ts'
import { loadClock } from './clock.ts'
import type { Detail } from './contract.ts'
import { exportTable } from './documents/table.ts'
import type { api } from './endpoints.ts'
import { cursorOf, list } from './list-store.ts'
import { maySee, sightOf } from './rules/may.ts'
import { commitmentProfile, defaultProfile } from './rules/profile.ts'
import { summarise } from './reading.ts'
import { find, findParts, listOf } from './store.ts'
import { toDetail, toItem } from './views.ts'

/** What the routes of this slice need of a request. */
export interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
}

export const handlers: Handlers<Reading, typeof api> = {
  listCommitments: async (context, { query }) => {
    const { tx, actor } = actOf(context)
    const clock = await clockOf(context)
    const page = cutPage(await list(tx, sightOf(actor), query, clock.today), query.limit, cursorOf)
    return { items: page.items.map((it) => toItem(it, actor, clock)), next: page.next }
  },
  summariseCommitments: (context) => {
    const { tx, actor, now } = actOf(context)
    return summarise(tx, actor, toBeijingDate(now))
  },
  getCommitmentTerms: async (context) => (await clockOf(context)).terms,
  listCommitmentTerms: (context) => readVersions(context, commitmentProfile, defaultProfile),
  activateCommitmentTerms: async (context, { body }) => {
    await activateTerms(actOf(context), body)
    return (await clockOf(context)).terms
  },
  exportCommitments: (context, { query }) => exportTable(actOf(context), query),
  listCommitmentsOf: async (context, { params }) => {
    const { tx, actor } = actOf(context)
    const clock = await clockOf(context)
    const seen = (await listOf(tx, params.id)).filter((it) => maySee(actor, it))
    const items: Detail[] = []
    for (const it of seen) items.push(toDetail(it, await findParts(tx, it.id), actor, clock))
    return { items }
  },
  getCommitment: (context, { params }) => detail(context, params.id),
  reportCommitment: (context, { params, body }) => then(context, params.id, (act) => report(act, params.id, body)),
  keepCommitment: (context, { params, body }) => then(context, params.id, (act) => keep(act, params.id, body)),
  giveUpCommitment: (context, { params, body }) => then(context, params.id, (act) => giveUp(act, params.id, body.reason)),
  carryCommitment: (context, { params, body }) => then(context, params.id, (act) => carry(act, params.id, body)),
  askAboutCommitment: (context, { params, body }) => then(context, params.id, (act) => ask(act, params.id, body.note)),
  rateCommitment: (context, { params, body }) => then(context, params.id, (act) => rate(act, params.id, body)),
}

async function then(context: Reading, id: string, action: (act: Act) => Promise<void>): Promise<Detail> {
  await action(actOf(context))
  return detail(context, id)
}

/** The promise, or 404 for whoever may not see it. */
async function detail(context: Reading, id: string): Promise<Detail> {
  const { tx, actor } = actOf(context)
  const it = await find(tx, id)
  if (!it) throw notFound('这项承诺')
  if (!maySee(actor, it)) throw new Hidden('这项承诺')
  return toDetail(it, await findParts(tx, id), actor, await clockOf(context))
}

function clockOf({ tx, now, locale }: Reading) {
  return loadClock(tx, toBeijingDate(now), locale)
}

/** The audience of these operations guarantees an actor; a mistake there must not become an anonymous act. */
export function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
