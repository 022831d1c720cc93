/** Ways through a tree of clauses. */

import { formatNumeral } from './numerals.ts'
import type { ClauseNode, LawText } from './types.ts'

/** A node with the nodes above it, outermost first. */
export interface Visit {
  node: ClauseNode
  above: readonly ClauseNode[]
}

/** Every node of the trees in the order of the text. */
export function* walk(nodes: readonly ClauseNode[], above: readonly ClauseNode[] = []): Generator<Visit> {
  for (const node of nodes) {
    yield { node, above }
    yield* walk(node.children, [...above, node])
  }
}

/** Articles of the body in their order; in a decision without 条 its 一、. */
export function articlesOf(law: LawText): Visit[] {
  const visits = [...walk(law.body)]
  const articles = visits.filter(({ node }) => node.level === 'article')
  return articles.length > 0 ? articles : visits.filter(({ node }) => node.level === 'point')
}

/** The words of a node and of all units in it, numbers of 项 and 目 included, that of the node itself not. */
export function wordsOf(node: ClauseNode): string {
  return node.text + node.children.map((child) => child.label + wordsOf(child)).join('')
}

/** What a person calls the unit: 第十二条第二款第（三）项. */
export function nameOf({ node, above }: Visit): string {
  const path = [...above, node].filter((one) => !containers.has(one.level) || one === node)
  const article = path.find((one) => one.level === 'article' || one.level === 'point')
  return path.map((one) => spoken(one, article)).join('')
}

const containers = new Set(['part', 'subpart', 'chapter', 'section', 'division'])

function spoken(node: ClauseNode, article: ClauseNode | undefined): string {
  if (node.level === 'paragraph') return spokenParagraph(node, article)
  if (node.level === 'item') return `第${node.label}项`
  if (node.level === 'subitem') return `第${node.number ?? ''}目`
  return node.label === '' ? node.heading : node.label
}

/** The 款 of an article is counted where it has more than one. */
function spokenParagraph(node: ClauseNode, article: ClauseNode | undefined): string {
  const paragraphs = article?.children.filter((child) => child.level === 'paragraph') ?? []
  return paragraphs.length > 1 ? `第${formatNumeral(paragraphs.indexOf(node) + 1)}款` : ''
}
