/**
 * Stable identifiers after the naming convention of Akoma Ntoso: `art_12__para_2__item_3`, `part_1__chp_2__sec_1`. Articles are
 * counted through the whole law and carry no prefix of their chapter, so that a new chapter changes no article's name.
 */

import type { Attachment, ClauseNode, Level } from './types.ts'

const prefixes: Record<Level, string> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chp',
  section: 'sec',
  division: 'div',
  article: 'art',
  point: 'point',
  paragraph: 'para',
  item: 'item',
  subitem: 'subitem',
}

/** The same trees with an `eId` on every node; a number that occurs twice, a defect of the source, gets `-dup2`. */
export function withEIds(
  body: readonly ClauseNode[],
  attachments: readonly Attachment[],
): { body: ClauseNode[]; attachments: Attachment[] } {
  const taken = new Map<string, number>()
  return {
    body: name(body, '', '', taken),
    attachments: attachments.map((attachment, index) => {
      const eId = `att_${index + 1}`
      return { ...attachment, eId, children: name(attachment.children, eId, eId, taken) }
    }),
  }
}

/** `scope` is the attachment the units stand in: an article in it is `att_1__art_2`. */
function name(nodes: readonly ClauseNode[], parent: string, scope: string, taken: Map<string, number>): ClauseNode[] {
  const counts = new Map<Level, number>()
  return nodes.map((node) => {
    const position = (counts.get(node.level) ?? 0) + 1
    counts.set(node.level, position)
    const number =
      node.number === null ? String(position) : node.suffix > 0 ? `${node.number}-${node.suffix}` : String(node.number)
    const eId = unique(join(node.level === 'article' ? scope : parent, `${prefixes[node.level]}_${number}`), taken)
    return { ...node, eId, children: name(node.children, eId, scope, taken) }
  })
}

function unique(eId: string, taken: Map<string, number>): string {
  const times = (taken.get(eId) ?? 0) + 1
  taken.set(eId, times)
  return times === 1 ? eId : `${eId}-dup${times}`
}

function join(parent: string, own: string): string {
  return parent === '' ? own : `${parent}__${own}`
}
