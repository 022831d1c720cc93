import type { UnitKind } from '#kernel/congress/contract.ts'

const ofTheCongress: readonly UnitKind[] = ['standing_committee', 'working_body', 'special_committee']

/** True for units that solve people's daily troubles; the organs of the congress itself do not. */
export function mayReceive(kind: UnitKind): boolean {
  return !ofTheCongress.includes(kind)
}
