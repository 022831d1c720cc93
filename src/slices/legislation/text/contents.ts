/**
 * 目录. Laws with chapters carry a list of them before the body (立法技术规范（一）1). The list must not become chapters: it begins
 * at its heading, or at a run of headings without articles, and ends where its first entry stands a second time.
 */

import { plain } from './blanks.ts'
import { divisionName } from './division.ts'
import type { Piece } from './pieces.ts'

/** Where the 目录 stands among the pieces: from `start` up to `end`, exclusive; null where the text has none. */
export function findContents(pieces: readonly Piece[]): { start: number; end: number } | null {
  const firstArticle = pieces.findIndex((piece) => piece.mark?.level === 'article')
  const limit = firstArticle < 0 ? pieces.length : firstArticle
  const titled = pieces.slice(0, limit).findIndex((piece) => /^目[录次]$/.test(plain(piece.text)))
  const first = pieces.findIndex((piece, index) => index > titled && isEntry(piece))
  if (first < 0 || first >= limit) return null
  const repeated = repetition(pieces, first, limit)
  if (repeated > 0) return { start: titled < 0 ? first : titled, end: repeated }
  return titled < 0 ? null : { start: titled, end: endOfRun(pieces, first) }
}

/** The first entry again, by its words (a page number behind them does not matter), or else by its number. */
function repetition(pieces: readonly Piece[], first: number, limit: number): number {
  const entry = pieces[first]
  if (!entry) return -1
  const after = pieces.slice(first + 1, limit)
  const same = after.findIndex((piece) => isEntry(piece) && entryKey(piece) === entryKey(entry))
  if (same >= 0) return first + 1 + same
  const mark = entry.mark
  const numbered = after.findIndex((piece) => mark && piece.mark?.level === mark.level && piece.mark.number === mark.number)
  return numbered < 0 ? -1 : first + 1 + numbered
}

/** A list whose entries stand nowhere again: it ends with the entries. */
function endOfRun(pieces: readonly Piece[], first: number): number {
  const rest = pieces.slice(first).findIndex((piece) => !isEntry(piece))
  return rest < 0 ? pieces.length : first + rest
}

function isEntry(piece: Piece): boolean {
  const level = piece.mark?.level
  return (
    level === 'part' || level === 'subpart' || level === 'chapter' || level === 'section' || divisionName(piece.text) !== null
  )
}

/** The entry without leader dots and page number. */
function entryKey(piece: Piece): string {
  return plain(piece.text).replace(/[.·…—_-]*[（(]?\d*[）)]?$/, '')
}
