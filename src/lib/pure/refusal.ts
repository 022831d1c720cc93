/** Why something may not be done now: a stable code and a sentence with the next step. Rules return it, actions throw it. */
export interface Refusal {
  readonly code: string
  readonly sentence: string
}
