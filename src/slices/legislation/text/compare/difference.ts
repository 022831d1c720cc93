/** The readable difference of two texts: what was taken out, what was put in, word by word. */

import { plain } from '../blanks.ts'
import { pairUnits } from './pairing.ts'
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
  return joined(rowsOfLines(linesIn(old), linesIn(fresh)).flatMap(([before, after]) => wordsOf(before, after)))
}

/** Lines first: a new 款 is put in whole, and the words of one 款 are not looked for in another. */
function rowsOfLines(olds: readonly string[], news: readonly string[]): [string, string][] {
  if (olds.length <= 1 && news.length <= 1) return [[olds[0] ?? '', news[0] ?? '']]
  const steady = pairUnits(olds.map(plain), news.map(plain)).pairs.filter((pair) => !pair.isMoved)
  const rows: [string, string][] = []
  let [old, fresh] = [0, 0]
  for (const pair of [...steady, { old: olds.length, fresh: news.length }]) {
    for (; old < pair.old; old += 1) rows.push([olds[old] ?? '', ''])
    for (; fresh < pair.fresh; fresh += 1) rows.push(['', news[fresh] ?? ''])
    if (old < olds.length && fresh < news.length) rows.push([olds[old++] ?? '', news[fresh++] ?? ''])
  }
  return rows
}

function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function wordsOf(old: string, fresh: string): Segment[] {
  if (old === '') return [{ change: 'inserted', text: fresh }]
  if (fresh === '') return [{ change: 'deleted', text: old }]
  return grouped(withoutIslands(runsOf(shortestEdit(tokensOf(old), tokensOf(fresh)))))
}

/** Neighbouring segments of the same kind as one, empty ones dropped. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    if (segment.text === '') continue
    if (last?.change === segment.change) last.text += segment.text
    else result.push({ ...segment })
  }
  return result
}

/**
 * Myers' algorithm: the fewest words deleted and inserted. On diagonal k lie the points where k more old than new words are read;
 * `furthest` holds, for every diagonal, how many old words can be read with the edits so far. One copy of it is kept for each edit.
 */
function shortestEdit(old: readonly Token[], fresh: readonly Token[]): Step[] {
  const middle = old.length + fresh.length + 1
  const furthest = new Int32Array(2 * middle + 1)
  const trace: Int32Array[] = []
  for (let edits = 0; edits < middle; edits += 1) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [left, right] = [furthest[middle + diagonal - 1] ?? 0, furthest[middle + diagonal + 1] ?? 0]
      let x = isInsertion(diagonal, edits, left, right) ? right : left + 1
      if (edits === 0) x = 0
      while (x < old.length && x - diagonal < fresh.length && old[x]?.key === fresh[x - diagonal]?.key) x += 1
      furthest[middle + diagonal] = x
      if (x >= old.length && x - diagonal >= fresh.length) return backtrack(old, fresh, trace)
    }
  }
  return []
}

/** The step onto this diagonal puts a word in (coming from the diagonal to the right) and does not take one out. */
function isInsertion(diagonal: number, edits: number, left: number, right: number): boolean {
  return diagonal === -edits || (diagonal !== edits && left < right)
}

function backtrack(old: readonly Token[], fresh: readonly Token[], trace: readonly Int32Array[]): Step[] {
  const steps: Step[] = []
  let [x, y] = [old.length, fresh.length]
  const readSame = (downTo: { x: number; y: number }) => {
    for (; x > downTo.x && y > downTo.y; x -= 1, y -= 1) add(steps, 'same', fresh[y - 1])
  }
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const before = (diagonal: number) => trace[edits]?.[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const isInserted = isInsertion(diagonal, edits, before(diagonal - 1), before(diagonal + 1))
    const from = isInserted ? diagonal + 1 : diagonal - 1
    const start = { x: before(from), y: before(from) - from }
    readSame(isInserted ? { x: start.x, y: start.y + 1 } : { x: start.x + 1, y: start.y })
    if (isInserted) add(steps, 'inserted', fresh[start.y])
    else add(steps, 'deleted', old[start.x])
    x = start.x
    y = start.y
  }
  readSame({ x: 0, y: 0 })
  return steps.reverse()
}

function add(steps: Step[], change: Segment['change'], token: Token | undefined): void {
  if (token) steps.push({ change, token })
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
