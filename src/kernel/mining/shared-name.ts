import { gramBuckets, type GramStatistics } from './gram-rows.ts'
import { plainText } from './plain-text.ts'
import { isEmptyWord } from './stop-words.ts'

/** Words of a title that are no part of a name though they stand beside one. */
const LEAST_LENGTH = 4
const DIVISION_START = /^(?:[a-z]?\d*[市区县])+/

/**
 * True when two titles share a piece of four or more characters that few texts (at most one in fifty) hold: the name of an estate, a firm,
 * a project, a scheme. Divisions (A3区) and empty words at its ends do not count.
 */
export function shareRareName(a: string, b: string, statistics: GramStatistics): boolean {
  const piece = bareName(longestCommon(plainText(a), plainText(b)))
  if (piece.length < LEAST_LENGTH) return false
  const most = statistics.documents / 50
  return gramBuckets(piece).some((bucket) => statistics.frequency[bucket]! <= most)
}

function longestCommon(a: string, b: string): string {
  let best = ''
  for (let at = 0; at + best.length < a.length; at++) {
    while (at + best.length < a.length && b.includes(a.slice(at, at + best.length + 1))) best = a.slice(at, at + best.length + 1)
  }
  return best
}

function bareName(piece: string): string {
  let name = piece.replace(DIVISION_START, '').replace(/[^\p{L}\p{N}]/gu, '')
  for (let size = 3; size >= 1; size--) {
    while (name.length > size && isEmptyWord(name.slice(0, size))) name = name.slice(size)
    while (name.length > size && isEmptyWord(name.slice(-size))) name = name.slice(0, -size)
  }
  return name
}
