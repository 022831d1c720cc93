import type { Act } from '#kernel/identity/act.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { Found } from './contract.ts'

/** What a person typed, with the surroundings of an act: a finder answers only what this actor may see. */
export interface Asked extends Act {
  readonly locale: Locale
  readonly words: string
}

/** The few best things of one module for what was typed, best first; every manifest may bring one. */
export type Finder = (asked: Asked) => Promise<readonly Found[]>

/** More of one kind than this helps nobody in a list that is read in a second. */
export const MOST_OF_A_KIND = 8
