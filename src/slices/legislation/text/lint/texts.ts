/** The units of a law that have words of their own, in the order of the text, each with its place in article and 款. */

import type { ClauseNode, LawText } from '../types.ts'
import { nameOf, walk } from '../walk.ts'

export interface TextUnit {
  text: string
  /** Offset of the text in the source. */
  start: number
  where: string
  article: ClauseNode | null
  /** Position of the 款 in its article, from 1; 0 outside of any. */
  paragraph: number
  above: readonly ClauseNode[]
}

/** Every 款, 项 and 目 with its words; those of attachments not. */
export function textsOf(law: LawText): TextUnit[] {
  return [...walk(law.body)].flatMap((visit): TextUnit[] => {
    const { node, above } = visit
    if (!node.content || node.text === '') return []
    const article = above.find(({ level }) => level === 'article' || level === 'point') ?? null
    const paragraphs = article?.children.filter(({ level }) => level === 'paragraph') ?? []
    const own = paragraphs.findIndex((paragraph) => paragraph === node || above.includes(paragraph))
    return [{ text: node.text, start: node.content.start, where: nameOf(visit), article, paragraph: own + 1, above }]
  })
}
