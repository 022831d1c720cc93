import type { UnitKind } from '#kernel/congress/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import { idAt } from './dice.ts'
import { initialsOf } from './initials.ts'
import { at } from './moment.ts'
import { insertRows } from './rows.ts'

/** What a unit is told by. `letter` opens the number of its official letters: 房 → 房函〔2022〕12号. */
export interface UnitSketch {
  readonly kind: UnitKind
  readonly name: string
  readonly short: string
  readonly letter: string
  readonly duties: string
}

export interface Unit extends UnitSketch {
  readonly id: string
  readonly ordinal: number
}

const FOUNDED_ON = '2000-01-01'

/** Gives sketches their ids and their official order. `place` keeps the units of two congresses apart. */
export function unitsOf(place: string, sketches: readonly UnitSketch[]): Unit[] {
  return sketches.map((sketch, index) => ({
    ...sketch,
    id: idAt(at(FOUNDED_ON, 9), `${place} unit ${sketch.name}`),
    ordinal: index + 1,
  }))
}

export function insertUnits(tx: Tx, units: readonly Unit[]): Promise<void> {
  const rows = units.map(({ id, kind, name, short, duties, ordinal }) => ({
    id,
    kind,
    name,
    short_name: short,
    initials: initialsOf(name),
    duties,
    ordinal,
    starts_on: FOUNDED_ON,
  }))
  return insertRows(tx, 'congress.unit', rows)
}

/** The unit of this name or short name; a world that names a unit it does not have is broken. */
export function unitNamed(units: readonly Unit[], name: string): Unit {
  const unit = units.find((it) => it.name === name || it.short === name)
  if (!unit) throw new Error(`The world has no unit ${name}`)
  return unit
}
