import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import type { uploadApi } from '#kernel/files/endpoints.ts'
import type { api as commitmentsApi } from '#slices/commitments/endpoints.ts'
import { client } from '#workbench/kit.ts'
import type { actApi } from '../act-endpoints.ts'
import type { undoApi } from '../undo-endpoints.ts'
import type { Detail } from '../contract.ts'
import type { api } from '../endpoints.ts'

type Public = 'listPublicSuggestions' | 'summarisePublicSuggestions' | 'getPublicSuggestion'
type Used = Omit<typeof api, Public | 'exportSuggestions'> &
  typeof actApi &
  typeof undoApi &
  typeof uploadApi &
  Pick<typeof congressApi, 'listUnits' | 'findDeputies'> &
  Pick<typeof commitmentsApi, 'listCommitmentsOf'>

export const calls = client<Used>({
  listSuggestions: ['GET', '/suggestions'],
  listTurns: ['GET', '/suggestions/turns'],
  getProfile: ['GET', '/suggestions/profile'],
  summariseSuggestions: ['GET', '/suggestions/summary'],
  getSuggestion: ['GET', '/suggestions/{id}'],
  getTimeline: ['GET', '/suggestions/{id}/timeline'],
  draftSuggestion: ['POST', '/suggestions'],
  editSuggestion: ['PUT', '/suggestions/{id}'],
  inviteCosigners: ['POST', '/suggestions/{id}/invite'],
  cosignSuggestion: ['POST', '/suggestions/{id}/cosign'],
  submitSuggestion: ['POST', '/suggestions/{id}/submit'],
  seeSuggestion: ['POST', '/suggestions/{id}/see'],
  recallSubmission: ['POST', '/suggestions/{id}/submit/recall'],
  amendRating: ['PUT', '/suggestions/{id}/rate'],
  returnSuggestion: ['POST', '/suggestions/{id}/return'],
  declineSuggestion: ['POST', '/suggestions/{id}/decline'],
  passOnSuggestion: ['POST', '/suggestions/{id}/pass-on'],
  registerSuggestion: ['POST', '/suggestions/{id}/register'],
  assignSuggestion: ['POST', '/suggestions/{id}/assign'],
  acceptSuggestion: ['POST', '/suggestions/{id}/accept'],
  objectToSuggestion: ['POST', '/suggestions/{id}/object'],
  upholdAssignment: ['POST', '/suggestions/{id}/uphold'],
  reassignSuggestion: ['POST', '/suggestions/{id}/reassign'],
  logContact: ['POST', '/suggestions/{id}/contacts'],
  giveOpinion: ['POST', '/suggestions/{id}/opinion'],
  requestExtension: ['POST', '/suggestions/{id}/extension'],
  decideExtension: ['POST', '/suggestions/{id}/extension/decide'],
  draftReply: ['PUT', '/suggestions/{id}/reply-draft'],
  concurInReply: ['POST', '/suggestions/{id}/reply-draft/concur'],
  signReply: ['POST', '/suggestions/{id}/reply-draft/sign'],
  replyToSuggestion: ['POST', '/suggestions/{id}/reply'],
  rateSuggestion: ['POST', '/suggestions/{id}/rate'],
  openRating: ['POST', '/suggestions/{id}/open-rating'],
  rehandleSuggestion: ['POST', '/suggestions/{id}/rehandle'],
  escalateSuggestion: ['POST', '/suggestions/{id}/escalate'],
  closeSuggestion: ['POST', '/suggestions/{id}/close'],
  publishSuggestion: ['POST', '/suggestions/{id}/publish'],
  protectSuggestion: ['POST', '/suggestions/{id}/protect'],
  withdrawSuggestion: ['POST', '/suggestions/{id}/withdraw'],
  agreeToWithdrawal: ['POST', '/suggestions/{id}/withdraw/agree'],
  uploadFile: ['POST', '/files'],
  listUnits: ['GET', '/units'],
  findDeputies: ['GET', '/deputies'],
  listCommitmentsOf: ['GET', '/commitments/of/{id}'],
})

/** What acts on suggestions make stale; also the topic of live hints. */
export const topics = ['suggestions'] as const

export function useSuggestion(id: string) {
  return useQuery({ queryKey: [...topics, 'one', id], queryFn: () => calls.getSuggestion({ params: { id } }) })
}

/** Tells the server that the office has opened it, once; whoever did it a moment ago has told it already. */
export function useSeeing({ id, allowed }: Pick<Detail, 'id' | 'allowed'>) {
  const queries = useQueryClient()
  const isNew = allowed.includes('see')
  useEffect(() => {
    if (!isNew) return
    const refresh = () => void queries.invalidateQueries({ queryKey: topics })
    void calls.seeSuggestion({ params: { id } }).then(refresh, refresh)
  }, [id, isNew, queries])
}

export function useTimeline(id: string) {
  return useQuery({ queryKey: [...topics, 'timeline', id], queryFn: () => calls.getTimeline({ params: { id } }) })
}

/** What its replies promise; only asked where there is a reply. */
export function useCommitmentsOf(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['commitments', 'of', id],
    queryFn: () => calls.listCommitmentsOf({ params: { id } }),
    enabled: isWanted,
  })
}

export function useSummary() {
  return useQuery({ queryKey: [...topics, 'summary'], queryFn: () => calls.summariseSuggestions() })
}

const HOUR = 3_600_000

/** Units change by reorganisation, not by the hour. */
export function useUnits() {
  return useQuery({ queryKey: ['units'], queryFn: () => calls.listUnits(), staleTime: HOUR })
}

export function useProfile() {
  return useQuery({ queryKey: ['suggestion-profile'], queryFn: () => calls.getProfile(), staleTime: HOUR })
}
