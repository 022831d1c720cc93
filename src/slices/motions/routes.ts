import { listEvents } from '#kernel/audit/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { readVersions } from '#kernel/procedure/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { cutPage } from '#lib/http/page.ts'
import { Hidden, notFound, Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { activateSettings } from './actions/activate-settings.ts'
import { agreeToConversion, declineConversion } from './actions/answer-conversion.ts'
import { convert } from './actions/convert.ts'
import { cosign, declineCosigning, read } from './actions/cosign.ts'
import { decide } from './actions/decide.ts'
import { draft } from './actions/draft.ts'
import { edit } from './actions/edit.ts'
import { giveOpinion } from './actions/give-opinion.ts'
import { invite } from './actions/invite.ts'
import { link, unlink } from './actions/link.ts'
import { merge } from './actions/merge.ts'
import { receive } from './actions/receive.ts'
import { returnForRevision } from './actions/return.ts'
import { submit } from './actions/submit.ts'
import { withdrawCosigning } from './actions/withdraw-cosigning.ts'
import { withdraw } from './actions/withdraw.ts'
import { loadClock } from './clock.ts'
import type { Detail, Settings } from './contract.ts'
import { exportTable } from './documents/table.ts'
import type { api } from './endpoints.ts'
import { findLevel } from './level-store.ts'
import { countTurns, list } from './list-store.ts'
import { openFile, publicDetail, publicList, summarise } from './reading.ts'
import { maySee } from './rules/may.ts'
import { defaultSettings, motionProfile } from './rules/profile.ts'
import { scopeOf } from './rules/scope.ts'
import { find, listSeries, type Motion } from './store.ts'
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
  listMotions: async (context, { query }) => {
    const { tx, actor } = actOf(context)
    const clock = await clockOf(context)
    const page = cutPage(await list(tx, scopeOf(actor), query), query.limit, (it) => it.id)
    return { items: page.items.map((it) => toItem(it, actor, clock)), next: page.next }
  },
  summariseMotions: ({ tx }) => summarise(tx),
  countMotionTurns: async (context) => {
    const { tx, actor } = actOf(context)
    return { counts: Object.fromEntries(await countTurns(tx, scopeOf(actor))) }
  },
  getMotionSettings: (context) => settingsOf(context),
  listMotionSettings: async (context) => readVersions(context, motionProfile, defaultSettings(await findLevel(context.tx))),
  activateMotionSettings: async (context, { body }) => {
    await activateSettings(actOf(context), body)
    return settingsOf(context)
  },
  listMotionSeries: async ({ tx }) => ({ items: await listSeries(tx) }),
  exportMotions: (context, { query }) => exportTable(actOf(context), query),
  getMotion: (context, { params }) => detail(actOf(context), params.id, context.locale),
  getMotionTimeline: async (context, { params }) => {
    await visible(actOf(context), params.id)
    return { items: toTimeline(await listEvents(context.tx, params.id), 'internal', context.locale) }
  },
  draftMotion: async (context, { body }) => {
    const act = actOf(context)
    return detail(act, await draft(act, body), context.locale)
  },
  editMotion: (context, { params, body }) => then(context, params.id, (act) => edit(act, params.id, body, context.ifMatch)),
  inviteCosigners: (context, { params, body }) => then(context, params.id, (act) => invite(act, params.id, body.deputyIds)),
  readMotion: (context, { params, body }) => then(context, params.id, (act) => read(act, params.id, body.textVersion)),
  cosignMotion: (context, { params, body }) => then(context, params.id, (act) => cosign(act, params.id, body.textVersion)),
  declineCosigning: (context, { params }) => then(context, params.id, (act) => declineCosigning(act, params.id)),
  withdrawCosigning: (context, { params, body }) =>
    then(context, params.id, (act) => withdrawCosigning(act, params.id, body.reason)),
  submitMotion: (context, { params }) => then(context, params.id, (act) => submit(act, params.id)),
  returnMotion: (context, { params, body }) => then(context, params.id, (act) => returnForRevision(act, params.id, body.reason)),
  receiveMotion: (context, { params }) => then(context, params.id, (act) => receive(act, params.id)),
  decideMotion: (context, { params, body }) => then(context, params.id, (act) => decide(act, params.id, body)),
  mergeMotion: (context, { params, body }) => then(context, params.id, (act) => merge(act, params.id, body)),
  giveMotionOpinion: (context, { params, body }) => then(context, params.id, (act) => giveOpinion(act, params.id, body)),
  agreeToConversion: (context, { params }) => then(context, params.id, (act) => agreeToConversion(act, params.id)),
  declineConversion: (context, { params, body }) =>
    then(context, params.id, (act) => declineConversion(act, params.id, body.reason)),
  convertMotion: (context, { params, body }) => then(context, params.id, (act) => convert(act, params.id, body.category)),
  linkMotion: (context, { params, body }) => then(context, params.id, (act) => link(act, params.id, body.suggestionId)),
  unlinkMotion: (context, { params, body }) => then(context, params.id, (act) => unlink(act, params.id, body.suggestionId)),
  withdrawMotion: (context, { params, body }) => then(context, params.id, (act) => withdraw(act, params.id, body)),
  listPublicMotions: ({ tx }, { query }) => publicList(tx, query),
  summarisePublicMotions: ({ tx }) => summarise(tx),
  getPublicMotion: (context, { params }) => publicDetail(context, params.reference),
}

async function settingsOf(context: Reading): Promise<Settings> {
  const { today, settings } = await clockOf(context)
  const { minimum, minimumBasis, committeeOpinion } = settings
  return { today, minimum, minimumBasis, committeeOpinion: committeeOpinion.term, committeeOpinionBasis: committeeOpinion.basis }
}

async function then(context: Reading, id: string, action: (act: Act) => Promise<void>): Promise<Detail> {
  const act = actOf(context)
  await action(act)
  return detail(act, id, context.locale)
}

async function detail(act: Act, id: string, locale: Locale): Promise<Detail> {
  const it = await visible(act, id)
  return toDetail(await openFile(act.tx, it), act.actor, await clockOf({ ...act, locale }))
}

/** The motion, or 404 for whoever may not see it. */
async function visible({ tx, actor }: Act, id: string): Promise<Motion> {
  const it = await find(tx, id)
  if (!it) throw notFound('这件议案')
  if (!maySee(actor, it)) throw new Hidden('这件议案')
  return it
}

function clockOf({ tx, now, locale }: Pick<Reading, 'tx' | 'now' | 'locale'>) {
  return loadClock(tx, toBeijingDate(now), locale)
}

/** The audience of these operations guarantees an actor; a mistake there must not become an anonymous act. */
function actOf({ tx, actor, now }: Reading): Act {
  if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return { tx, actor, now }
}
