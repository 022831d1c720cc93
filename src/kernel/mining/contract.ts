/** What a browser may use of text understanding too: plain words, without a dictionary. */
export { COMMON_UNITS, type UnitDuties } from './duty-catalogue.ts'
