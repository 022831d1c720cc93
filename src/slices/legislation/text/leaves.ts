/**
 * The account of every character. Marks, headings and texts of a law are its leaves; what lies between them may only be layout:
 * blanks, line breaks, the # of Markdown, a comment. So leaves and layout, put one behind the other, are the source.
 */

import { withoutBlanks } from './blanks.ts'
import type { LawText, Span } from './types.ts'
import { walk } from './walk.ts'

export interface Leaf extends Span {
  kind: 'mark' | 'text' | 'layout'
}

/** Leaves and layout in the order of the source, without gap or overlap; throws where a character is unaccounted for. */
export function leavesOf(law: LawText): Leaf[] {
  const leaves: Leaf[] = []
  let at = 0
  for (const leaf of ownLeaves(law)) {
    if (leaf.start < at) throw new RangeError(`第 ${leaf.start} 个字符被计入两次`)
    if (leaf.start > at) leaves.push(layout(law.source, at, leaf.start))
    leaves.push(leaf)
    at = leaf.end
  }
  if (at < law.source.length) leaves.push(layout(law.source, at, law.source.length))
  return leaves
}

function ownLeaves(law: LawText): Leaf[] {
  const texts = [
    law.title,
    ...law.notes,
    ...law.contents,
    ...law.preamble,
    ...law.signature,
    ...law.attachments.map((one) => one.heading),
  ]
  const nodes = [...walk([...law.body, ...law.attachments.flatMap((one) => one.children)])].map(({ node }) => node)
  const leaves: Leaf[] = [
    ...texts.flatMap((span): Leaf[] => (span ? [{ start: span.start, end: span.end, kind: 'text' }] : [])),
    ...nodes.flatMap(({ mark }): Leaf[] => (mark ? [{ ...mark, kind: 'mark' }] : [])),
    ...nodes.flatMap(({ content }): Leaf[] => (content ? [{ ...content, kind: 'text' }] : [])),
  ]
  return leaves.sort((a, b) => a.start - b.start)
}

function layout(source: string, start: number, end: number): Leaf {
  const rest = withoutBlanks(source.slice(start, end))
    .replace(/<!--.*?-->/gs, '')
    .replace(/#/g, '')
  if (rest !== '') throw new RangeError(`第 ${start} 个字符起的“${rest}”没有着落`)
  return { start, end, kind: 'layout' }
}
