/** Pairs of short sentences, labelled "same meaning" or not: how far likeness of letters carries. Shown, no goal. */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countGrams, emptyStatistics, gramRow, learnGrams } from '#kernel/mining/gram-rows.ts'
import { dotRows } from '#kernel/mining/sparse-matrix.ts'
import type { Figure } from './law.ts'

const SETS = ['lcqmc', 'bq', 'pawsx', 'bustm']

export async function evalPairs(dataDir: string): Promise<Figure[]> {
  return Promise.all(SETS.map((name) => pairFigure(name, join(dataDir, 'pairs', `${name}.tsv`))))
}

interface JudgedPair {
  readonly same: boolean
  readonly score: number
}

/** The threshold is taken from the first half and judged on the second. */
async function pairFigure(name: string, file: string): Promise<Figure> {
  const lines = (await readFile(file, 'utf8')).trim().split(/\r?\n/).slice(1)
  const pairs = lines
    .map((line) => line.split('\t'))
    .map(([label, a, b]) => ({ same: label === '1', a: { text: a ?? '' }, b: { text: b ?? '' } }))
  const statistics = emptyStatistics()
  for (const { a, b } of pairs) for (const one of [a, b]) learnGrams(statistics, countGrams(one))
  const judged = pairs.map(({ same, a, b }) => ({
    same,
    score: dotRows(gramRow(countGrams(a), statistics), gramRow(countGrams(b), statistics)),
  }))
  const half = Math.floor(judged.length / 2)
  const threshold = bestThreshold(judged.slice(0, half))
  const value = `${rankingOf(judged).toFixed(3)} / ${accuracy(judged.slice(half), threshold).toFixed(3)}`
  return { task: `近似句对 ${name}`, metric: 'AUC / 准确率', goal: '—（仅列出）', value, reached: true }
}

function bestThreshold(pairs: readonly JudgedPair[]): number {
  const steps = Array.from({ length: 100 }, (_, at) => at / 100)
  return steps.reduce((best, step) => (accuracy(pairs, step) > accuracy(pairs, best) ? step : best))
}

function accuracy(pairs: readonly JudgedPair[], threshold: number): number {
  return pairs.filter(({ same, score }) => score >= threshold === same).length / pairs.length
}

/** The chance that a pair of the same meaning scores higher than one of another meaning (ties count half). */
function rankingOf(pairs: readonly JudgedPair[]): number {
  const same = pairs.filter((pair) => pair.same)
  const other = pairs.filter((pair) => !pair.same)
  let wins = 0
  for (const a of same) for (const b of other) wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
  return wins / (same.length * other.length)
}
