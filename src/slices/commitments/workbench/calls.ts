import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { uploadApi } from '#kernel/files/endpoints.ts'
import type { api } from '../endpoints.ts'
import type { proofApi } from '../file-endpoints.ts'

export const calls = client<
  Omit<typeof api, 'exportCommitments'> & Omit<typeof proofApi, 'openCommitmentFile'> & typeof uploadApi
>({
  listCommitmentFiles: ['GET', '/commitments/{id}/files'],
  attachToCommitment: ['POST', '/commitments/{id}/files'],
  detachFromCommitment: ['DELETE', '/commitments/{id}/files/{fileId}'],
  uploadFile: ['POST', '/files'],
  listCommitmentTerms: ['GET', '/commitments/terms/versions'],
  activateCommitmentTerms: ['POST', '/commitments/terms'],
  listCommitments: ['GET', '/commitments'],
  summariseCommitments: ['GET', '/commitments/summary'],
  getCommitmentTerms: ['GET', '/commitments/terms'],
  listCommitmentsOf: ['GET', '/commitments/of/{id}'],
  getCommitment: ['GET', '/commitments/{id}'],
  reportCommitment: ['POST', '/commitments/{id}/report'],
  keepCommitment: ['POST', '/commitments/{id}/keep'],
  giveUpCommitment: ['POST', '/commitments/{id}/give-up'],
  carryCommitment: ['POST', '/commitments/{id}/carry'],
  askAboutCommitment: ['POST', '/commitments/{id}/ask'],
  rateCommitment: ['POST', '/commitments/{id}/rate'],
})

/** The topic of live hints. */
export const topics = ['commitments'] as const
/** What acts on promises make stale: the case page as well, since a suggestion with an open promise is not done with. */
export const touched = ['commitments', 'suggestions'] as const

export function useCommitment(id: string) {
  return useQuery({ queryKey: [...topics, 'one', id], queryFn: () => calls.getCommitment({ params: { id } }) })
}

export function useCommitmentsOf(suggestionId: string) {
  return useQuery({
    queryKey: [...topics, 'of', suggestionId],
    queryFn: () => calls.listCommitmentsOf({ params: { id: suggestionId } }),
  })
}

export function useSummary() {
  return useQuery({ queryKey: [...topics, 'summary'], queryFn: () => calls.summariseCommitments() })
}

const MOST = 100

/** What this deputy can rate now. */
export function useUnrated() {
  return useQuery({
    queryKey: [...topics, 'unrated'],
    queryFn: () => calls.listCommitments({ query: { unrated: 'yes', limit: MOST } }),
  })
}

const HOUR = 3_600_000

export function useTerms() {
  return useQuery({ queryKey: ['commitment-terms'], queryFn: () => calls.getCommitmentTerms(), staleTime: HOUR })
}
