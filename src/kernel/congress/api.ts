export type { Congress, Period, UnitKind } from './contract.ts'
export { findByHost, findBySlug, findDeputy, findPeriod, findUnit, listCongresses, listUnits } from './store.ts'
export { manifest as congressManifest } from './index.ts'
export { congressHandlers } from './routes.ts'
