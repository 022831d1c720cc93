/**
 * Reading a law: source → pieces → front, 目录, body, signature, attachments → tree → defects. Nothing of the source is lost or
 * changed on the way (`leaves.ts` shows it); what is wrong with it is listed and left as it is.
 */

import { findAttachments, findSignature, opensAttachment } from './back.ts'
import { findContents } from './contents.ts'
import { findDefects } from './defects.ts'
import { divisionName } from './division.ts'
import { withEIds } from './eids.ts'
import { readFront } from './front.ts'
import { readPieces } from './pieces.ts'
import type { Piece } from './pieces.ts'
import { buildTree } from './tree.ts'
import type { Attachment, LawText, TextSpan } from './types.ts'

/** Reads the text of one law, regulation or decision: Markdown, plain text, or all of it in one line. Never throws. */
export function parseLaw(source: string): LawText {
  const { pieces, isRunTogether } = readPieces(source)
  const contents = findContents(pieces)
  const bodyStart = contents?.end ?? startOfBody(pieces)
  const front = readFront(pieces.slice(0, contents?.start ?? bodyStart))
  const attachmentsStart = findAttachments(pieces, bodyStart)
  const signatureStart = findSignature(pieces, bodyStart, attachmentsStart)
  const body = buildTree(pieces.slice(bodyStart, signatureStart).filter((piece) => !piece.isComment))
  const law: LawText = {
    source,
    title: joined(source, front.title),
    notes: front.notes.map(spanOf),
    contents: contents ? pieces.slice(contents.start, contents.end).map(spanOf) : [],
    preamble: front.preamble.map(spanOf),
    ...withEIds(body, readAttachments(pieces.slice(attachmentsStart))),
    signature: pieces.slice(signatureStart, attachmentsStart).map(spanOf),
    isRunTogether,
    defects: [],
  }
  return { ...law, defects: findDefects(law) }
}

/** The first unit; without any, the first line behind the block of notes, or the first sentence. */
function startOfBody(pieces: readonly Piece[]): number {
  const closing = pieces.findIndex((piece) => piece.isComment)
  const first = pieces.findIndex((piece, index) => index > closing && opensBody(piece))
  if (first >= 0) return first
  const sentence = pieces.findIndex((piece, index) => index > Math.max(closing, 0) && /。/.test(piece.text))
  return sentence < 0 ? pieces.length : sentence
}

function opensBody(piece: Piece): boolean {
  if (piece.hashes > 1) return true
  if (piece.mark) return piece.mark.level !== 'subitem' && piece.mark.level !== 'item'
  const name = divisionName(piece.text)
  return name !== null && name !== '附则'
}

function readAttachments(pieces: readonly Piece[]): Attachment[] {
  const visible = pieces.filter((piece) => !piece.isComment)
  const starts = visible.flatMap((piece, index) => (opensAttachment(piece) ? [index] : []))
  return starts.flatMap((start, order) => {
    const heading = visible[start]
    if (!heading) return []
    return [{ eId: '', heading: spanOf(heading), children: buildTree(visible.slice(start + 1, starts[order + 1])) }]
  })
}

/** A title over two lines is one span; the break stays in its text. */
function joined(source: string, pieces: readonly Piece[]): TextSpan | null {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last ? { start: first.start, end: last.end, text: source.slice(first.start, last.end) } : null
}

function spanOf({ start, end, text }: Piece): TextSpan {
  return { start, end, text }
}
