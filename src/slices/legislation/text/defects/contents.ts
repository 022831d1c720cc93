/** 目录 against the body: every entry should stand as a heading, every heading should stand in the 目录, in the same words. */

import { plain } from '../blanks.ts'
import { readMark } from '../marks.ts'
import type { ClauseNode, LawText } from '../types.ts'
import { walk } from '../walk.ts'
import { at } from './found.ts'
import type { Found } from './found.ts'

export function contentsDefects(law: LawText): Found[] {
  const entries = law.contents.filter((entry) => !/^目[录次]$/.test(plain(entry.text)))
  if (entries.length === 0) return []
  const headings = [...walk(law.body)].map(({ node }) => node).filter(isListedHeading)
  const left = new Set(headings.map(keyOfHeading))
  const listed = new Set(entries.map((entry) => keyOf(entry.text)))
  return [
    ...entries.flatMap((entry): Found[] =>
      left.has(keyOf(entry.text)) || plain(entry.text).startsWith('附')
        ? []
        : [
            {
              kind: 'contents-differ',
              start: entry.start,
              end: entry.end,
              where: '目录',
              reason: `目录中的“${entry.text}”在正文中没有同样的标题`,
            },
          ],
    ),
    ...headings.flatMap((node): Found[] =>
      listed.has(keyOfHeading(node))
        ? []
        : [{ ...at(node), kind: 'contents-differ', where: node.label, reason: '正文中的这个标题在目录中没有' }],
    ),
  ]
}

function isListedHeading(node: ClauseNode): boolean {
  return node.level === 'part' || node.level === 'subpart' || node.level === 'chapter' || node.level === 'section'
}

function keyOfHeading(node: ClauseNode): string {
  return `${node.level} ${node.number} ${plain(node.heading)}`
}

/** The entry's level, number and words, without leader dots and page number. */
function keyOf(text: string): string {
  const mark = readMark(text)
  const words = plain(text.slice(mark?.length ?? 0)).replace(/[.·…—_-]*[（(]?\d*[）)]?$/, '')
  return `${mark?.level} ${mark?.number} ${words}`
}
