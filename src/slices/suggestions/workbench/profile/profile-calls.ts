import { useQuery } from '@tanstack/react-query'
import type { Answer } from '#lib/http/contract.ts'
import { client } from '#workbench/kit.ts'
import type { profileApi } from '../../profile-endpoints.ts'

export const calls = client<typeof profileApi>({
  listProfileVersions: ['GET', '/suggestions/profiles'],
  listProfilePresets: ['GET', '/suggestions/profiles/presets'],
  compareProfile: ['POST', '/suggestions/profiles/compare'],
  activateProfile: ['POST', '/suggestions/profiles'],
})

export type Version = Answer<(typeof profileApi)['listProfileVersions']>['items'][number]
export type Comparison = Answer<(typeof profileApi)['compareProfile']>

/** What an activation makes stale: the versions, what forms read of the one in force, and every clock. */
export const topics = ['suggestion-profiles', 'suggestion-profile', 'suggestions'] as const

export function useVersions() {
  return useQuery({ queryKey: ['suggestion-profiles', 'versions'], queryFn: () => calls.listProfileVersions() })
}

/** They change with the program only. */
export function usePresets() {
  return useQuery({
    queryKey: ['suggestion-profiles', 'presets'],
    queryFn: () => calls.listProfilePresets(),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
