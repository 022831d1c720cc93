import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { CasePressing, PressingSummary } from './case/contract.ts'
import { ReasonInput, SuggestionInput } from './contract.ts'
import * as event from './events/contract.ts'
import * as guidance from './guidance/contract.ts'
import * as outcome from './outcomes/contract.ts'
import * as plan from './plans/contract.ts'

const byId = z.object({ id: z.uuid() })
const byMember = z.object({ id: z.uuid(), suggestionId: z.uuid() })
const offices = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const readers = ['deputy', 'handling_unit', ...offices] as const
const arrangers = ['deputies_affairs', 'special_committee'] as const
const planners = ['deputies_affairs', 'handling_unit'] as const
const page = pageQuery.extend({ cursor: z.uuid().optional() })

export const caseApi = define({
  getPressing: {
    method: 'GET',
    path: '/suggestions/{id}/pressing',
    summary: '一件建议的督办与成果',
    audience: readers,
    params: byId,
    ok: CasePressing,
  },
  getPlanText: {
    method: 'GET',
    path: '/suggestions/{id}/plan',
    summary: '这件建议所在办理方案的共同答复文字，没有并案时为空',
    audience: planners,
    params: byId,
    ok: z.object({ plan: plan.PlanText.nullable() }),
  },
  summarisePressing: {
    method: 'GET',
    path: '/pressing/summary',
    summary: '督办与成果的数字',
    audience: offices,
    ok: PressingSummary,
  },
})

export const planApi = define({
  listPlans: {
    method: 'GET',
    path: '/pressing/plans',
    summary: '办理方案列表',
    audience: readers,
    query: page,
    ok: pageOf(plan.Item),
  },
  getPlan: {
    method: 'GET',
    path: '/pressing/plans/{id}',
    summary: '一个办理方案',
    audience: readers,
    params: byId,
    ok: plan.Detail,
  },
  makePlan: {
    method: 'POST',
    path: '/pressing/plans',
    summary: '并案办理',
    audience: planners,
    body: plan.PlanInput,
    ok: plan.Detail,
    status: 201,
  },
  editPlan: {
    method: 'PUT',
    path: '/pressing/plans/{id}',
    summary: '修改办理方案',
    audience: planners,
    params: byId,
    body: plan.PlanEdit,
    ok: plan.Detail,
  },
  addPlanMember: {
    method: 'POST',
    path: '/pressing/plans/{id}/members',
    summary: '并入一件建议',
    audience: planners,
    params: byId,
    body: SuggestionInput,
    ok: plan.Detail,
  },
  removePlanMember: {
    method: 'DELETE',
    path: '/pressing/plans/{id}/members/{suggestionId}',
    summary: '移出一件建议',
    audience: planners,
    params: byMember,
    ok: plan.Detail,
  },
})

export const eventApi = define({
  listFaceToFace: {
    method: 'GET',
    path: '/pressing/events',
    summary: '“面对面”活动列表',
    audience: readers,
    query: page.extend({ status: event.Status.optional() }),
    ok: pageOf(event.Item),
  },
  getFaceToFace: {
    method: 'GET',
    path: '/pressing/events/{id}',
    summary: '一场活动',
    audience: readers,
    params: byId,
    ok: event.Detail,
  },
  arrangeFaceToFace: {
    method: 'POST',
    path: '/pressing/events',
    summary: '安排“面对面”活动',
    audience: arrangers,
    body: event.EventInput,
    ok: event.Detail,
    status: 201,
  },
  editFaceToFace: {
    method: 'PUT',
    path: '/pressing/events/{id}',
    summary: '修改活动安排',
    audience: arrangers,
    params: byId,
    body: event.EventInput,
    ok: event.Detail,
  },
  holdFaceToFace: {
    method: 'POST',
    path: '/pressing/events/{id}/hold',
    summary: '登记活动情况和每件建议的结果',
    audience: arrangers,
    params: byId,
    body: event.HoldInput,
    ok: event.Detail,
  },
  cancelFaceToFace: {
    method: 'POST',
    path: '/pressing/events/{id}/cancel',
    summary: '取消活动',
    audience: arrangers,
    params: byId,
    body: ReasonInput,
    ok: event.Detail,
  },
})

export const guidanceApi = define({
  listGuidance: {
    method: 'GET',
    path: '/pressing/guidance',
    summary: '督办指导意见列表',
    audience: readers,
    query: page.extend({ open: z.enum(['yes']).optional() }),
    ok: pageOf(guidance.Item),
  },
  issueGuidance: {
    method: 'POST',
    path: '/suggestions/{id}/guidance',
    summary: '发出督办指导意见',
    audience: arrangers,
    params: byId,
    body: guidance.GuidanceInput,
    ok: CasePressing,
    status: 201,
  },
  acknowledgeGuidance: {
    method: 'POST',
    path: '/pressing/guidance/{id}/acknowledge',
    summary: '已阅签收',
    audience: ['handling_unit'],
    params: byId,
    ok: CasePressing,
  },
  answerGuidance: {
    method: 'POST',
    path: '/pressing/guidance/{id}/answer',
    summary: '回复督办指导意见',
    audience: ['handling_unit'],
    params: byId,
    body: guidance.AnswerInput,
    ok: CasePressing,
  },
})

export const outcomeApi = define({
  listOutcomes: {
    method: 'GET',
    path: '/pressing/outcomes',
    summary: '成果列表',
    audience: readers,
    query: page.extend({ kind: outcome.Kind.optional(), status: outcome.Status.optional() }),
    ok: pageOf(outcome.Item),
  },
  getOutcome: {
    method: 'GET',
    path: '/pressing/outcomes/{id}',
    summary: '一项成果',
    audience: readers,
    params: byId,
    ok: outcome.Detail,
  },
  recordOutcome: {
    method: 'POST',
    path: '/pressing/outcomes',
    summary: '登记成果',
    audience: planners,
    body: outcome.OutcomeInput,
    ok: outcome.Detail,
    status: 201,
  },
  editOutcome: {
    method: 'PUT',
    path: '/pressing/outcomes/{id}',
    summary: '修改成果',
    audience: planners,
    params: byId,
    body: outcome.OutcomeInput,
    ok: outcome.Detail,
  },
  publishOutcome: {
    method: 'POST',
    path: '/pressing/outcomes/{id}/publish',
    summary: '公布成果',
    audience: ['deputies_affairs'],
    params: byId,
    ok: outcome.Detail,
  },
  retractOutcome: {
    method: 'POST',
    path: '/pressing/outcomes/{id}/retract',
    summary: '撤下成果',
    audience: ['deputies_affairs'],
    params: byId,
    body: ReasonInput,
    ok: outcome.Detail,
  },
  listVisits: {
    method: 'GET',
    path: '/pressing/visits',
    summary: '回访列表',
    audience: readers,
    query: page.extend({ status: outcome.VisitStatus.optional(), overdue: z.enum(['yes']).optional() }),
    ok: pageOf(outcome.Visit),
  },
  planVisit: {
    method: 'POST',
    path: '/suggestions/{id}/visits',
    summary: '安排回访',
    audience: planners,
    params: byId,
    body: outcome.VisitInput,
    ok: CasePressing,
    status: 201,
  },
  recordVisit: {
    method: 'POST',
    path: '/pressing/visits/{id}/record',
    summary: '登记回访',
    audience: planners,
    params: byId,
    body: outcome.VisitRecord,
    ok: CasePressing,
  },
  listPublicOutcomes: {
    method: 'GET',
    path: '/public/outcomes',
    summary: '公开的成果',
    audience: ['public'],
    ok: z.object({ items: z.array(outcome.PublicOutcome) }),
  },
  listPublicFaceToFace: {
    method: 'GET',
    path: '/public/face-to-face',
    summary: '公开的“面对面”活动',
    audience: ['public'],
    ok: z.object({ items: z.array(event.PublicEvent) }),
  },
})
