/** One figure's share in one dimension (a status, a unit's id); `amount` may be negative. */
export interface Measure {
  readonly metric: string
  readonly dimension: string
  readonly amount: number
}
