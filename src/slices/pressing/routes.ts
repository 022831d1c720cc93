import type { Act } from '#kernel/identity/act.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { addDays, toBeijingDate } from '#lib/pure/date.ts'
import type { CasePressing } from './case/contract.ts'
import { readCase, summarise } from './case/reading.ts'
import type { caseApi, eventApi, guidanceApi, outcomeApi, planApi } from './endpoints.ts'
import { enquiryHandlers } from './enquiries/routes.ts'
import { arrange, cancel, edit as editEvent } from './events/actions/arrange.ts'
import { hold } from './events/actions/hold.ts'
import { listMeetings, meetingDetail, publicMeetings } from './events/views.ts'
import { fileHandlers } from './files/routes.ts'
import { acknowledge, answer } from './guidance/actions/answer.ts'
import { issue } from './guidance/actions/issue.ts'
import { listGuidance } from './guidance/views.ts'
import { publish, retract } from './outcomes/actions/publish.ts'
import { edit as editOutcome, recordOutcome } from './outcomes/actions/record-outcome.ts'
import { planVisit, recordVisit } from './outcomes/actions/visit.ts'
import { listOutcomes, listVisits, outcomeDetail, publicOutcomes } from './outcomes/views.ts'
import { edit as editPlan, make } from './plans/actions/make.ts'
import { addMember, removeMember } from './plans/actions/members.ts'
import { listPlans, planDetail, planText } from './plans/views.ts'
import { actOf, type Reading } from './reading.ts'

const caseHandlers: Handlers<Reading, typeof caseApi> = {
  getPressing: (context, { params }) => readCase(actOf(context), params.id),
  getPlanText: async (context, { params }) => ({ plan: await planText(actOf(context), params.id) }),
  summarisePressing: ({ tx, now }) => summarise(tx, now),
}

const planHandlers: Handlers<Reading, typeof planApi> = {
  listPlans: (context, { query }) => listPlans(actOf(context), query),
  getPlan: (context, { params }) => planDetail(actOf(context), params.id),
  makePlan: (context, { body }) => made(context, (act) => make(act, body), planDetail),
  editPlan: (context, { params: { id }, body }) =>
    done(context, id, (act) => editPlan(act, id, body, context.ifMatch), planDetail),
  addPlanMember: (context, { params: { id }, body }) =>
    done(context, id, (act) => addMember(act, id, body.suggestionId), planDetail),
  removePlanMember: (context, { params: { id, suggestionId } }) =>
    done(context, id, (act) => removeMember(act, id, suggestionId), planDetail),
}

const eventHandlers: Handlers<Reading, typeof eventApi> = {
  listFaceToFace: (context, { query }) => listMeetings(actOf(context), query),
  getFaceToFace: (context, { params }) => meetingDetail(actOf(context), params.id),
  arrangeFaceToFace: (context, { body }) => made(context, (act) => arrange(act, body), meetingDetail),
  editFaceToFace: (context, { params: { id }, body }) =>
    done(context, id, (act) => editEvent(act, id, body, context.ifMatch), meetingDetail),
  holdFaceToFace: (context, { params: { id }, body }) => done(context, id, (act) => hold(act, id, body), meetingDetail),
  cancelFaceToFace: (context, { params: { id }, body }) =>
    done(context, id, (act) => cancel(act, id, body.reason), meetingDetail),
}

const guidanceHandlers: Handlers<Reading, typeof guidanceApi> = {
  listGuidance: (context, { query }) => listGuidance(actOf(context), query),
  issueGuidance: (context, { params: { id }, body }) => onCase(context, async (act) => (await issue(act, id, body), id)),
  acknowledgeGuidance: (context, { params }) => onCase(context, (act) => acknowledge(act, params.id)),
  answerGuidance: (context, { params, body }) => onCase(context, (act) => answer(act, params.id, body.answer)),
}

const outcomeHandlers: Handlers<Reading, typeof outcomeApi> = {
  listOutcomes: (context, { query }) => listOutcomes(actOf(context), query),
  getOutcome: (context, { params }) => outcomeDetail(actOf(context), params.id),
  recordOutcome: (context, { body }) => made(context, (act) => recordOutcome(act, body), outcomeDetail),
  editOutcome: (context, { params: { id }, body }) =>
    done(context, id, (act) => editOutcome(act, id, body, context.ifMatch), outcomeDetail),
  publishOutcome: (context, { params: { id } }) => done(context, id, (act) => publish(act, id), outcomeDetail),
  retractOutcome: (context, { params: { id }, body }) => done(context, id, (act) => retract(act, id, body.reason), outcomeDetail),
  listVisits: (context, { query: { overdue, ...rest } }) => {
    const yesterday = addDays(toBeijingDate(context.now), -1)
    return listVisits(actOf(context), { ...rest, ...(overdue && { dueBy: yesterday }) })
  },
  planVisit: (context, { params: { id }, body }) => onCase(context, async (act) => (await planVisit(act, id, body.dueOn), id)),
  recordVisit: (context, { params, body }) => onCase(context, (act) => recordVisit(act, params.id, body)),
  listPublicOutcomes: async ({ tx }) => ({ items: await publicOutcomes(tx) }),
  listPublicFaceToFace: async ({ tx }) => ({ items: await publicMeetings(tx) }),
}

export const handlers = {
  ...caseHandlers,
  ...planHandlers,
  ...eventHandlers,
  ...guidanceHandlers,
  ...enquiryHandlers,
  ...fileHandlers,
  ...outcomeHandlers,
}

type View<D> = (act: Act, id: string) => Promise<D>

async function made<D>(context: Reading, action: (act: Act) => Promise<string>, view: View<D>): Promise<D> {
  const act = actOf(context)
  return view(act, await action(act))
}

async function done<D>(context: Reading, id: string, action: (act: Act) => Promise<void>, view: View<D>): Promise<D> {
  const act = actOf(context)
  await action(act)
  return view(act, id)
}

/** Acts that are done on the page of a suggestion answer its panel. */
async function onCase(context: Reading, action: (act: Act) => Promise<string>): Promise<CasePressing> {
  const act = actOf(context)
  return readCase(act, await action(act))
}
