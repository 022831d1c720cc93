import { countGrams, emptyStatistics, gramRow, learnGrams, type GramCounts, type GramStatistics } from './gram-rows.ts'
import { plainText } from './plain-text.ts'
import { candidates, emptyPostings, post, type PostingLists } from './posting-lists.ts'
import { dotRows, type SparseRow } from './sparse-matrix.ts'
import { wholeText, type TextItem } from './text-item.ts'

/** How texts are grouped. Both values are cosines from 0 to 1 and are shown to the reader together with the groups. */
export interface GroupingOptions {
  /** A text joins the group of its nearest neighbour when they are at least this alike. */
  readonly threshold: number
  /** ... and when it is, on average, at least this alike to the group's first members: without it a chain of pairs would run away. */
  readonly cohesion: number
}

export const OPINION_GROUPING: GroupingOptions = { threshold: 0.35, cohesion: 0.22 }

/** Groups that grow as texts arrive. Numbers stand for texts in the order of arrival. */
export interface Grouping {
  readonly options: GroupingOptions
  readonly items: TextItem[]
  readonly groupOf: number[]
  readonly members: number[][]
  readonly statistics: GramStatistics
  readonly counts: (GramCounts | null)[]
  readonly rows: (SparseRow | null)[]
  readonly sameText: Map<string, number>
  postings: PostingLists
  /** The number of texts at which weights are next refreshed. */
  refreshAt: number
}

export interface OpinionGroup {
  /** The id of the text that opened the group; stays when the group grows. */
  readonly id: string
  readonly ids: string[]
}

const FOLLOWED = 40
const LONGEST_LIST = 64
const COMPARED = 40
const JUDGED_MEMBERS = 8

export function startGrouping(options: GroupingOptions): Grouping {
  return {
    options,
    items: [],
    groupOf: [],
    members: [],
    statistics: emptyStatistics(),
    counts: [],
    rows: [],
    sameText: new Map(),
    postings: emptyPostings(FOLLOWED, LONGEST_LIST),
    refreshAt: 16,
  }
}

/**
 * Puts texts, one after the other, into the group they fit or into a new one (leader clustering over an inverted index). Equal input in
 * equal order gives equal groups, and adding in portions gives what adding at once gives. A different order may give different groups.
 * Texts that were placed stay where they are: a person may already have worked on the group.
 */
export function addToGrouping(grouping: Grouping, items: readonly TextItem[], progress?: (done: number) => void): void {
  for (const item of items) {
    addOne(grouping, item)
    if (grouping.items.length % 500 === 0) progress?.(grouping.items.length)
  }
}

/** Takes texts over with the groups they already have (from storage); what is added later continues from here. */
export function restoreGrouping(options: GroupingOptions, placed: readonly { item: TextItem; group: string }[]): Grouping {
  const grouping = startGrouping(options)
  const numbers = new Map<string, number>()
  for (const { item, group } of placed) {
    const number = numbers.get(group) ?? grouping.members.length
    numbers.set(group, number)
    record(grouping, prepare(item), number)
  }
  return grouping
}

/** The groups, largest first, ties by the order in which they were opened. */
export function groupsOf(grouping: Grouping): OpinionGroup[] {
  return grouping.members
    .map((members) => members.map((number) => grouping.items[number]!.id))
    .map((ids) => ({ id: ids[0]!, ids }))
    .sort((a, b) => b.ids.length - a.ids.length)
}

/** A text made ready: its plain spelling and its grams. */
interface Prepared {
  readonly item: TextItem
  readonly plain: string
  readonly counts: GramCounts
}

function prepare(item: TextItem): Prepared {
  return { item, plain: plainText(wholeText(item)), counts: countGrams(item) }
}

function addOne(grouping: Grouping, item: TextItem): void {
  const prepared = prepare(item)
  const twin = grouping.sameText.get(prepared.plain)
  record(grouping, prepared, twin === undefined ? fittingGroup(grouping, prepared.counts) : grouping.groupOf[twin]!)
}

/** The number of the group a text fits, or the number of a new group. */
function fittingGroup(grouping: Grouping, counts: GramCounts): number {
  const row = gramRow(counts, grouping.statistics)
  const near = candidates(grouping.postings, row, COMPARED)
    .map((number) => ({ number, score: dotRows(row, grouping.rows[number]!) }))
    .filter(({ score }) => score >= grouping.options.threshold)
    .sort((a, b) => b.score - a.score || a.number - b.number)
  for (const { number } of near) {
    const group = grouping.groupOf[number]!
    if (meanLikeness(grouping, row, group) >= grouping.options.cohesion) return group
  }
  return grouping.members.length
}

function meanLikeness(grouping: Grouping, row: SparseRow, group: number): number {
  let sum = 0
  let judged = 0
  for (const member of grouping.members[group]!) {
    const other = grouping.rows[member]
    if (!other) continue
    sum += dotRows(row, other)
    judged++
    if (judged === JUDGED_MEMBERS) break
  }
  return sum / judged
}

function record(grouping: Grouping, { item, plain, counts }: Prepared, group: number): void {
  const number = grouping.items.length
  grouping.items.push(item)
  grouping.groupOf.push(group)
  if (group === grouping.members.length) grouping.members.push([])
  grouping.members[group]!.push(number)
  if (grouping.sameText.has(plain)) {
    // A word-for-word copy adds nothing to the index; it would only make the grams of its text look common.
    grouping.counts.push(null)
    grouping.rows.push(null)
    return
  }
  grouping.sameText.set(plain, number)
  learnGrams(grouping.statistics, counts)
  const row = gramRow(counts, grouping.statistics)
  grouping.counts.push(counts)
  grouping.rows.push(row)
  post(grouping.postings, row, number)
  if (grouping.statistics.documents === grouping.refreshAt) refreshWeights(grouping)
}

/** What is rare shows only when more is known: each time the number of different texts has doubled, every row is weighed anew. */
function refreshWeights(grouping: Grouping): void {
  grouping.refreshAt *= 2
  grouping.postings = emptyPostings(FOLLOWED, LONGEST_LIST)
  grouping.counts.forEach((counts, number) => {
    if (counts === null) return
    const row = gramRow(counts, grouping.statistics)
    grouping.rows[number] = row
    post(grouping.postings, row, number)
  })
}
