/** The shape of a law text once it is read. Offsets count UTF-16 units of the source, as JavaScript strings do; ends are exclusive. */

/**
 * The units of a Chinese law: 编、分编、章、节、条、款、项、目, in the words of the glossary. A division is a heading without a
 * number (附则 of a code in 编, 序言); a point is the 一、 of a decision that has no 条.
 */
export type Level =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'division'
  | 'article'
  | 'point'
  | 'paragraph'
  | 'item'
  | 'subitem'

export interface Span {
  start: number
  end: number
}

/** A stretch of the source together with its characters, unchanged. */
export interface TextSpan extends Span {
  text: string
}

/** One unit of the text. `label` is its number as written (第十二条之一), `suffix` the 之一 as a number, 0 without one. */
export interface ClauseNode {
  eId: string
  level: Level
  number: number | null
  suffix: number
  label: string
  /** Name of a 编, 章 or 节, or the first line of a 一、; empty where there is none. */
  heading: string
  /** Words of this unit alone, without those of the units in it; empty for containers. */
  text: string
  mark: Span | null
  content: Span | null
  /** From its mark to the end of the last unit in it. */
  range: Span
  children: ClauseNode[]
}

export interface Attachment {
  eId: string
  heading: TextSpan
  children: ClauseNode[]
}

/** Something that is not as it should be in the source; nothing is repaired, the reader is told. `line` and `column` count from 1. */
export interface Defect {
  kind: DefectKind
  line: number
  column: number
  start: number
  end: number
  /** The unit it is in, in Chinese: 第十二条第二款; empty outside of any. */
  where: string
  /** What is wrong, in Chinese, for a person to act on. */
  reason: string
}

export type DefectKind =
  | 'article-gap'
  | 'article-order'
  | 'article-inside-paragraph'
  | 'article-without-text'
  | 'broken-line'
  | 'heading-gap'
  | 'heading-without-number'
  | 'item-gap'
  | 'items-inside-paragraph'
  | 'no-articles'
  | 'no-text'
  | 'run-together'
  | 'stray-text'
  | 'contents-differ'
  | 'word-numbering'

export interface LawText {
  source: string
  title: TextSpan | null
  /** 题注: who made it, when it was passed and amended. */
  notes: TextSpan[]
  /** 目录, line by line, its own heading first. */
  contents: TextSpan[]
  preamble: TextSpan[]
  body: ClauseNode[]
  signature: TextSpan[]
  attachments: Attachment[]
  /** The source came without line breaks, so that the borders of 款 are not known. */
  isRunTogether: boolean
  defects: Defect[]
}
