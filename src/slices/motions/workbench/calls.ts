import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import type { api as suggestionApi } from '#slices/suggestions/endpoints.ts'
import { client, useLocale } from '#workbench/kit.ts'
import type { api } from '../endpoints.ts'
import { beijingDay } from '#lib/pure/moment.ts'

type Public = 'listPublicMotions' | 'summarisePublicMotions' | 'getPublicMotion'
type Used = Omit<typeof api, Public | 'exportMotions'> &
  Pick<typeof congressApi, 'listUnits' | 'findDeputies'> &
  Pick<typeof suggestionApi, 'listSuggestions'>

export const calls = client<Used>({
  listMotions: ['GET', '/motions'],
  summariseMotions: ['GET', '/motions/summary'],
  countMotionTurns: ['GET', '/motions/turns'],
  getMotionSettings: ['GET', '/motions/settings'],
  listMotionSettings: ['GET', '/motions/settings/versions'],
  activateMotionSettings: ['POST', '/motions/settings'],
  listMotionSeries: ['GET', '/motions/series'],
  getMotion: ['GET', '/motions/{id}'],
  getMotionTimeline: ['GET', '/motions/{id}/timeline'],
  draftMotion: ['POST', '/motions'],
  editMotion: ['PUT', '/motions/{id}'],
  inviteCosigners: ['POST', '/motions/{id}/invite'],
  readMotion: ['POST', '/motions/{id}/read'],
  cosignMotion: ['POST', '/motions/{id}/cosign'],
  declineCosigning: ['POST', '/motions/{id}/decline-cosigning'],
  withdrawCosigning: ['POST', '/motions/{id}/withdraw-cosigning'],
  submitMotion: ['POST', '/motions/{id}/submit'],
  returnMotion: ['POST', '/motions/{id}/return'],
  receiveMotion: ['POST', '/motions/{id}/receive'],
  decideMotion: ['POST', '/motions/{id}/decide'],
  mergeMotion: ['POST', '/motions/{id}/merge'],
  giveMotionOpinion: ['POST', '/motions/{id}/opinion'],
  agreeToConversion: ['POST', '/motions/{id}/agree-to-conversion'],
  declineConversion: ['POST', '/motions/{id}/decline-conversion'],
  convertMotion: ['POST', '/motions/{id}/convert'],
  linkMotion: ['POST', '/motions/{id}/link'],
  unlinkMotion: ['POST', '/motions/{id}/unlink'],
  withdrawMotion: ['POST', '/motions/{id}/withdraw'],
  listUnits: ['GET', '/units'],
  findDeputies: ['GET', '/deputies'],
  listSuggestions: ['GET', '/suggestions'],
})

/** What acts on motions make stale; also the topic of live hints. */
export const topics = ['motions'] as const
const HOUR = 3_600_000

export function useMotion(id: string) {
  const locale = useLocale()
  return useQuery({ queryKey: [...topics, 'one', id, locale], queryFn: () => calls.getMotion({ params: { id } }) })
}

export function useTimeline(id: string) {
  const locale = useLocale()
  return useQuery({ queryKey: [...topics, 'timeline', id, locale], queryFn: () => calls.getMotionTimeline({ params: { id } }) })
}

export function useTurns() {
  return useQuery({ queryKey: [...topics, 'turns'], queryFn: () => calls.countMotionTurns() })
}

export function useSettings() {
  return useQuery({ queryKey: ['motion-settings'], queryFn: () => calls.getMotionSettings(), staleTime: HOUR })
}

export function useSeries() {
  return useQuery({ queryKey: [...topics, 'series'], queryFn: () => calls.listMotionSeries(), staleTime: HOUR })
}

/** Special committees in being, in official order. */
export function useCommittees() {
  const units = useQuery({ queryKey: ['units'], queryFn: () => calls.listUnits(), staleTime: HOUR })
  return (units.data?.items ?? []).filter(({ kind }) => kind === 'special_committee')
}

/** The day it is in Beijing for the server; this device's own reckoning until the server has answered. */
export function useToday(): string {
  const [here] = useState(() => beijingDay(new Date()))
  return useSettings().data?.today ?? here
}
