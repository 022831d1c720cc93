import { useQuery } from '@tanstack/react-query'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import { client } from '#workbench/kit.ts'
import type { api } from '../endpoints.ts'

type Public = 'listPublicSuggestions' | 'summarisePublicSuggestions' | 'getPublicSuggestion'
type Used = Omit<typeof api, Public | 'exportSuggestions'> & Pick<typeof congressApi, 'listUnits'>

export const calls = client<Used>({
  listSuggestions: ['GET', '/suggestions'],
  listTurns: ['GET', '/suggestions/turns'],
  getProfile: ['GET', '/suggestions/profile'],
  summariseSuggestions: ['GET', '/suggestions/summary'],
  getSuggestion: ['GET', '/suggestions/{id}'],
  getTimeline: ['GET', '/suggestions/{id}/timeline'],
  draftSuggestion: ['POST', '/suggestions'],
  editSuggestion: ['PUT', '/suggestions/{id}'],
  submitSuggestion: ['POST', '/suggestions/{id}/submit'],
  returnSuggestion: ['POST', '/suggestions/{id}/return'],
  registerSuggestion: ['POST', '/suggestions/{id}/register'],
  assignSuggestion: ['POST', '/suggestions/{id}/assign'],
  acceptSuggestion: ['POST', '/suggestions/{id}/accept'],
  logContact: ['POST', '/suggestions/{id}/contacts'],
  replyToSuggestion: ['POST', '/suggestions/{id}/reply'],
  rateSuggestion: ['POST', '/suggestions/{id}/rate'],
  rehandleSuggestion: ['POST', '/suggestions/{id}/rehandle'],
  closeSuggestion: ['POST', '/suggestions/{id}/close'],
  withdrawSuggestion: ['POST', '/suggestions/{id}/withdraw'],
  listUnits: ['GET', '/units'],
})

/** What acts on suggestions make stale; also the topic of live hints. */
export const topics = ['suggestions'] as const

export function useSuggestion(id: string) {
  return useQuery({ queryKey: [...topics, 'one', id], queryFn: () => calls.getSuggestion({ params: { id } }) })
}

export function useTimeline(id: string) {
  return useQuery({ queryKey: [...topics, 'timeline', id], queryFn: () => calls.getTimeline({ params: { id } }) })
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
