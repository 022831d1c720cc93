import { gramBuckets, rarityOf, type GramStatistics } from './gram-rows.ts'
import { plainText, runsOf } from './plain-text.ts'
import { isEmptyWord } from './stop-words.ts'

/** A piece of text that many members of a group share. */
export interface GroupPhrase {
  readonly phrase: string
  /** How many of the texts hold it. */
  readonly texts: number
  /** Shares times rarity times length: what sets the group apart from all other texts. */
  readonly weight: number
}

const LONGEST = 30

/**
 * The pieces of 2 to 30 characters that at least `share` of the texts hold, the most telling first. A piece inside a longer one is
 * dropped unless clearly more texts hold it.
 */
export function phrasesOf(texts: readonly string[], statistics: GramStatistics, share: number): GroupPhrase[] {
  const least = Math.max(2, Math.ceil(share * texts.length))
  const found = new Map<string, number>()
  let growing: ReadonlySet<string> | null = null
  const runs = texts.map((text) => runsOf(plainText(text)))
  for (let size = 2; size <= LONGEST; size++) {
    const counts = countPieces(runs, size, growing)
    const frequent = [...counts].filter(([, count]) => count >= least)
    if (frequent.length === 0) break
    for (const [piece, count] of frequent) found.set(piece, count)
    growing = new Set(frequent.map(([piece]) => piece))
  }
  const maximal = [...found].filter(([piece, count]) => !isInsideEqual(piece, count, found))
  return maximal
    .map(([phrase, count]) => ({ phrase, texts: count, weight: weightOf(phrase, count / texts.length, statistics) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.phrase < b.phrase ? -1 : 1))
}

/** The first phrases that do not stand in one another. */
export function distinctPhrases(phrases: readonly GroupPhrase[], limit: number): string[] {
  const chosen: string[] = []
  for (const { phrase } of phrases) {
    if (chosen.length === limit) break
    if (!chosen.some((other) => other.includes(phrase) || phrase.includes(other))) chosen.push(phrase)
  }
  return chosen
}

/** In how many texts each piece of a size stands; a piece is only counted when its first part was frequent already. */
function countPieces(
  runs: readonly (readonly string[])[],
  size: number,
  frequent: ReadonlySet<string> | null,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const of of runs) {
    const here = new Set<string>()
    for (const run of of) {
      for (let at = 0; at + size <= run.length; at++) {
        if (frequent === null || frequent.has(run.slice(at, at + size - 1))) here.add(run.slice(at, at + size))
      }
    }
    for (const piece of here) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return counts
}

/** True when one more character on either side is shared by nearly (80%) as many texts: then the longer piece is the name. */
function isInsideEqual(piece: string, count: number, found: ReadonlyMap<string, number>): boolean {
  for (const [other, texts] of found) {
    if (other.length === piece.length + 1 && texts >= 0.8 * count && (other.startsWith(piece) || other.endsWith(piece)))
      return true
  }
  return false
}

function weightOf(phrase: string, share: number, statistics: GramStatistics): number {
  if (isEmptyWord(phrase) || /^\d+$/.test(phrase)) return 0
  let rarest = 0
  for (const bucket of gramBuckets(phrase)) rarest = Math.max(rarest, rarityOf(statistics, bucket))
  return share * rarest * Math.sqrt(phrase.length)
}
