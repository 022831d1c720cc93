import { useQuery } from '@tanstack/react-query'
import type { congressApi } from '#kernel/congress/endpoints.ts'
import type { uploadApi } from '#kernel/files/endpoints.ts'
import { client, useLocale } from '#workbench/kit.ts'
import type { ListQuery, ProposalInput } from '../contract.ts'
import type { api } from '../endpoints.ts'
import { mayReceive } from '../rules/receivers.ts'

type Used = Omit<typeof api, 'openConcernPhoto' | 'activateConcernTerms'> &
  Pick<typeof congressApi, 'listUnits'> &
  Pick<typeof uploadApi, 'uploadFile'>

export const calls = client<Used>({
  listConcerns: ['GET', '/concerns'],
  summariseConcerns: ['GET', '/concerns/summary'],
  getConcernTerms: ['GET', '/concerns/terms'],
  proposeConcernUnits: ['POST', '/concerns/unit-proposal'],
  sendConcern: ['POST', '/concerns'],
  getConcern: ['GET', '/concerns/{id}'],
  getConcernTimeline: ['GET', '/concerns/{id}/timeline'],
  acceptConcern: ['POST', '/concerns/{id}/accept'],
  answerConcern: ['POST', '/concerns/{id}/answer'],
  passOnConcern: ['POST', '/concerns/{id}/pass-on'],
  disputeConcern: ['POST', '/concerns/{id}/dispute'],
  assignConcern: ['POST', '/concerns/{id}/assign'],
  declineConcern: ['POST', '/concerns/{id}/decline'],
  confirmConcern: ['POST', '/concerns/{id}/confirm'],
  rejectConcern: ['POST', '/concerns/{id}/reject'],
  convertConcern: ['POST', '/concerns/{id}/convert'],
  withdrawConcern: ['POST', '/concerns/{id}/withdraw'],
  listUnits: ['GET', '/units'],
  uploadFile: ['POST', '/files'],
})

const photoPath: (typeof api)['openConcernPhoto']['path'] = '/concerns/{id}/photos/{fileId}'
export { photoPath }

/** The topic of live hints. */
export const topics = ['concerns'] as const
/** What acts on concerns make stale: a conversion makes a draft suggestion. */
export const touched = ['concerns', 'suggestions'] as const

const HOUR = 3_600_000
const MOST = 100

export function useConcern(id: string) {
  const locale = useLocale()
  return useQuery({ queryKey: [...topics, 'one', id, locale], queryFn: () => calls.getConcern({ params: { id } }) })
}

export function useTimeline(id: string) {
  const locale = useLocale()
  return useQuery({ queryKey: [...topics, 'timeline', id, locale], queryFn: () => calls.getConcernTimeline({ params: { id } }) })
}

/** A short list beside the queue: what waits for this person, what became a suggestion. */
export function useSome(query: Partial<ListQuery>, isWanted = true) {
  const given = { ...query, limit: MOST }
  return useQuery({
    queryKey: [...topics, 'some', query],
    queryFn: () => calls.listConcerns({ query: given }),
    enabled: isWanted,
  })
}

export function useSummary(isWanted: boolean) {
  return useQuery({ queryKey: [...topics, 'summary'], queryFn: () => calls.summariseConcerns(), enabled: isWanted })
}

export function useTerms() {
  return useQuery({ queryKey: ['concern-terms'], queryFn: () => calls.getConcernTerms(), staleTime: HOUR })
}

/** Units that may receive a concern, in official order. */
export function useUnits() {
  const units = useQuery({ queryKey: ['units'], queryFn: () => calls.listUnits(), staleTime: HOUR })
  return (units.data?.items ?? []).filter(({ kind }) => mayReceive(kind))
}

const FEWEST_LETTERS = 6

/** Who may be in charge of what was written; nothing is asked for a few letters. */
export function useProposal(asked: ProposalInput) {
  return useQuery({
    queryKey: ['concern-proposal', asked],
    queryFn: () => calls.proposeConcernUnits({ body: asked }),
    enabled: asked.text.length >= FEWEST_LETTERS,
    staleTime: HOUR,
    retry: false,
  })
}
