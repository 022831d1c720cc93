/**
 * Texts without line breaks, as copies from PDF and chat windows come: …制定本条例。第二条 本市行政区域内…。
 *
 * 第五条 stands in such a text both where an article begins and where a sentence refers to one. What tells them apart holds for
 * every law: articles are counted up one by one, begin after a finished sentence (or after the name of a chapter, which has no
 * punctuation), carry a blank behind the number as a rule, and are never followed by the words that follow a reference.
 */

import { blankCharacters, isBlank, trimSpan, visibleBefore, withoutBlanks } from './blanks.ts'
import { articlePattern, headingPattern, headingReadsAsReference, pointPattern, readsAsReference } from './marks.ts'
import { parseNumeral } from './numerals.ts'
import { cutsAtAttachments, cutsAtDivisions, cutsInFront, endsWithDivision } from './run-together-edges.ts'
import { splitItems } from './run-together-items.ts'
import type { Span } from './types.ts'

interface Candidate {
  start: number
  /** End of the label, before the blanks behind it. */
  end: number
  number: number
  suffix: number
  /** How much speaks for the beginning of a unit and not for a reference. */
  weight: number
}

const longestHeading = 60
/** A blank behind the number outweighs almost that no sentence ends before it: the name of a lost heading may stand there. */
const leastWeight = -1
/** A few plain characters behind a finished sentence: the name of a chapter that has lost its number may stand there. */
const bareNameBefore = /(?:^|[。！？])\s*\p{Script=Han}{2,12}\s*$/u
const knownName = new RegExp(
  `^[${blankCharacters}]+(?:总[${blankCharacters}]*则|附[${blankCharacters}]*则|法律责任|罚[${blankCharacters}]*则)`,
)

/** Spans of one line's units: headings, articles with their items, or the 一、 of a decision; the whole line where it has none. */
export function splitLine(text: string): Span[] {
  const articles = chain(articleCandidates(text))
  const cuts = articles.length > 0 ? [...articles, ...headingsBefore(text, articles)] : chain(pointCandidates(text))
  const units = cuts.map((cut) => cut.start).sort((a, b) => a - b)
  const edges =
    units.length > 0 ? [...cutsInFront(text, units), ...cutsAtDivisions(text, units), ...cutsAtAttachments(text, units)] : []
  const starts = [...new Set([0, ...units, ...edges])].sort((a, b) => a - b)
  return starts.flatMap((start, index) => splitItems(text, trimSpan(text, { start, end: starts[index + 1] ?? text.length })))
}

/** Number of units that begin inside the line and not at its start. */
export function embeddedMarks(text: string): number {
  const articles = chain(articleCandidates(text))
  const units = articles.length > 0 ? articles : chain(pointCandidates(text))
  return units.filter((unit) => unit.start > 0).length
}

function articleCandidates(text: string): Candidate[] {
  const marks = [...text.matchAll(new RegExp(articlePattern, 'g'))]
  return marks.flatMap((mark) => candidate(text, mark, afterHeading(text, mark.index) ? 4 : weightBefore(text, mark.index)))
}

/** 一、 opens a unit after a finished sentence or a colon only; elsewhere it is an enumeration. */
function pointCandidates(text: string): Candidate[] {
  const marks = [...text.matchAll(new RegExp(pointPattern, 'g'))]
  return marks.flatMap((mark) => {
    const before = weightBefore(text, mark.index)
    return before < 1 ? [] : candidate(text, mark, before)
  })
}

function candidate(text: string, mark: RegExpMatchArray, before: number): Candidate[] {
  const start = mark.index ?? 0
  const end = start + mark[0].length
  const number = parseNumeral(withoutBlanks(mark[1] ?? ''))
  if (number === null) return []
  const isSpaced = isBlank(text.charAt(end))
  const first = number === 1 && mark[2] === undefined && opensBody(text, start)
  const behind = isSpaced ? 3 : readsAsReference(text.slice(end, end + 12)) ? -8 : 0
  const suffix = mark[2] ? (parseNumeral(withoutBlanks(mark[2])) ?? 0) : 0
  return [{ start, end, number, suffix, weight: (first ? Math.max(before, 4) : before) + behind }]
}

/** Only the title and its notes stand before, no sentence: 第一条 and 第一章 open the body there whatever they stand behind. */
function opensBody(text: string, at: number): boolean {
  return !/[。；;]/.test(text.slice(0, at))
}

/** A finished sentence before the number speaks for a unit, the middle of a sentence against it. */
function weightBefore(text: string, at: number): number {
  const before = visibleBefore(text, at)
  if (before === '' || endsWithDivision(text.slice(Math.max(0, at - 12), at))) return 4
  if (/[。！？…]/.test(before)) return 4
  if (/[；;：:]/.test(before)) return 2
  if (/[”’」』）)]/.test(before)) return 1
  return bareNameBefore.test(text.slice(Math.max(0, at - 16), at)) ? 0 : -4
}

/** The number stands behind 第一章 总则: a mark of a heading close before it, and no punctuation of sentences between them. */
function afterHeading(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestHeading), at)
  const marks = [...before.matchAll(new RegExp(headingPattern, 'g'))]
  const last = marks.at(-1)
  if (!last) return false
  const name = before.slice(last.index + last[0].length)
  return withoutBlanks(name) !== '' && !/[。；;：:！？]/.test(name) && !headingReadsAsReference(name)
}

/**
 * The best run of candidates whose numbers only go up: each step to the very next number is rewarded, each number left out costs.
 * A dynamic programme over the candidates in their order; the law's own counting decides which 第五条 is the article.
 */
function chain(candidates: readonly Candidate[]): Candidate[] {
  const likely = candidates.filter((one) => one.weight >= leastWeight)
  const scores: number[] = []
  const previous: number[] = []
  likely.forEach((one, index) => {
    scores[index] = one.weight - Math.min(one.number - 1, 6)
    previous[index] = -1
    for (let earlier = index - 1; earlier >= Math.max(0, index - 60); earlier -= 1) {
      const score = (scores[earlier] ?? 0) + one.weight + step(likely[earlier], one)
      if (score <= (scores[index] ?? 0)) continue
      scores[index] = score
      previous[index] = earlier
    }
  })
  const run: Candidate[] = []
  for (let index = scores.indexOf(Math.max(...scores)); index >= 0; index = previous[index] ?? -1)
    run.unshift(...likely.slice(index, index + 1))
  return run
}

function step(from: Candidate | undefined, to: Candidate): number {
  if (!from) return -Infinity
  if (from.number === to.number) return to.suffix === from.suffix + 1 ? 3 : -Infinity
  if (to.number < from.number) return -Infinity
  const missing = to.number - from.number - 1
  return (missing === 0 ? 3 : -2 * missing) - (to.suffix > 0 ? 3 : 0)
}

/**
 * 第二章 服务规范 is a heading where nothing but its short name stands between it and the next unit. Read from the end, so that a
 * 章 is followed by its 节 as well as by its first article. 总则 and the like are known even where the next article has lost its number.
 */
function headingsBefore(text: string, articles: readonly Candidate[]): Candidate[] {
  const marks = [...text.matchAll(new RegExp(headingPattern, 'g'))]
  const units = articles.map((article) => article.start)
  const found: Candidate[] = []
  for (const mark of marks.toReversed()) {
    const end = mark.index + mark[0].length
    const next = units.filter((unit) => unit >= end).reduce((a, b) => Math.min(a, b), text.length)
    const name = text.slice(end, next)
    const known = isHeadingName(name) ? 0 : lengthOfKnownName(text, mark.index, name)
    if (!isHeadingName(name) && known === 0) continue
    found.push({ start: mark.index, end, number: parseNumeral(withoutBlanks(mark[1] ?? '')) ?? 0, suffix: 0, weight: 4 })
    units.push(mark.index)
    if (known > 0) found.push({ start: end + known, end: end + known, number: 0, suffix: 0, weight: 0 })
  }
  return found
}

function isHeadingName(name: string): boolean {
  const bare = withoutBlanks(name)
  return bare !== '' && bare.length <= longestHeading && !/[。；;：:！？]/.test(bare) && !headingReadsAsReference(name)
}

/** Length of 总则 and the like with the blank before it; 0 where no such name follows the mark, or where it is no heading. */
function lengthOfKnownName(text: string, at: number, name: string): number {
  if (weightBefore(text, at) < 4 && !opensBody(text, at)) return 0
  return knownName.exec(name)?.[0].length ?? 0
}
