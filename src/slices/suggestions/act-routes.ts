import type { Act } from '#kernel/identity/act.ts'
import type { Handlers } from '#lib/http/contract.ts'
import type { actApi } from './act-endpoints.ts'
import { amendRating } from './actions/amend-rating.ts'
import { recallSubmission } from './actions/recall-submission.ts'
import { see } from './actions/see.ts'
import type { undoApi } from './undo-endpoints.ts'
import { accept } from './actions/accept.ts'
import { agreeWithdrawal } from './actions/agree-withdrawal.ts'
import { assign } from './actions/assign.ts'
import { close } from './actions/close.ts'
import { concur } from './actions/concur.ts'
import { cosign } from './actions/cosign.ts'
import { decideExtension } from './actions/decide-extension.ts'
import { decline } from './actions/decline.ts'
import { draftReply } from './actions/draft-reply.ts'
import { draft } from './actions/draft.ts'
import { edit } from './actions/edit.ts'
import { escalate } from './actions/escalate.ts'
import { giveOpinion } from './actions/give-opinion.ts'
import { invite } from './actions/invite.ts'
import { logContact } from './actions/log-contact.ts'
import { object } from './actions/object.ts'
import { openRating } from './actions/open-rating.ts'
import { passOn } from './actions/pass-on.ts'
import { protect } from './actions/protect.ts'
import { publish } from './actions/publish.ts'
import { rate } from './actions/rate.ts'
import { reassign } from './actions/reassign.ts'
import { register } from './actions/register.ts'
import { rehandle } from './actions/rehandle.ts'
import { reply } from './actions/reply.ts'
import { requestExtension } from './actions/request-extension.ts'
import { returnForRevision } from './actions/return.ts'
import { signReply } from './actions/sign-reply.ts'
import { submit } from './actions/submit.ts'
import { uphold } from './actions/uphold.ts'
import { withdraw } from './actions/withdraw.ts'
import type { Detail } from './contract.ts'
import { actOf, detail, type Reading } from './routes.ts'

export const actHandlers: Handlers<Reading, typeof actApi & typeof undoApi> = {
  draftSuggestion: async (context, { body }) => {
    const act = actOf(context)
    return detail(act, await draft(act, body), context.locale)
  },
  editSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => edit(act, id, body, context.ifMatch)),
  inviteCosigners: (context, { params, body }) => then(context, params.id, (act, id) => invite(act, id, body.deputyIds)),
  cosignSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => cosign(act, id, body)),
  submitSuggestion: (context, { params }) => then(context, params.id, submit),
  seeSuggestion: (context, { params }) => then(context, params.id, see),
  recallSubmission: (context, { params }) => then(context, params.id, recallSubmission),
  amendRating: (context, { params, body }) => then(context, params.id, (act, id) => amendRating(act, id, body)),
  returnSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => returnForRevision(act, id, body.reason)),
  declineSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => decline(act, id, body)),
  passOnSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => passOn(act, id, body)),
  registerSuggestion: (context, { params }) => then(context, params.id, register),
  assignSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => assign(act, id, body)),
  acceptSuggestion: (context, { params }) => then(context, params.id, accept),
  objectToSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => object(act, id, body)),
  upholdAssignment: (context, { params, body }) => then(context, params.id, (act, id) => uphold(act, id, body)),
  reassignSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => reassign(act, id, body)),
  logContact: (context, { params, body }) => then(context, params.id, (act, id) => logContact(act, id, body)),
  giveOpinion: (context, { params, body }) => then(context, params.id, (act, id) => giveOpinion(act, id, body.text)),
  requestExtension: (context, { params, body }) => then(context, params.id, (act, id) => requestExtension(act, id, body)),
  decideExtension: (context, { params, body }) => then(context, params.id, (act, id) => decideExtension(act, id, body)),
  draftReply: (context, { params, body }) => then(context, params.id, (act, id) => draftReply(act, id, body, context.ifMatch)),
  concurInReply: (context, { params }) => then(context, params.id, concur),
  signReply: (context, { params, body }) => then(context, params.id, (act, id) => signReply(act, id, body)),
  replyToSuggestion: (context, { params }) => then(context, params.id, reply),
  rateSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => rate(act, id, body)),
  openRating: (context, { params }) => openRating(actOf(context), params.id),
  rehandleSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => rehandle(act, id, body)),
  escalateSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => escalate(act, id, body)),
  closeSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => close(act, id, body)),
  publishSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => publish(act, id, body.summary)),
  protectSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => protect(act, id, body)),
  withdrawSuggestion: (context, { params, body }) => then(context, params.id, (act, id) => withdraw(act, id, body.reason)),
  agreeToWithdrawal: (context, { params }) => then(context, params.id, agreeWithdrawal),
}

async function then(context: Reading, id: string, action: (act: Act, id: string) => Promise<void>): Promise<Detail> {
  const act = actOf(context)
  await action(act, id)
  return detail(act, id, context.locale)
}
