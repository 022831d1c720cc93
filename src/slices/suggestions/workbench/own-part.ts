import type { Detail, Handling } from '../contract.ts'

/** The part that a unit has in a suggestion now; what it handed back is no part any more. A unit's name is its own. */
export function ownPart(it: Pick<Detail, 'handlers'>, unitName: string | undefined): Handling | undefined {
  return it.handlers.find(({ unit, status }) => unit.name === unitName && status !== 'released')
}
