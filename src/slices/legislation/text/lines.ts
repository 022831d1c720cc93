/** The source as lines: where each begins and ends without the blanks around it, and the Markdown marks before it. */

import { blankCharacters } from './blanks.ts'
import type { Span } from './types.ts'

export interface Line extends Span {
  /** Number of # before a Markdown heading, 0 for other lines. */
  hashes: number
  /** An HTML comment such as <!-- INFO END -->, which closes the block of notes. */
  isComment: boolean
}

const lineOfSource = /[^\n\r\u2028\u2029]+/g
const edges = new RegExp(`^[${blankCharacters}\\v\\f]*(.*?)[${blankCharacters}\\v\\f]*$`, 's')
const comment = /^<!--(?:(?!-->).)*-->$/
const hashMark = new RegExp(`^(#{1,6})[${blankCharacters}]+`)

/** Every line that has something to read, in order. */
export function readLines(source: string): Line[] {
  const lines: Line[] = []
  for (const match of source.matchAll(lineOfSource)) {
    const line = trimmed(match[0], match.index)
    if (line) lines.push(line)
  }
  return lines
}

/** Line and column of an offset, both counted from 1. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset)
  const breaks = before.split(/\r\n|[\n\r\u2028\u2029]/)
  return { line: breaks.length, column: (breaks.at(-1)?.length ?? 0) + 1 }
}

function trimmed(raw: string, at: number): Line | null {
  const text = edges.exec(raw)?.[1] ?? ''
  if (text === '') return null
  const start = at + raw.indexOf(text)
  const hashes = hashMark.exec(text)
  const skipped = hashes?.[0].length ?? 0
  return {
    start: start + skipped,
    end: start + text.length,
    hashes: hashes?.[1]?.length ?? 0,
    isComment: comment.test(text),
  }
}
