import type { Detail, Handling, Item } from '../contract.ts'

/** The part that a unit has in a suggestion now; what it handed back is no part any more. A unit's name is its own. */
export function ownPart(it: Pick<Detail, 'handlers'>, unitName: string | undefined): Handling | undefined {
  return it.handlers.find(({ unit, status }) => unit.name === unitName && status !== 'released')
}

/** What a unit is to a suggestion, as far as a row of a list tells. */
export function ownRole(it: Pick<Item, 'unit' | 'coUnits'>, unitName: string | undefined): 'lead' | 'co' | 'separate' {
  if (it.unit?.name === unitName) return 'lead'
  return unitName !== undefined && it.coUnits.includes(unitName) ? 'co' : 'separate'
}
