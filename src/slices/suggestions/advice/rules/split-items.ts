import type { Piece } from './split-paste.ts'

/** The ways of numbering, outermost first; the first one in use separates requests, the others stay inside them. */
const MARKERS: readonly { readonly at: RegExp; readonly inside: RegExp }[] = [
  marker('[一二三四五六七八九十]{1,3}[、.．]\\s*'),
  marker('第[一二三四五六七八九十]{1,3}[，,、]\\s*'),
  marker('（[一二三四五六七八九十]{1,3}）\\s*'),
  marker('[一二三四五六七八九十]是[：:，,]?\\s*'),
  marker('\\d{1,2}(?:[、．]|\\.(?!\\d))\\s*'),
  marker('[（(]\\d{1,2}[)）]\\s*'),
  marker('\\d{1,2}[)）]\\s*'),
  marker('[①-⑳]\\s*'),
  marker('[•●▪◆■]\\s*'),
]

function marker(source: string): { at: RegExp; inside: RegExp } {
  return { at: new RegExp(`^${source}`), inside: new RegExp(`(?<=[；;。])\\s*(?=${source})`) }
}

/**
 * The lines below a heading of requests as requests. Numbered: each number opens one, and `1.甲；2.乙` in one line are two. Not numbered:
 * each line is one. A line before the first number stands for itself.
 */
export function itemsOf(lines: readonly string[]): Piece[] {
  const used = markerOf(lines)
  if (!used) return lines.map((text) => ({ place: 'request', text, opens: true }))
  const pieces: Piece[] = []
  for (const line of lines.flatMap((it) => it.split(used.inside))) {
    const number = used.at.exec(line)?.[0] ?? ''
    const isBare = number === line
    if (number !== '') pieces.push({ place: 'label', text: number.trim() })
    if (!isBare) pieces.push({ place: 'request', text: line.slice(number.length), opens: number !== '' })
  }
  return pieces
}

function markerOf(lines: readonly string[]): { at: RegExp; inside: RegExp } | undefined {
  const count = (it: { at: RegExp }) => lines.filter((line) => it.at.test(line)).length
  return MARKERS.find((it) => it.at.test(lines[0] ?? '')) ?? MARKERS.find((it) => count(it) > 1)
}
