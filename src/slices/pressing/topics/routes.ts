import type { Act } from '#kernel/identity/act.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { actOf, type Reading } from '../reading.ts'
import { conclude, decide, report, start } from './actions/carry-out.ts'
import { addMember, removeMember } from './actions/members.ts'
import { compile, drop, edit, propose } from './actions/prepare.ts'
import type { Detail } from './contract.ts'
import type { topicApi } from './endpoints.ts'
import { listTopics, publicTopics, topicDetail } from './views.ts'

export const topicHandlers: Handlers<Reading, typeof topicApi> = {
  listTopics: (context, { query }) => listTopics(actOf(context), query),
  getTopic: (context, { params }) => topicDetail(actOf(context), params.id, context.locale),
  proposeTopic: async (context, { body }) => {
    const act = actOf(context)
    return topicDetail(act, await propose(act, body), context.locale)
  },
  editTopic: (context, { params, body }) => then(context, params.id, (act) => edit(act, params.id, body, context.ifMatch)),
  addTopicMember: (context, { params, body }) => then(context, params.id, (act) => addMember(act, params.id, body.suggestionId)),
  removeTopicMember: (context, { params }) =>
    then(context, params.id, (act) => removeMember(act, params.id, params.suggestionId)),
  compileTopic: (context, { params }) => then(context, params.id, (act) => compile(act, params.id)),
  dropTopic: (context, { params, body }) => then(context, params.id, (act) => drop(act, params.id, body.reason)),
  decideTopic: (context, { params, body }) => then(context, params.id, (act) => decide(act, params.id, body)),
  startTopic: (context, { params, body }) => then(context, params.id, (act) => start(act, params.id, body.plan)),
  reportTopic: (context, { params, body }) => then(context, params.id, (act) => report(act, params.id, body)),
  concludeTopic: (context, { params, body }) => then(context, params.id, (act) => conclude(act, params.id, body.report)),
  listPublicTopics: async ({ tx }) => ({ items: await publicTopics(tx) }),
}

async function then(context: Reading, id: string, action: (act: Act) => Promise<void>): Promise<Detail> {
  const act = actOf(context)
  await action(act)
  return topicDetail(act, id, context.locale)
}
