export type { Congress, Period, UnitKind } from './contract.ts'
export {
  findByHost,
  findBySlug,
  findDeputy,
  findPeriod,
  findSetting,
  findUnit,
  listCongresses,
  listDeputyNames,
  listOpenings,
  listUnitNames,
  listUnits,
} from './store.ts'
export type { UnitName } from './store.ts'
