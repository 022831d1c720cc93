export { publicPressingOf, summarise as summarisePressing } from './case/reading.ts'
export { planText as planTextFor } from './plans/views.ts'
