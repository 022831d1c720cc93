import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { figuresApi } from '../endpoints.ts'

const calls = client<Pick<typeof figuresApi, 'getFigures' | 'getUnitScorecards'>>({
  getFigures: ['GET', '/suggestions/figures'],
  getUnitScorecards: ['GET', '/suggestions/figures/units'],
})

/** Made stale by whatever happens to a suggestion or to a promise. */
export const topics = ['suggestions'] as const

/** Of one year, of `all`, or of the present year where none is named. */
export function useFigures(year: string | undefined) {
  return useQuery({ queryKey: [...topics, 'figures', year], queryFn: () => calls.getFigures({ query: asked(year) }) })
}

export function useScorecards(year: string | undefined) {
  return useQuery({
    queryKey: [...topics, 'figures', 'units', year],
    queryFn: () => calls.getUnitScorecards({ query: asked(year) }),
  })
}

function asked(year: string | undefined) {
  return year === undefined ? {} : { year }
}
