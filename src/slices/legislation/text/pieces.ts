/**
 * A piece is a stretch of the source that holds one unit's own words: a line as a rule, a part of a line where the text came
 * without line breaks. Everything after this step works on pieces and does not care where they came from.
 */

import { readLines } from './lines.ts'
import type { Line } from './lines.ts'
import { headingReadsAsReference, readMark, readsAsReference } from './marks.ts'
import type { Mark } from './marks.ts'
import { embeddedMarks, splitLine } from './run-together.ts'

export interface Piece extends Line {
  text: string
  /** The mark that opens the piece, where it does open a unit. */
  mark: Mark | null
}

export interface Pieces {
  pieces: Piece[]
  isRunTogether: boolean
}

/** Cuts the source into pieces: at the line breaks, and inside of lines where whole articles stand behind one another. */
export function readPieces(source: string): Pieces {
  const lines = readLines(source)
  const isRunTogether = standsInOneLine(source, lines)
  const pieces = lines.flatMap((line) => {
    if (!isRunTogether || line.isComment) return [pieceOf(source, line)]
    return splitLine(source.slice(line.start, line.end)).map(({ start, end }) =>
      pieceOf(source, { ...line, start: line.start + start, end: line.start + end }),
    )
  })
  return { pieces: withoutReferences(pieces), isRunTogether }
}

/** A stretch of the source as a piece, with the mark it begins with. */
function pieceOf(source: string, line: Line): Piece {
  const text = source.slice(line.start, line.end)
  return { ...line, text, mark: line.isComment ? null : readMark(text) }
}

/** More marks of articles (or of 一、) inside lines than at their beginnings: the line breaks were lost. */
function standsInOneLine(source: string, lines: readonly Line[]): boolean {
  let opening = 0
  let embedded = 0
  for (const line of lines) {
    const text = source.slice(line.start, line.end)
    const level = readMark(text)?.level
    if (level === 'article' || level === 'point') opening += 1
    embedded += embeddedMarks(text)
  }
  return embedded >= 2 && embedded > opening
}

/** Takes the mark from lines that only begin with a reference: 第十条、第十一条的规定…, or 第三章规定的…。 */
function withoutReferences(pieces: Piece[]): Piece[] {
  return pieces.map((piece) => (piece.mark && isReference(piece, piece.mark) ? { ...piece, mark: null } : piece))
}

function isReference(piece: Piece, mark: Mark): boolean {
  const isNumbered = mark.level === 'article' || isHeadingLevel(mark)
  if (!isNumbered) return false
  if (isHeadingLevel(mark) && piece.hashes === 0 && !looksLikeHeading(piece.text)) return true
  const behind = piece.text.slice(mark.labelLength)
  return mark.length === mark.labelLength && (isHeadingLevel(mark) ? headingReadsAsReference(behind) : readsAsReference(behind))
}

function isHeadingLevel(mark: Mark): boolean {
  return mark.level === 'part' || mark.level === 'subpart' || mark.level === 'chapter' || mark.level === 'section'
}

/** Names of chapters are short and are no sentences. */
function looksLikeHeading(text: string): boolean {
  return text.length <= 80 && !/[。；;！？]/.test(text)
}
