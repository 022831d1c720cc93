/**
 * Items inside a text without line breaks: …有下列情形之一的：（一）…；（二）…。 A bracketed number opens an item where it follows
 * a colon, a semicolon or a full stop and continues the count; 第（二）项 and （一）、（二） inside a sentence do not.
 */

import { trimSpan, visibleBefore } from './blanks.ts'
import { itemPattern, readMark, subitemPattern } from './marks.ts'
import type { Span } from './types.ts'

/** Cuts one unit's span at its items and 目; the words behind the list become a span of their own where the list shows its end. */
export function splitItems(text: string, span: Span): Span[] {
  const items = countedMarks(text, span, itemPattern)
  const parts = cutAt(span, items)
  const closed = items.length >= 2 ? closeList(text, parts) : parts
  return closed
    .flatMap((part) =>
      readMark(text.slice(part.start, part.end))?.level === 'item'
        ? cutAt(part, countedMarks(text, part, subitemPattern))
        : [part],
    )
    .map((part) => trimSpan(text, part))
    .filter((part) => part.end > part.start)
}

/** Beginnings of the marks that count up from one; a new one begins a new list. */
function countedMarks(text: string, span: Span, pattern: string): number[] {
  const found: number[] = []
  let last = 0
  for (const match of text.slice(span.start, span.end).matchAll(new RegExp(pattern, 'g'))) {
    const start = span.start + match.index
    const number = readMark(match[0])?.number
    if (number === undefined || number === null || start === span.start) continue
    if (number !== last + 1 && number !== 1) continue
    if (!/[：:；;。]/.test(visibleBefore(text, start, span.start))) continue
    found.push(start)
    last = number
  }
  return found
}

/**
 * Items of a list end with semicolons, the last with a full stop. So where every item but the last closes with a semicolon, the
 * list ends at the next full stop and what follows is a 款 of the article.
 */
function closeList(text: string, parts: Span[]): Span[] {
  return parts.flatMap((part, index) => {
    const isLast = markNumber(text, parts[index + 1]) !== (markNumber(text, part) ?? 0) + 1
    const before = parts[index - 1]
    if (!isLast || markNumber(text, part) === null || !before || !/[；;]\s*$/.test(text.slice(before.start, before.end)))
      return [part]
    const stop = text.slice(part.start, part.end).indexOf('。')
    if (stop < 0 || part.start + stop + 1 >= part.end) return [part]
    return [
      { start: part.start, end: part.start + stop + 1 },
      { start: part.start + stop + 1, end: part.end },
    ]
  })
}

function markNumber(text: string, part: Span | undefined): number | null {
  const mark = part ? readMark(text.slice(part.start, part.end)) : null
  return mark?.level === 'item' ? mark.number : null
}

function cutAt(span: Span, starts: readonly number[]): Span[] {
  const borders = [span.start, ...starts, span.end]
  return borders.slice(0, -1).map((start, index) => ({ start, end: borders[index + 1] ?? span.end }))
}
