/** What stands behind the body: the signature (a body's name and a date on lines of their own) and the attachments (附件). */

import { blankCharacters, plain } from './blanks.ts'
import { numeralCharacters } from './numerals.ts'
import type { Piece } from './pieces.ts'

const attachment = new RegExp(
  `^附(?:[件表录图][${blankCharacters}]*[${numeralCharacters}]{0,4})?(?:[:：]|$|(?<=[件表录图${numeralCharacters}])[${blankCharacters}])`,
)
const dateAlone =
  /^(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日$/

/** Index of the first line that opens an attachment behind the last unit of the body, or the number of pieces. */
export function findAttachments(pieces: readonly Piece[], bodyStart: number): number {
  const firstUnit = pieces.findIndex((piece, index) => index >= bodyStart && isUnit(piece))
  if (firstUnit < 0) return pieces.length
  const found = pieces.findIndex((piece, index) => index > firstUnit && opensAttachment(piece))
  return found < 0 ? pieces.length : found
}

/** 附件, 附件一, 附表：…, on a short line that is no sentence. */
export function opensAttachment(piece: Piece): boolean {
  const text = plain(piece.text)
  return piece.mark === null && text.length <= 40 && !/[。;；]$/.test(text) && attachment.test(piece.text)
}

/** Index of the first line of the signature before `end`, or `end`: short lines without punctuation, the last of them a date alone. */
export function findSignature(pieces: readonly Piece[], bodyStart: number, end: number): number {
  const last = pieces[end - 1]
  if (!last || end <= bodyStart || !dateAlone.test(plain(last.text))) return end
  let start = end - 1
  while (start > bodyStart && end - start < 4 && isName(pieces[start - 1])) start -= 1
  return start
}

function isName(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.mark === null &&
    piece.hashes === 0 &&
    plain(piece.text).length <= 30 &&
    !/[。；;：:，,]/.test(piece.text)
  )
}

function isUnit(piece: Piece): boolean {
  const level = piece.mark?.level
  return level === 'article' || level === 'point'
}
