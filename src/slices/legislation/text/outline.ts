/** The law as a short table, as `minyi law parse --json` prints it: headings, articles with their path and counts, defects. */

import { plain, withoutBlanks } from './blanks.ts'
import type { ClauseNode, Defect, LawText, Level } from './types.ts'
import { walk, wordsOf } from './walk.ts'

export interface OutlineHeading {
  level: string | null
  number?: number
  suffix?: number
  text: string
}

export interface OutlineArticle {
  number: number
  suffix: number
  /** 1编/2章/3节; empty for an article outside of any. */
  path: string
  kuan: number
  xiang: number
  mu: number
  /** Characters of the article's words, widths unified and blanks dropped, its own number not counted. */
  chars: number
  /** The first twenty characters, line breaks between 款 and 项 counted. */
  starts: string
  eId: string
}

export interface Outline {
  title: string
  headings: OutlineHeading[]
  articles: OutlineArticle[]
  /** The 一、 of a decision without 条. */
  points: { number: number | null; heading: string; kuan: number; xiang: number; eId: string }[]
  /** Lines before the first article or right behind a heading that belong to no article. */
  preamble: number
  /** Lines of the title note. */
  info: number
  attachments: string[]
  defects: Defect[]
}

const names: Partial<Record<Level, string>> = { part: '编', subpart: '分编', chapter: '章', section: '节' }

/** The outline of a law; in the shape of the published gold standards, with `points`, `attachments`, `eId` and `defects` added. */
export function outlineOf(law: LawText): Outline {
  const visits = [...walk(law.body)]
  const of = (level: Level) => visits.filter(({ node }) => node.level === level)
  const outside = visits.filter(({ node, above }) => isLine(law, node) && !above.some(({ level }) => level === 'article'))
  return {
    title: withoutBlanks(law.title?.text ?? ''),
    headings: visits.flatMap(({ node }) => headingOf(law, node)),
    articles: of('article').map(({ node, above }) => articleOf(node, above)),
    points: of('point').map(({ node }) => pointOf(node)),
    preamble: law.preamble.length + outside.length,
    info: law.notes.length,
    attachments: law.attachments.map(({ heading }) => withoutBlanks(heading.text)),
    defects: law.defects,
  }
}

function headingOf(law: LawText, node: ClauseNode): OutlineHeading[] {
  const text = withoutBlanks(node.heading)
  const level = names[node.level]
  if (level) return [{ level, number: node.number ?? 0, ...(node.suffix > 0 ? { suffix: node.suffix } : {}), text }]
  const isMarked = node.level === 'division' || (node.level === 'point' && isMarkdownHeading(law.source, node))
  return isMarked ? [{ level: null, text: withoutBlanks(node.label) + text }] : []
}

/** A line of its own that is neither an article nor a heading marked as one. */
function isLine(law: LawText, node: ClauseNode): boolean {
  if (node.level === 'point') return node.heading !== '' && !isMarkdownHeading(law.source, node)
  return (node.level === 'paragraph' || node.level === 'item' || node.level === 'subitem') && node.content !== null
}

function isMarkdownHeading(source: string, node: ClauseNode): boolean {
  return /#[^\n]*$/.test(source.slice(Math.max(0, node.range.start - 12), node.range.start))
}

function articleOf(node: ClauseNode, above: readonly ClauseNode[]): OutlineArticle {
  const words = wordsOf(node)
  return {
    number: node.number ?? 0,
    suffix: node.suffix,
    path: above.flatMap((one) => (names[one.level] ? [`${one.number}${names[one.level]}`] : [])).join('/'),
    ...countsOf(node),
    chars: [...plain(words)].length,
    starts: lines(node).join('\n').slice(0, 20),
    eId: node.eId,
  }
}

function lines(node: ClauseNode): string[] {
  return node.children.flatMap((child) => [child.label + child.text, ...lines(child)]).filter((line) => line !== '')
}

function pointOf(node: ClauseNode): Outline['points'][number] {
  const { kuan, xiang } = countsOf(node)
  return { number: node.number, heading: withoutBlanks(node.heading), kuan, xiang, eId: node.eId }
}

/** How many 款, 项 and 目 the unit has; a 款 that is only there to hold a list is none. */
function countsOf(node: ClauseNode): { kuan: number; xiang: number; mu: number } {
  const inside = [...walk(node.children)].map((visit) => visit.node)
  return {
    kuan: inside.filter(({ level, content }) => level === 'paragraph' && content !== null).length,
    xiang: inside.filter(({ level }) => level === 'item').length,
    mu: inside.filter(({ level }) => level === 'subitem').length,
  }
}
