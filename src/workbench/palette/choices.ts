import type { Found } from '#kernel/search/contract.ts'
import { fitOf } from '#lib/pure/initials.ts'

import type { Place } from '../places.ts'

/** One line of the search: a page, a command of the page, or a thing that the server found. */
export type Choice = {
  /** Told apart by it, also from one day to the next: `page:/suggestions`, `suggestion:0189…`. */
  key: string
  kind: string
  title: string
  detail: string
  /** The keys that do the same. */
  keys?: string
  act: Place | { run: () => void }
}

/** A choice that can be made again later: it leads to a place. */
export type Recent = Choice & { act: Place }

const MOST_LOCAL = 6

/** What fits by name or initials, the best first; of equals the order given. */
export function fitting(choices: readonly Choice[], typed: string): Choice[] {
  return choices
    .map((choice) => ({ choice, fit: fitOf(choice.title, typed) }))
    .filter((it): it is { choice: Choice; fit: number } => it.fit !== null)
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, MOST_LOCAL)
    .map(({ choice }) => choice)
}

/** With words: the exact number, then pages and commands by name, then what the server ranked. Each thing once. */
export function ranked(local: readonly Choice[], found: readonly (Choice & Pick<Found, 'match'>)[]): Choice[] {
  const numbered = found.filter(({ match }) => match === 'number')
  return once([...numbered, ...local, ...found])
}

/** Without words: what was chosen lately, what can be done here, where one can go. */
export function unasked(recent: readonly Choice[], commands: readonly Choice[], pages: readonly Choice[]): Choice[] {
  return once([...recent, ...commands, ...pages])
}

function once(choices: readonly Choice[]): Choice[] {
  const seen = new Set<string>()
  return choices.filter(({ key }) => !seen.has(key) && seen.add(key))
}
