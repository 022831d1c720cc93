import { LEAST_HAND_OVERS } from '../contract.ts'

/** Grows with every change of what is stored; what another program wrote is learnt afresh. */
export const MODEL_FORMAT = 1
/** The newest hand-overs from which is learnt. */
export const MOST_HAND_OVERS = 5_000

const MOST_DAYS = 7
const GROWTH = 0.1
const DAY = 86_400_000

export interface Learnt {
  readonly format: number
  readonly handOvers: number
  readonly learntAt: Date
}

/** True where a model is so far behind that it should be learnt afresh now instead of at night. */
export function isStale(it: Learnt, handOvers: number, now: Date): boolean {
  if (it.format !== MODEL_FORMAT) return true
  if (now.getTime() - it.learntAt.getTime() > MOST_DAYS * DAY) return true
  return handOvers - it.handOvers >= Math.max(LEAST_HAND_OVERS, it.handOvers * GROWTH)
}
