import { enqueue } from '#kernel/jobs/api.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import { actOf, visible, type Reading } from '../routes.ts'
import { hasContact, requestsOf } from './advice-store.ts'
import type { adviceApi } from './endpoints.ts'
import { learnUnitsOf } from './jobs.ts'
import { reviewAdvice } from './rules/review-advice.ts'
import { similar } from './similar.ts'
import { unitProposal } from './unit-proposal.ts'

export const adviceHandlers: Handlers<Reading, typeof adviceApi> = {
  findSimilar: async (context, { body }) => ({ items: await similar(actOf(context), body) }),
  reviewSuggestion: async (context, { params }) => {
    const it = await visible(actOf(context), params.id)
    const { tx, now, locale } = context
    const { profile } = await loadClock(tx, toBeijingDate(now), locale)
    const requests = await requestsOf(tx, it.id)
    return reviewAdvice({ ...it, requests }, await hasContact(tx, it.leadDeputyId), profile)
  },
  proposeUnit: async (context, { params }) => {
    const act = actOf(context)
    return unitProposal(act, await visible(act, params.id))
  },
  learnUnits: async (context) => {
    const { tx } = actOf(context)
    await enqueue(tx, learnUnitsOf, { congressId: tx.congressId }, { key: `suggestions.learn-units-of:${tx.congressId}` })
    return { isQueued: true }
  },
}
