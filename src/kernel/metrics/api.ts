export { checkTotals } from './check-totals.ts'
export type { Measure } from './contract.ts'
export { change, percent } from './rules/change.ts'
export { append as appendMeasures, fold as foldMeasures, replaceTotals, totals, totalsOf } from './store.ts'
