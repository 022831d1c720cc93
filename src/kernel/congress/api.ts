export type { Congress, Period, UnitKind } from './contract.ts'
export { findByHost, findBySlug, findDeputy, findPeriod, findUnit, listCongresses, listUnits } from './store.ts'
