/** Words that stand where no words should: behind a heading before any article, and headings that lost their number. */

import { plain } from '../blanks.ts'
import type { ClauseNode, LawText } from '../types.ts'
import { nameOf, walk } from '../walk.ts'
import type { Visit } from '../walk.ts'
import { at } from './found.ts'
import type { Found } from './found.ts'
import { isBareHeading } from './lines.ts'

export function strayDefects(law: LawText): Found[] {
  const visits = [...walk(law.body)]
  if (!visits.some(({ node }) => node.level === 'article')) return []
  return visits.flatMap((visit) => [...behindHeading(visit), ...headingWithoutNumber(visit)])
}

function behindHeading({ node, above }: Visit): Found[] {
  const owner = above.at(-1)
  if (node.level !== 'paragraph' || !owner || !isNumberedHeading(owner)) return []
  const isSentence = /[。；;：:]/.test(plain(node.text))
  const reason = isSentence
    ? `“${owner.label}”之后的文字没有条号，可能丢了条号`
    : `“${owner.label} ${owner.heading}”之后的文字没有条号，可能是标题换了行，也可能丢了条号`
  return [{ ...at(node), kind: 'stray-text', where: owner.label, reason }]
}

/** 附则 alone on a line between two articles: the name of a chapter whose 第X章 is missing. */
function headingWithoutNumber(visit: Visit): Found[] {
  const { node, above } = visit
  const owner = above.at(-1)
  if (node.level !== 'paragraph' || owner?.level !== 'article' || owner.children.at(-1) !== node) return []
  if (owner.children.length < 2 || !isBareHeading(node.text)) return []
  return [
    {
      ...at(node),
      kind: 'heading-without-number',
      where: nameOf(visit),
      reason: `“${node.text}”像是章、节的标题，没有序号，按一款读`,
    },
  ]
}

function isNumberedHeading(node: ClauseNode): boolean {
  return node.level === 'part' || node.level === 'subpart' || node.level === 'chapter' || node.level === 'section'
}
