/**
 * Which unit of the old version became which of the new one. By content first and by order second, never by number: numbers change
 * with every article put in.
 *
 * 1. Units that are each other's nearest and clearly alike are partners, wherever they stand.
 * 2. The longest run of partners in the same order is the backbone. Moves are rare: a partner elsewhere is given up where a free
 *    unit in the same place is nearly as much alike.
 * 3. What is left between two vertebrae is paired in its order where it is somewhat alike: a rewritten article keeps its place.
 * 4. What is then left and alike has moved.
 */

import { longestRise } from './moves.ts'
import { likeness } from './similarity.ts'
import type { Likeness } from './similarity.ts'

export interface Pair {
  old: number
  fresh: number
  /** Stands elsewhere in the order than in the old version. */
  isMoved: boolean
  alike: number
}

export interface Pairing {
  pairs: Pair[]
  likeness: Likeness
}

/** Least likeness, from 0 to 1, at which two units are partners: anywhere; in the same place; elsewhere, once the rest is paired. */
const thresholds = { sure: 0.5, inPlace: 0.25, elsewhere: 0.35 }
/** How much more alike a unit elsewhere has to be than one in the same place. */
const costOfMove = 0.3

/** Pairs of indexes into the two lists of plain texts. Each index stands in one pair at most. */
export function pairUnits(olds: readonly string[], news: readonly string[]): Pairing {
  const like = likeness(olds, news)
  const sure = mutualNearest(olds, news, like)
  const backbone = longestRise(sure, (pair) => pair.fresh)
  const kept = worthMoving(sure, backbone, gaps(olds.length, news.length, backbone, backbone), like)
  const inPlace = gaps(olds.length, news.length, backbone, kept).flatMap((gap) => inOrder(gap.olds, gap.news, like))
  const taken = [...kept, ...inPlace]
  const all = [...taken, ...leftovers(olds.length, news.length, taken, like)].sort((a, b) => a.old - b.old)
  const steady = new Set(
    longestRise(
      all,
      (pair) => pair.fresh,
      (pair) => olds[pair.old]?.length ?? 0,
    ),
  )
  return {
    pairs: all.map((pair) => ({ ...pair, isMoved: !steady.has(pair), alike: like.alike(pair.old, pair.fresh) })),
    likeness: like,
  }
}

interface Match {
  old: number
  fresh: number
}

/** Best first; equal words are taken in their order, so that two same articles do not cross. */
function mutualNearest(olds: readonly string[], news: readonly string[], like: Likeness): Match[] {
  const candidates: (Match & { alike: number })[] = []
  for (let old = 0; old < olds.length; old += 1) {
    for (let fresh = 0; fresh < news.length; fresh += 1) {
      const alike = olds[old] === news[fresh] ? 1.1 : like.alike(old, fresh)
      if (alike >= thresholds.sure) candidates.push({ old, fresh, alike })
    }
  }
  return takeBest(candidates, olds.length, news.length)
}

function leftovers(olds: number, news: number, taken: readonly Match[], like: Likeness): Match[] {
  const usedOld = new Set(taken.map((match) => match.old))
  const usedNew = new Set(taken.map((match) => match.fresh))
  const candidates: (Match & { alike: number })[] = []
  for (let old = 0; old < olds; old += 1) {
    for (let fresh = 0; fresh < news; fresh += 1) {
      if (usedOld.has(old) || usedNew.has(fresh)) continue
      const alike = like.alike(old, fresh)
      if (alike >= thresholds.elsewhere) candidates.push({ old, fresh, alike })
    }
  }
  return takeBest(candidates, olds, news)
}

function takeBest(candidates: (Match & { alike: number })[], olds: number, news: number): Match[] {
  const place = (match: Match) => Math.abs(match.old / Math.max(1, olds) - match.fresh / Math.max(1, news))
  const usedOld = new Set<number>()
  const usedNew = new Set<number>()
  const matches: Match[] = []
  for (const match of candidates.sort((a, b) => b.alike - a.alike || place(a) - place(b))) {
    if (usedOld.has(match.old) || usedNew.has(match.fresh)) continue
    usedOld.add(match.old)
    usedNew.add(match.fresh)
    matches.push({ old: match.old, fresh: match.fresh })
  }
  return matches.sort((a, b) => a.old - b.old)
}

/** The backbone, and of the partners beside it those that nothing in their own place comes near to. */
function worthMoving(sure: readonly Match[], backbone: readonly Match[], places: readonly Gap[], like: Likeness): Match[] {
  const steady = new Set(backbone)
  const taken = new Set(sure)
  return sure.filter((match) => {
    if (steady.has(match)) return true
    const here = places.find(({ olds }) => olds.includes(match.old))
    const rival = Math.max(
      0,
      ...(here?.news ?? []).filter((fresh) => !isTaken(fresh, taken)).map((fresh) => like.alike(match.old, fresh)),
    )
    return rival < thresholds.inPlace || like.alike(match.old, match.fresh) - costOfMove > rival
  })
}

function isTaken(fresh: number, taken: ReadonlySet<Match>): boolean {
  for (const match of taken) if (match.fresh === fresh) return true
  return false
}

interface Gap {
  olds: number[]
  news: number[]
}

/** The units between two vertebrae that have no partner yet, gap by gap. */
function gaps(olds: number, news: number, backbone: readonly Match[], taken: readonly Match[]): Gap[] {
  const usedOld = new Set(taken.map((match) => match.old))
  const usedNew = new Set(taken.map((match) => match.fresh))
  const anchors = [{ old: -1, fresh: -1 }, ...backbone, { old: olds, fresh: news }]
  return anchors.slice(1).map((anchor, index) => {
    const from = anchors[index] ?? { old: -1, fresh: -1 }
    return { olds: free(from.old + 1, anchor.old, usedOld), news: free(from.fresh + 1, anchor.fresh, usedNew) }
  })
}

function free(from: number, to: number, used: ReadonlySet<number>): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((index) => !used.has(index))
}

/** The pairing in order with the greatest sum of likeness, by dynamic programming over the two short lists. */
function inOrder(olds: readonly number[], news: readonly number[], like: Likeness): Match[] {
  const best = Array.from({ length: olds.length + 1 }, () => new Float64Array(news.length + 1))
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = news.length - 1; j >= 0; j -= 1) {
      const value = worth(olds[i], news[j], like)
      const paired = value > 0 ? value + at(best, i + 1, j + 1) : -1
      ;(best[i] as Float64Array)[j] = Math.max(paired, at(best, i + 1, j), at(best, i, j + 1))
    }
  }
  const matches: Match[] = []
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    const value = worth(olds[i], news[j], like)
    if (value > 0 && at(best, i, j) === value + at(best, i + 1, j + 1))
      matches.push({ old: olds[i++] ?? 0, fresh: news[j++] ?? 0 })
    else if (at(best, i, j) === at(best, i + 1, j)) i += 1
    else j += 1
  }
  return matches
}

function worth(old: number | undefined, fresh: number | undefined, like: Likeness): number {
  const alike = old === undefined || fresh === undefined ? 0 : like.alike(old, fresh)
  return alike >= thresholds.inPlace ? alike : 0
}

function at(table: readonly Float64Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}
