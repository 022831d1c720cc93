import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { AdviceInput } from '../../advice/contract.ts'
import type { adviceApi } from '../../advice/endpoints.ts'

export const adviceCalls = client<typeof adviceApi>({
  findSimilar: ['POST', '/suggestions/similar'],
  reviewSuggestion: ['GET', '/suggestions/{id}/review-advice'],
  proposeUnit: ['GET', '/suggestions/{id}/unit-proposal'],
  learnUnits: ['POST', '/suggestions/unit-model'],
})

const MINUTE = 60_000

/** What is like a text; the last answer stays while the next one is on its way, so that nothing jumps under the hand. */
export function useSimilar(input: AdviceInput, isEnough: boolean) {
  return useQuery({
    queryKey: ['advice', 'similar', input],
    queryFn: ({ signal }) => adviceCalls.findSimilar({ body: input }, { signal }),
    enabled: isEnough,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
    retry: false,
  })
}

export function useReviewAdvice(id: string) {
  return useQuery({
    queryKey: ['suggestions', 'review-advice', id],
    queryFn: () => adviceCalls.reviewSuggestion({ params: { id } }),
    retry: false,
  })
}

/** `isLearning`: asked again every few seconds until what was learnt is there. */
export function useUnitProposal(id: string, isLearning: boolean) {
  return useQuery({
    queryKey: ['suggestions', 'unit-proposal', id],
    queryFn: () => adviceCalls.proposeUnit({ params: { id } }),
    refetchInterval: isLearning ? 3_000 : false,
    retry: false,
  })
}
