import { plainText } from './plain-text.ts'
import { isEmptyWord } from './stop-words.ts'
import { wholeText, type TextItem } from './text-item.ts'

/**
 * The longest pieces (two characters and more) that stand in both texts, the longest first, at most `limit`: what a person is shown
 * as the reason why two messages were put side by side.
 */
export function sharedPhrases(a: Pick<TextItem, 'title' | 'text'>, b: Pick<TextItem, 'title' | 'text'>, limit: number): string[] {
  const left = plainText(wholeText(a)).slice(0, 2000)
  const right = plainText(wholeText(b)).slice(0, 2000)
  const pairs = pairPositions(right)
  const found = new Map<string, number>()
  for (let at = 0; at + 1 < left.length;) {
    const length = longestAt(left, at, right, pairs)
    const piece = left.slice(at, at + length).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (piece.length >= 2 && !isEmptyWord(piece) && !found.has(piece)) found.set(piece, at)
    at += Math.max(1, length)
  }
  const best = [...found].sort((x, y) => y[0].length - x[0].length || x[1] - y[1]).map(([piece]) => piece)
  return best.filter((piece, i) => !best.slice(0, i).some((longer) => longer.includes(piece))).slice(0, limit)
}

function pairPositions(text: string): Map<string, number[]> {
  const positions = new Map<string, number[]>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    const known = positions.get(pair)
    if (known === undefined) positions.set(pair, [at])
    else known.push(at)
  }
  return positions
}

const MARK = /[^\p{L}\p{N}]/u

/** The length of the longest run of letters and digits that starts at `at` and also stands in the other text; 0 when below two. */
function longestAt(left: string, at: number, right: string, pairs: ReadonlyMap<string, number[]>): number {
  let longest = 0
  for (const start of pairs.get(left.slice(at, at + 2)) ?? []) {
    let length = 0
    while (at + length < left.length && left[at + length] === right[start + length] && !MARK.test(left[at + length]!)) length++
    longest = Math.max(longest, length)
  }
  return longest >= 2 ? longest : 0
}
