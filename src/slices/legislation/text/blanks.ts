/**
 * Blanks and widths. Texts from the web carry ideographic spaces (总 则 with wide gaps), no-break spaces, zero-width spaces and half-width
 * brackets. They are no part of what the law says: they are kept in the source and ignored wherever two texts are compared.
 */

import type { Span } from './types.ts'

/** The blanks of a line, zero-width characters and the byte order mark included, for use inside a regular expression's class. */
export const blankCharacters = ' \\t\\u00a0\\u1680\\u180e\\u2000-\\u200f\\u202f\\u205f\\u2060\\u3000\\ufeff'

const blankOrBreak = new RegExp(`[${blankCharacters}\\r\\n\\u2028\\u2029\\v\\f]`)
const blanks = new RegExp(`[${blankCharacters}\\r\\n\\u2028\\u2029\\v\\f]+`, 'g')

/** True for a character that a reader does not see: a space of any width, a zero-width mark, a line break. */
export function isBlank(character: string): boolean {
  return blankOrBreak.test(character)
}

/** The text without any blank or line break; the characters themselves stay as they are. */
export function withoutBlanks(text: string): string {
  return text.replace(blanks, '')
}

/** The form in which two texts are compared: widths unified (Unicode NFKC), blanks dropped. */
export function plain(text: string): string {
  return withoutBlanks(withoutBlanks(text).normalize('NFKC'))
}

/** The span without the blanks at its edges. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isBlank(text.charAt(start))) start += 1
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1
  return { start, end }
}

/** The last character before `at` that a reader sees, not looking further back than `from`; empty where there is none. */
export function visibleBefore(text: string, at: number, from = 0): string {
  let index = at - 1
  while (index >= from && isBlank(text.charAt(index))) index -= 1
  return index < from ? '' : text.charAt(index)
}
