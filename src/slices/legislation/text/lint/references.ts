/**
 * References to places that do not exist: 本条例第八十条 in a law of seventy articles, 第十二条第三款 where 第十二条 has two, 前款 in a
 * first 款, 前条 in a first article. References to other laws (《…法》第三条, 民法典第三条) cannot be followed and are left alone.
 */

import { plain } from '../blanks.ts'
import { formatNumeral, numeralCharacters, parseNumeral } from '../numerals.ts'
import type { ClauseNode, LawText } from '../types.ts'
import { articlesOf } from '../walk.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'
import type { TextUnit } from './texts.ts'

const numeral = `[${numeralCharacters}]+`
const reference = new RegExp(`第(${numeral})条(?:之(${numeral}))?(?:第(${numeral})款)?(?:第[（(]?(${numeral})[）)]?项)?`, 'g')
const basis = `${norms.first}第9项；引用的条、款、项应当存在`

/** Dead references inside the law. */
export function deadReferences(law: LawText): LintFinding[] {
  const articles = new Map(articlesOf(law).map(({ node }) => [keyOf(node.number ?? 0, node.suffix), node]))
  if (law.isRunTogether || ![...articles.values()].some(({ level }) => level === 'article')) return []
  const lost = new Set(law.defects.filter(({ kind }) => kind === 'article-inside-paragraph').map(({ start }) => start))
  return textsOf(law)
    .flatMap((unit) => [...numbered(unit, articles), ...previous(unit)])
    .filter(({ start }) => !lost.has(start))
}

function numbered(unit: TextUnit, articles: ReadonlyMap<string, ClauseNode>): LintFinding[] {
  const found: LintFinding[] = []
  let end = 0
  let isForeign = false
  for (const match of unit.text.matchAll(reference)) {
    const between = unit.text.slice(end, match.index)
    isForeign = isForeignBefore(between, end > 0 && isForeign)
    end = match.index + match[0].length
    if (isForeign || pointsAbroad(unit.text.slice(end))) continue
    const problem = problemOf(match, articles)
    if (problem) found.push(finding(unit, match.index, match[0], problem))
  }
  return found
}

/** The words before a reference tell whose article it is; an enumeration (第三条、第五条) goes on with the law of the one before. */
function isForeignBefore(between: string, wasForeign: boolean): boolean {
  const before = plain(between)
  if (/^(?:[、,和与及或至到]|以及|或者|(?:第.{1,6}[款项目][、,和与及或]?)+)*$/.test(before) && before !== '') return wasForeign
  if (/(?:本法|本条例|本规定|本办法|本规则|本细则|本决定|本章|本节)(?:中|的)?$/.test(before)) return false
  return /(?:》|法|条例|法典|宪法|规定|办法|规则|细则|决定|解释|章程|公约|协定|议定书|修正案)(?:\([^)]*\))?(?:中|的)?$/.test(
    before,
  )
}

/** 第三条 of the old text: 修改前的第三条, or a whole other law named behind it. */
function pointsAbroad(after: string): boolean {
  return /^(?:所引|修正前|修订前)/.test(after)
}

function problemOf(match: RegExpMatchArray, articles: ReadonlyMap<string, ClauseNode>): string | null {
  const [, article, suffix, paragraph, item] = match
  const node = articles.get(keyOf(parseNumeral(plain(article ?? '')) ?? 0, suffix ? (parseNumeral(plain(suffix)) ?? 0) : 0))
  if (!node) return `本文没有第${article}条${suffix ? `之${suffix}` : ''}`
  const paragraphs = node.children.filter(({ level }) => level === 'paragraph')
  const number = paragraph ? (parseNumeral(plain(paragraph)) ?? 0) : 0
  if (number > paragraphs.length) return `${node.label}只有${formatNumeral(paragraphs.length)}款`
  if (!item) return null
  const scope = number > 0 ? paragraphs.slice(number - 1, number) : paragraphs
  const items = scope.flatMap(({ children }) => children.filter(({ level }) => level === 'item'))
  return items.some((one) => one.number === parseNumeral(plain(item)))
    ? null
    : `${node.label}${number > 0 ? `第${paragraph}款` : ''}没有第（${item}）项`
}

/** 前款 needs a 款 before it, 前条 an article. */
function previous(unit: TextUnit): LintFinding[] {
  const words = unit.text.matchAll(/前([两二三四五六七八九十]?)款|前条/g)
  return [...words].flatMap((match) => {
    if (!unit.article) return []
    if (match[0] === '前条')
      return unit.article.number === 1 ? [finding(unit, match.index, match[0], '这是第一条，前面没有条')] : []
    const wanted = match[1] ? (parseNumeral(match[1]) ?? 1) : 1
    if (unit.paragraph > wanted) return []
    const before = unit.paragraph - 1
    return [
      finding(unit, match.index, match[0], before === 0 ? '这是本条第一款，前面没有款' : `前面只有${formatNumeral(before)}款`),
    ]
  })
}

function finding(unit: TextUnit, at: number, found: string, problem: string): LintFinding {
  const start = unit.start + at
  const message = `“${found}”所指的位置不存在：${problem}`
  return { rule: 'dead-reference', severity: 'error', start, end: start + found.length, where: unit.where, found, message, basis }
}

function keyOf(number: number, suffix: number): string {
  return `${number}-${suffix}`
}
