/**
 * Why something may not be done now: a stable code and a sentence with the next step. Rules return it, actions throw it.
 * `forbidden` is about the person (403), `conflict` about the state of the case (409).
 */
export interface Refusal {
  readonly kind: 'forbidden' | 'conflict'
  readonly code: string
  readonly sentence: string
}
