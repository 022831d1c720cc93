/** The readable difference of two texts: what was taken out, what was put in, word by word. */

import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface Segment {
  change: 'same' | 'deleted' | 'inserted'
  text: string
}

type Step = { change: Segment['change']; token: Token }

/**
 * Segments in reading order. Same and inserted ones together are the new text, character by character; same and deleted ones are
 * the old text up to widths and blanks, which are no changes.
 */
export function differenceOf(old: string, fresh: string): Segment[] {
  const steps = shortestEdit(tokensOf(old), tokensOf(fresh))
  return grouped(withoutIslands(runsOf(steps)))
}

/** Myers' algorithm: the fewest words deleted and inserted. `reached[d]` holds the furthest point on each diagonal after d edits. */
function shortestEdit(old: readonly Token[], fresh: readonly Token[]): Step[] {
  const reached: Map<number, number>[] = []
  const furthest = new Map<number, number>([[1, 0]])
  for (let edits = 0; edits <= old.length + fresh.length; edits += 1) {
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(furthest, diagonal, edits)
      while (x < old.length && x - diagonal < fresh.length && old[x]?.key === fresh[x - diagonal]?.key) x += 1
      furthest.set(diagonal, x)
      if (x >= old.length && x - diagonal >= fresh.length) return backtrack(old, fresh, reached)
    }
    reached.push(new Map(furthest))
  }
  return []
}

function startOn(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const [left, right] = [furthest.get(diagonal - 1) ?? -1, furthest.get(diagonal + 1) ?? -1]
  return diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1
}

function backtrack(old: readonly Token[], fresh: readonly Token[], reached: readonly Map<number, number>[]): Step[] {
  const steps: Step[] = []
  let [x, y] = [old.length, fresh.length]
  const take = (change: Segment['change'], token: Token | undefined) => token && steps.push({ change, token })
  for (let edits = reached.length; edits > 0; edits -= 1) {
    const before = reached[edits - 1] ?? new Map<number, number>()
    const diagonal = x - y
    const down =
      diagonal === -edits || (diagonal !== edits && (before.get(diagonal - 1) ?? -1) < (before.get(diagonal + 1) ?? -1))
    const from = down ? diagonal + 1 : diagonal - 1
    const startX = before.get(from) ?? 0
    const startY = startX - from
    while (x > startX && y > startY && x > (down ? startX : startX + 1) && y > (down ? startY + 1 : startY))
      take('same', fresh[--y]) && (x -= 1)
    if (down) take('inserted', fresh[--y])
    else take('deleted', old[--x])
  }
  while (x > 0 && y > 0) {
    take('same', fresh[--y])
    x -= 1
  }
  return steps.reverse()
}

interface Run {
  deleted: string
  inserted: string
  same: string
  /** The same words as the old text writes them. */
  sameOld: string
}

/** Changes and the unchanged words behind each, alternating. */
function runsOf(steps: readonly Step[]): Run[] {
  const runs: Run[] = [{ deleted: '', inserted: '', same: '', sameOld: '' }]
  for (const { change, token } of steps) {
    let run = runs.at(-1)
    if (!run || (change !== 'same' && run.same !== '')) runs.push((run = { deleted: '', inserted: '', same: '', sameOld: '' }))
    run[change] += token.text
    if (change === 'same') run.sameOld += token.text
  }
  return runs
}

/** A 的 or 、 that happens to stand in both between two longer changes helps nobody: it becomes part of the change. */
function withoutIslands(runs: readonly Run[]): Run[] {
  const kept: Run[] = []
  for (const run of runs) {
    const last = kept.at(-1)
    const island = last?.same ?? ''
    const isBetween = last && (last.deleted !== '' || last.inserted !== '') && island !== ''
    if (
      isBetween &&
      island.length <= 2 &&
      !/\n/.test(island) &&
      size(last) > 2 * island.length &&
      size(run) > 2 * island.length
    ) {
      kept[kept.length - 1] = {
        deleted: last.deleted + last.sameOld + run.deleted,
        inserted: last.inserted + island + run.inserted,
        same: run.same,
        sameOld: run.sameOld,
      }
    } else kept.push({ ...run })
  }
  return kept
}

function size(run: Run): number {
  return Math.max(run.deleted.length, run.inserted.length)
}

function grouped(runs: readonly Run[]): Segment[] {
  return runs
    .flatMap(({ deleted, inserted, same }): Segment[] => [
      { change: 'deleted', text: deleted },
      { change: 'inserted', text: inserted },
      { change: 'same', text: same },
    ])
    .filter((segment) => segment.text !== '')
}
