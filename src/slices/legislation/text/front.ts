/**
 * What stands before the body: the title, the note under it (题注: maker, date of passing, amendments; 立法法 第六十五条), and the
 * preamble of a decision (为了…，特作如下决定：).
 */

import { plain } from './blanks.ts'
import type { Piece } from './pieces.ts'

export interface Front {
  title: Piece[]
  notes: Piece[]
  preamble: Piece[]
}

const endsLikeTitle = /(?:法|条例|规定|办法|规则|细则|决定|决议|解释|准则|章程|通则|意见|方案|公告|议程)(?:[（(].*[）)])?$/
const date =
  '(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)'
const startsLikeNote = new RegExp(`^(?:[(（]|根据)?.{0,40}${date}`)

/** Sorts the pieces before the first unit of the body. Where a Markdown comment closes the notes, it decides. */
export function readFront(pieces: readonly Piece[]): Front {
  const closing = pieces.findIndex((piece) => piece.isComment)
  const visible = pieces.filter((piece) => !piece.isComment)
  const titles = countTitleLines(visible)
  const end = closing >= 0 ? pieces.slice(0, closing).filter((piece) => !piece.isComment).length : endOfNotes(visible, titles)
  return { title: visible.slice(0, titles), notes: visible.slice(titles, end), preamble: visible.slice(Math.max(end, titles)) }
}

/** A title may run over lines: it goes on until a line that ends like the name of a law, at most three. */
function countTitleLines(pieces: readonly Piece[]): number {
  const first = pieces[0]
  if (!first || isSentence(first)) return 0
  if (first.hashes > 0) return 1
  for (let count = 1; count <= Math.min(3, pieces.length); count += 1) {
    const next = pieces[count]
    if (endsLikeTitle.test(plain(pieces[count - 1]?.text ?? ''))) return count
    if (!next || isNote(next) || isSentence(next)) return 1
  }
  return 1
}

/** Notes are dated lines and lines in brackets; a line between two of them that is no sentence continues the one before. */
function endOfNotes(pieces: readonly Piece[], from: number): number {
  const first = pieces.findIndex((piece, index) => index >= from && isSentence(piece) && !isNote(piece))
  return first < 0 ? pieces.length : first
}

function isNote(piece: Piece): boolean {
  const text = plain(piece.text)
  return startsLikeNote.test(text) || /^[(（【]/.test(text)
}

function isSentence(piece: Piece): boolean {
  return /[。：:；;，,]$/.test(plain(piece.text))
}
