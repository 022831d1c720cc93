/** Lines that break where no 款 ends, and units that begin inside a line. */

import { plain } from '../blanks.ts'
import { articlePattern, itemPattern, readMark, readsAsReference } from '../marks.ts'
import type { ClauseNode, LawText } from '../types.ts'
import { nameOf, walk } from '../walk.ts'
import type { Visit } from '../walk.ts'
import type { Found } from './found.ts'

export function lineDefects(law: LawText): Found[] {
  if (law.isRunTogether) return []
  const texts = [...walk(law.body)].filter(({ node }) => node.content !== null && isText(node))
  return texts.flatMap((visit, index) => [
    ...brokenLine(law, visit, texts[index + 1]),
    ...embeddedArticle(visit),
    ...embeddedItems(visit),
  ])
}

function isText(node: ClauseNode): boolean {
  return node.level === 'paragraph' || node.level === 'item' || node.level === 'subitem'
}

/** A line that ends without punctuation, or with a comma, and goes on in the next line of the same unit. */
function brokenLine(law: LawText, visit: Visit, next: Visit | undefined): Found[] {
  const { node } = visit
  if (!next || next.node.level !== 'paragraph' || /[。；;：:！？”’」』）)]$/.test(plain(node.text)) || isBareHeading(node.text))
    return []
  const between = law.source.slice(node.range.end, next.node.range.start)
  if (plain(between) !== '' || ownerOf(visit) !== ownerOf(next)) return []
  const end = node.content?.end ?? node.range.end
  return [
    {
      kind: 'broken-line',
      start: Math.max(node.range.start, end - 10),
      end,
      where: nameOf(visit),
      reason: `“…${node.text.slice(-10)}”之后句子没有完就换行了，下一行“${next.node.text.slice(0, 10)}…”被读成另一款`,
    },
  ]
}

/** …接受调查处理。 第二十二条经批准…: an article that has run into the 款 before it. */
function embeddedArticle(visit: Visit): Found[] {
  const { node } = visit
  return [...node.text.matchAll(new RegExp(`(?<=[。！？][^\\S\\n]*)${articlePattern}`, 'g'))].flatMap((match) => {
    const behind = node.text.slice(match.index + match[0].length)
    if (readsAsReference(behind)) return []
    const start = (node.content?.start ?? node.range.start) + match.index
    return [
      {
        kind: 'article-inside-paragraph' as const,
        start,
        end: start + match[0].length,
        where: nameOf(visit),
        reason: `“${match[0]}”在段落中间，可能是另起的一条与上一款连在了一起`,
      },
    ]
  })
}

/** …下列情形：（一）…；（二）…, all in one line. */
function embeddedItems(visit: Visit): Found[] {
  const { node } = visit
  const marks = [...node.text.matchAll(new RegExp(`(?<=[：:；;。])${itemPattern}`, 'g'))]
  const numbers = marks.map((match) => readMark(match[0])?.number ?? 0)
  const first = numbers.indexOf(1)
  const match = marks[first]
  if (!match || numbers[first + 1] !== 2) return []
  const start = (node.content?.start ?? node.range.start) + match.index
  return [
    {
      kind: 'items-inside-paragraph',
      start,
      end: start + match[0].length,
      where: nameOf(visit),
      reason: '各项写在同一段里，没有分行，没有读成项',
    },
  ]
}

/** Short words without punctuation are reported as a heading without its number, not as a broken line. */
export function isBareHeading(text: string): boolean {
  const bare = plain(text)
  return bare.length <= 12 && /^\p{Script=Han}+$/u.test(bare)
}

function ownerOf({ above }: Visit): ClauseNode | undefined {
  return above.find(({ level }) => level === 'article' || level === 'point') ?? above.at(-1)
}
