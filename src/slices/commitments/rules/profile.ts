/**
 * What differs from place to place in tracking promises, as data with its legal basis. A congress that has activated nothing tracks
 * by `defaultProfile`; a version of its own counts from its day on, and what was reported before keeps the window of its day.
 */
import * as z from 'zod'
import { LegalTerm, type ProfileKind } from '#kernel/procedure/contract.ts'

const Basis = z.string().trim().min(2).max(200)

export const CommitmentProfile = z.strictObject({
  /** The yearly report is due from the first day of this month until the end of the year. */
  yearly: z.strictObject({ fromMonth: z.int().min(1).max(12), basis: Basis }),
  /** How long the deputy has for rating a yearly report, counted from its day. */
  rating: LegalTerm,
  /** Why a promise outlives its year and its term, and is explained when it does. */
  carry: z.strictObject({ basis: Basis }),
})
export type CommitmentProfile = z.output<typeof CommitmentProfile>

/** The settings of this slice for the versioned store in `kernel/procedure`. */
export const commitmentProfile = { slice: 'commitments', settings: CommitmentProfile } satisfies ProfileKind

const chongqing = (article: string) => `参照《重庆市人民代表大会代表建议批评和意见工作条例》${article}`
const shanghai = (article: string) => `参照《上海市人民代表大会关于代表建议、批评和意见的规定》${article}`

export const defaultProfile: CommitmentProfile = {
  yearly: { fromMonth: 10, basis: chongqing('第二十八条') },
  rating: { term: { amount: 20, unit: 'workday' }, basis: chongqing('第二十八条') },
  carry: { basis: shanghai('第二十二条') },
}
