import { joinByAverage, type Likeness } from './average-linkage.ts'
import { distinctPhrases, phrasesOf, type GroupPhrase } from './group-phrases.ts'
import { heatOf, spanOf, type Heat, type Span } from './heat.ts'
import { headingOf, placeOf } from './issue-words.ts'
import { peopleIn } from './places.ts'
import { shareRareName } from './shared-name.ts'
import { candidates } from './posting-lists.ts'
import { buildSimilarIndex, type SimilarIndex } from './similar-texts.ts'
import { dotRows } from './sparse-matrix.ts'
import { wholeText, type TextItem } from './text-item.ts'

/** A message of a citizen: who (a code), when (ISO date or "YYYY-MM-DD HH:MM:SS"), votes of others. */
export interface Message extends TextItem {
  readonly user: string
  readonly time: string
  readonly up: number
  readonly down: number
}

export interface HotIssueOptions {
  /** Messages join an issue while the mean likeness of the two sides is at least this (cosine, 0 to 1). */
  readonly threshold: number
  /** An issue needs as many different writers. One message that many vote for is loud, but it is not yet raised by many. */
  readonly leastWriters: number
}

export const HOT_ISSUES: HotIssueOptions = { threshold: 0.1, leastWriters: 2 }

export interface HotIssue {
  /** A sentence taken from the most typical message. */
  readonly name: string
  readonly ids: string[]
  readonly heat: Heat
  readonly span: Span
  /** The place most of the messages name; empty where they name none. */
  readonly place: string
  /** Those concerned, as the messages call them. */
  readonly people: string[]
  /** What the messages have in common. */
  readonly phrases: string[]
}

/**
 * The issues that several people raise, hottest first. Messages that are alike are joined by average linkage, so the result does not
 * depend on the order of the messages. All values are computed from the messages given; nothing is learnt.
 */
export function hotIssues(
  messages: readonly Message[],
  options: HotIssueOptions = HOT_ISSUES,
  progress?: (line: string) => void,
): HotIssue[] {
  const ordered = [...messages].sort((a, b) => (a.time !== b.time ? (a.time < b.time ? -1 : 1) : a.id < b.id ? -1 : 1))
  const index = buildSimilarIndex(ordered)
  progress?.(`已读入 ${ordered.length} 条`)
  const clusters = joinByAverage(ordered.length, likePairs(index, progress), options.threshold)
  progress?.(`得到 ${clusters.length} 组`)
  return clusters
    .filter((numbers) => new Set(numbers.map((number) => ordered[number]!.user)).size >= options.leastWriters)
    .map((numbers) => ({ numbers, heat: heatOf(numbers.map((number) => ordered[number]!)) }))
    .sort((a, b) => b.heat.score - a.heat.score || a.numbers[0]! - b.numbers[0]!)
    .map(({ numbers, heat }) => describe(numbers, heat, ordered, index))
}

const COMPARED = 150
/** Two titles that share a rare name speak of the same place or firm; with it the result is flat between thresholds 0.08 and 0.14. */
const NAME_BONUS = 0.05
/** Pairs less alike than this cannot matter for an average near the threshold. */
const FAINT = 0.04

function likePairs(index: SimilarIndex, progress?: (line: string) => void): Likeness[] {
  const pairs: Likeness[] = []
  index.rows.forEach((row, a) => {
    if (a > 0 && a % 1000 === 0) progress?.(`已比较 ${a} 条`)
    for (const b of candidates(index.postings, row, COMPARED)) {
      if (a === b) continue
      const likeness = dotRows(row, index.rows[b]!)
      if (likeness < FAINT) continue
      const named = shareRareName(titleOf(index.items[a]!), titleOf(index.items[b]!), index.statistics)
      pairs.push({ a: Math.min(a, b), b: Math.max(a, b), score: likeness + (named ? NAME_BONUS : 0) })
    }
  })
  return pairs
}

function titleOf(item: TextItem): string {
  return item.title ?? item.text.slice(0, 40)
}

function describe(numbers: readonly number[], heat: Heat, messages: readonly Message[], index: SimilarIndex): HotIssue {
  const members = numbers.map((number) => messages[number]!)
  const phrases = phrasesOf(members.map(titleOf), index.statistics, 0.3)
  const texts = members.map(wholeText)
  return {
    name: nameOf(numbers, messages, index, phrases),
    ids: members.map((member) => member.id),
    heat,
    span: spanOf(members),
    place: placeOf(members, phrases),
    people: peopleIn(texts),
    phrases: distinctPhrases(phrases, 4),
  }
}

/** The heading of the message that is most like all others (of at most the first 40) and names what the group shares. */
function nameOf(
  numbers: readonly number[],
  messages: readonly Message[],
  index: SimilarIndex,
  phrases: readonly GroupPhrase[],
): string {
  const judged = numbers.slice(0, 40)
  const telling = phrases.slice(0, 3)
  const typical = judged.map((number) => {
    const heading = headingOf(messages[number]!)
    const likeness = judged.reduce((sum, other) => sum + dotRows(index.rows[number]!, index.rows[other]!), 0) / judged.length
    const named = telling.filter(({ phrase }) => heading.toLowerCase().includes(phrase)).length
    return { heading, score: likeness + 0.1 * named - 0.002 * heading.length }
  })
  return typical.reduce((best, one) => (one.score > best.score ? one : best)).heading
}
