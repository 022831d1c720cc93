/**
 * The marks that drafting sets before a unit: 第一编, 第二章, 第三节, 第十二条之一, （一）, 1．, 一、. A mark is recognised by its form
 * alone here; whether it opens a unit or only refers to one is decided by what stands around it.
 */

import { blankCharacters, plain } from './blanks.ts'
import { numeralCharacters, parseNumeral } from './numerals.ts'
import type { Level } from './types.ts'

export interface Mark {
  level: Level
  number: number | null
  suffix: number
  /** Characters of the number itself, 第十二条之一. */
  labelLength: number
  /** The label and the blanks behind it. */
  length: number
}

const gap = `[${blankCharacters}]*`
const numeral = `[${numeralCharacters}](?:${gap}[${numeralCharacters}])*`
const chinese = '[零〇○一二三四五六七八九十百]'
const chineseNumeral = `${chinese}(?:${gap}${chinese})*`

/** Sources of the regular expressions, for those who look for marks inside a line. Groups: number, and the suffix or the unit. */
export const articlePattern = `第${gap}(${numeral})${gap}条(?:${gap}之${gap}(${numeral}))?`
export const headingPattern = `第${gap}(${numeral})${gap}(分${gap}编|编|章|节)(?:${gap}之${gap}(${numeral}))?`
export const itemPattern = `(?:[（(]${gap}(${chineseNumeral})${gap}[）)]|([㈠-㈩]))`
export const subitemPattern = `(?:([0-9０-９]{1,3})${gap}(?:[．.](?![0-9０-９])|[、)）])|[（(]${gap}([0-9０-９]{1,3})${gap}[）)]|([①-⑳]))`
export const pointPattern = `(${chineseNumeral})${gap}、`

const article = new RegExp(`^${articlePattern}`)
const heading = new RegExp(`^${headingPattern}`)
const item = new RegExp(`^${itemPattern}`)
const subitem = new RegExp(`^${subitemPattern}`)
const point = new RegExp(`^${pointPattern}`)
const blanksAtStart = new RegExp(`^${gap}`)
const headingLevels: Record<string, Level> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }

/** Ranks of containers: a lower one closes every higher one. */
export const ranks: Partial<Record<Level, number>> = { part: 1, subpart: 2, chapter: 3, section: 4, article: 5, point: 5 }

/** The mark that the text begins with, or null. */
export function readMark(text: string): Mark | null {
  const named = heading.exec(text)
  if (named) return build(text, named[0], headingLevels[plain(named[2] ?? '')] ?? 'chapter', named[1], named[3])
  const numbered = article.exec(text)
  if (numbered) return build(text, numbered[0], 'article', numbered[1], numbered[2])
  const bracketed = item.exec(text)
  if (bracketed) return build(text, bracketed[0], 'item', inner(bracketed[1] ?? bracketed[2]))
  const arabic = subitem.exec(text)
  if (arabic) return build(text, arabic[0], 'subitem', inner(arabic[1] ?? arabic[2] ?? arabic[3]))
  const counted = point.exec(text)
  return counted ? build(text, counted[0], 'point', counted[1]) : null
}

/**
 * True where the words behind 第X条 make it a reference (第五条规定的, 第五条、第六条, 第五条第二款) and not the beginning of an article.
 * A blank behind the number settles it the other way: drafting sets one after the number of an article, never after a reference.
 */
export function readsAsReference(afterLabel: string): boolean {
  return referenceFollows.test(afterLabel)
}

/** The same for 第X章 and its like, which a reference may follow up with a 节 or 条 of it: 第三章第二节的规定. */
export function headingReadsAsReference(afterLabel: string): boolean {
  return referenceFollows.test(afterLabel) || partFollows.test(afterLabel)
}

const partFollows = new RegExp(`^第${gap}${numeral}${gap}[条章节]`)
const referenceFollows = new RegExp(
  `^(?:第${gap}${numeral}${gap}[款项目]|规定|所[称列规指述涉]|的|[、，,。；;）)》”]|[和与及或至到](?:第|本|《|前|其)|[前后]款)`,
)

function build(text: string, label: string, level: Level, digits: string | undefined, suffix?: string): Mark | null {
  const number = parseNumeral(plain(digits ?? ''))
  if (number === null) return null
  const behind = blanksAtStart.exec(text.slice(label.length))?.[0].length ?? 0
  return {
    level,
    number,
    suffix: suffix ? (parseNumeral(plain(suffix)) ?? 0) : 0,
    labelLength: label.length,
    length: label.length + behind,
  }
}

/** ㈠ and ① become （一） and 1 by NFKC; what is wanted is the number in them. */
function inner(written: string | undefined): string {
  return plain(written ?? '').replace(/[()]/g, '')
}
