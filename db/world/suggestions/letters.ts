import { diceOf } from '../dice.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Unit } from '../units.ts'

/** A letter that waits for its number. */
export interface Letter {
  readonly unit: Unit
  readonly repliedAt: Date
  /** Set where the number is known beforehand: 房函〔2022〕12号. */
  readonly known?: number
}

/** Numbers every unit's letters of a year in the order in which they were sent; other letters of the unit leave gaps between them. */
export function numberLetters<L extends Letter>(letters: readonly L[]): Map<L, string> {
  const numbers = new Map<L, string>()
  for (const unit of new Set(letters.map((it) => it.unit))) {
    const own = letters.filter((it) => it.unit === unit).toSorted((a, b) => a.repliedAt.getTime() - b.repliedAt.getTime())
    const dice = diceOf(`letters ${unit.id}`)
    let number = startOf(own, unit)
    for (const letter of own) {
      number = letter.known ?? number + 1
      numbers.set(letter, `${unit.letter}函〔${toBeijingDate(letter.repliedAt).slice(0, 4)}〕${number}号`)
      if (!own.some((it) => it.known)) number += dice.whole(0, 2)
    }
  }
  return numbers
}

function startOf(own: readonly Letter[], unit: Unit): number {
  const index = own.findIndex((it) => it.known !== undefined)
  const start = index === -1 ? 0 : own[index]!.known! - index - 1
  if (start < 0) throw new Error(`${unit.name} sends ${index} letters before its number ${own[index]!.known}`)
  return start
}
