/** Help beside the form, the review and the hand-over; each explains itself and none blocks. */
export type { AdviceDraft } from './draft.ts'
export { MatterHint } from './matter-hint.tsx'
export { ReviewAdvice } from './review-advice.tsx'
export { SimilarHint } from './similar-hint.tsx'
export { UnitProposal } from './unit-proposal.tsx'
