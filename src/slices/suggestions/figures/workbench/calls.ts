import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { figuresApi } from '../endpoints.ts'

const calls = client<Pick<typeof figuresApi, 'getFigures' | 'getUnitScorecards'>>({
  getFigures: ['GET', '/suggestions/figures'],
  getUnitScorecards: ['GET', '/suggestions/figures/units'],
})

/** Made stale by whatever happens to a suggestion or to a promise. */
export const topics = ['suggestions'] as const

export function useFigures() {
  return useQuery({ queryKey: [...topics, 'figures'], queryFn: () => calls.getFigures() })
}

export function useScorecards() {
  return useQuery({ queryKey: [...topics, 'figures', 'units'], queryFn: () => calls.getUnitScorecards() })
}
