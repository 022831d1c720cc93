import { useQuery } from '@tanstack/react-query'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import type { uploadApi } from '#kernel/files/endpoints.ts'
import type { api as searchApi } from '#kernel/search/contract.ts'
import type { api as suggestionApi } from '#slices/suggestions/endpoints.ts'
import { client } from '#workbench/kit.ts'
import type { caseApi, eventApi, guidanceApi, outcomeApi, planApi } from '../endpoints.ts'
import type { fileApi } from '../files/endpoints.ts'
import type { topicApi } from '../topics/endpoints.ts'

type Own = typeof caseApi &
  Omit<typeof topicApi, 'listPublicTopics'> &
  typeof planApi &
  typeof eventApi &
  typeof guidanceApi &
  Omit<typeof outcomeApi, 'listPublicOutcomes' | 'listPublicFaceToFace'>
type Files = Omit<typeof fileApi, 'openFaceToFaceFile' | 'openVisitFile' | 'openPublicFaceToFaceFile'> & typeof uploadApi
type Others = Pick<typeof congressApi, 'listUnits'> & Pick<typeof searchApi, 'search'> & Pick<typeof suggestionApi, 'getProfile'>

export const calls = client<Omit<Own, 'getPlanText'> & Files & Others>({
  getPressing: ['GET', '/suggestions/{id}/pressing'],
  summarisePressing: ['GET', '/pressing/summary'],
  listTopics: ['GET', '/pressing/topics'],
  getTopic: ['GET', '/pressing/topics/{id}'],
  proposeTopic: ['POST', '/pressing/topics'],
  editTopic: ['PUT', '/pressing/topics/{id}'],
  addTopicMember: ['POST', '/pressing/topics/{id}/members'],
  removeTopicMember: ['DELETE', '/pressing/topics/{id}/members/{suggestionId}'],
  compileTopic: ['POST', '/pressing/topics/{id}/compile'],
  dropTopic: ['POST', '/pressing/topics/{id}/drop'],
  decideTopic: ['POST', '/pressing/topics/{id}/decide'],
  startTopic: ['POST', '/pressing/topics/{id}/start'],
  reportTopic: ['POST', '/pressing/topics/{id}/reports'],
  concludeTopic: ['POST', '/pressing/topics/{id}/conclude'],
  listPlans: ['GET', '/pressing/plans'],
  getPlan: ['GET', '/pressing/plans/{id}'],
  makePlan: ['POST', '/pressing/plans'],
  editPlan: ['PUT', '/pressing/plans/{id}'],
  addPlanMember: ['POST', '/pressing/plans/{id}/members'],
  removePlanMember: ['DELETE', '/pressing/plans/{id}/members/{suggestionId}'],
  listFaceToFace: ['GET', '/pressing/events'],
  getFaceToFace: ['GET', '/pressing/events/{id}'],
  arrangeFaceToFace: ['POST', '/pressing/events'],
  editFaceToFace: ['PUT', '/pressing/events/{id}'],
  holdFaceToFace: ['POST', '/pressing/events/{id}/hold'],
  cancelFaceToFace: ['POST', '/pressing/events/{id}/cancel'],
  listGuidance: ['GET', '/pressing/guidance'],
  issueGuidance: ['POST', '/suggestions/{id}/guidance'],
  acknowledgeGuidance: ['POST', '/pressing/guidance/{id}/acknowledge'],
  answerGuidance: ['POST', '/pressing/guidance/{id}/answer'],
  listOutcomes: ['GET', '/pressing/outcomes'],
  getOutcome: ['GET', '/pressing/outcomes/{id}'],
  recordOutcome: ['POST', '/pressing/outcomes'],
  editOutcome: ['PUT', '/pressing/outcomes/{id}'],
  publishOutcome: ['POST', '/pressing/outcomes/{id}/publish'],
  retractOutcome: ['POST', '/pressing/outcomes/{id}/retract'],
  listVisits: ['GET', '/pressing/visits'],
  planVisit: ['POST', '/suggestions/{id}/visits'],
  recordVisit: ['POST', '/pressing/visits/{id}/record'],
  listFaceToFaceFiles: ['GET', '/pressing/events/{id}/files'],
  attachToFaceToFace: ['POST', '/pressing/events/{id}/files'],
  detachFromFaceToFace: ['DELETE', '/pressing/events/{id}/files/{fileId}'],
  listVisitFiles: ['GET', '/pressing/visits/{id}/files'],
  attachToVisit: ['POST', '/pressing/visits/{id}/files'],
  detachFromVisit: ['DELETE', '/pressing/visits/{id}/files/{fileId}'],
  uploadFile: ['POST', '/files'],
  listUnits: ['GET', '/units'],
  search: ['GET', '/search'],
  getProfile: ['GET', '/suggestions/profile'],
})

/** The topic of live hints. */
export const topics = ['pressing'] as const
/** What acts here make stale: the page of a suggestion as well. */
export const touched = ['pressing', 'suggestions'] as const

const HOUR = 3_600_000

export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => calls.listUnits(), staleTime: HOUR })
}

export function useSummary() {
  return useQuery({ queryKey: [...topics, 'summary'], queryFn: () => calls.summarisePressing() })
}

/** The day it is in Beijing for the server, `YYYY-MM-DD`; empty until it has answered. */
export function useToday(): string {
  return useQuery({ queryKey: ['suggestion-profile'], queryFn: () => calls.getProfile(), staleTime: HOUR }).data?.today ?? ''
}
