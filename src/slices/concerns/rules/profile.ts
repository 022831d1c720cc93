/**
 * How long a unit has for a small concern and a deputy for the last word, as data with its basis. A congress that has activated nothing
 * goes by `defaultProfile`; a version of its own counts from its day on, and a day that was told stays.
 */
import * as z from 'zod'
import { LegalTerm, type ProfileKind } from '#kernel/procedure/contract.ts'

export const ConcernProfile = z.strictObject({
  /** From the day on which a unit gets it to the day of its answer. */
  answer: LegalTerm,
  /** From the answer to the day on which silence closes it. */
  confirm: LegalTerm,
})
export type ConcernProfile = z.output<typeof ConcernProfile>

/** The settings of this slice for the versioned store in `kernel/procedure`. */
export const concernProfile = { slice: 'concerns', settings: ConcernProfile } satisfies ProfileKind

/** Practice, not law: 海宁's 民情直通车 sends daily small matters straight to the department, since they do not fit the form of a suggestion. */
const PRACTICE = '参照浙江海宁“民情直通车”的做法；法律没有规定期限，本级可以另行规定'

export const defaultProfile: ConcernProfile = {
  answer: { term: { amount: 7, unit: 'workday' }, basis: PRACTICE },
  confirm: { term: { amount: 10, unit: 'workday' }, basis: PRACTICE },
}
