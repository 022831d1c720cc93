import type { Act } from '#kernel/identity/act.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { actOf, type Reading } from '../reading.ts'
import { acknowledge } from './actions/acknowledge.ts'
import { answer } from './actions/answer.ts'
import { ask } from './actions/ask.ts'
import { recall } from './actions/recall.ts'
import type { enquiryApi } from './endpoints.ts'
import { enquiriesOf, listEnquiries } from './views.ts'

export const enquiryHandlers: Handlers<Reading, typeof enquiryApi> = {
  listEnquiries: (context, { query }) => listEnquiries(actOf(context), query),
  listEnquiriesOf: (context, { params }) => enquiriesOf(actOf(context), params.id),
  askUnit: (context, { params: { id }, body }) => then(context, async (act) => (await ask(act, id, body), id)),
  recallEnquiry: (context, { params }) => then(context, (act) => recall(act, params.id)),
  acknowledgeEnquiry: (context, { params }) => then(context, (act) => acknowledge(act, params.id)),
  answerEnquiry: (context, { params, body }) => then(context, (act) => answer(act, params.id, body)),
}

/** Acts answer the enquiries of the suggestion as they stand afterwards. */
async function then(context: Reading, action: (act: Act) => Promise<string>) {
  const act = actOf(context)
  return enquiriesOf(act, await action(act))
}
