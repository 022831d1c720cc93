/** Figures of the law texts against their goals: reading, defective sources, comparing versions, speed. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { amendmentTable } from '#slices/legislation/text/compare/table.ts'
import { diffRows } from '#slices/legislation/text/diff-rows.ts'
import type { DiffRow } from '#slices/legislation/text/diff-rows.ts'
import { leavesOf } from '#slices/legislation/text/leaves.ts'
import { outlineOf } from '#slices/legislation/text/outline.ts'
import type { Outline } from '#slices/legislation/text/outline.ts'
import { plain } from '#slices/legislation/text/blanks.ts'
import { parseLaw } from '#slices/legislation/text/parse.ts'
import type { LawText } from '#slices/legislation/text/types.ts'
import { articlesOf, wordsOf } from '#slices/legislation/text/walk.ts'

export interface Figure {
  task: string
  metric: string
  goal: string
  value: string
  reached: boolean
}

interface Gold {
  headings: { level: string | null; number?: number; text: string }[]
  articles: { number: number; suffix: number; path: string; kuan: number; xiang: number; mu: number; chars: number }[]
}

/** Every figure about law texts; `dataDir` holds `laws/single` and `laws/pairs`. */
export async function evalLaw(dataDir: string): Promise<Figure[]> {
  const single = join(dataDir, 'laws', 'single')
  return [
    reading(single, '.txt', 1),
    reading(single, '.toc.txt', 1),
    reading(single, '.oneline.txt', 0.98),
    defective(single),
    accounted(single),
    ...comparing(join(dataDir, 'laws', 'pairs')),
    ...speed(dataDir),
  ]
}

/** Laws that are read without any difference to the gold standard; those marked defective are judged by `defective`. */
function reading(dir: string, extension: string, goal: number): Figure {
  const isOneLine = extension === '.oneline.txt'
  const names = soundLaws(dir).filter((name) => existsSync(join(dir, name + extension)))
  const exact = names.filter((name) => {
    const outline = outlineOf(parseLaw(text(dir, name + extension)))
    return keyOf(outline, isOneLine) === keyOf(goldOf(dir, name), isOneLine) && startAlike(outline, goldOf(dir, name))
  })
  return figure(`法规文本→结构 ${extension}`, '逐部全对', goal, exact.length, names.length)
}

/**
 * Without line breaks nobody can tell one 款 from the next, nor where a heading of two lines ends (the standard has its first line):
 * there, 款 are not compared, and of headings the number and the beginning.
 */
function keyOf({ headings, articles }: Gold | Outline, isOneLine: boolean): string {
  return JSON.stringify([
    headings.filter(({ level }) => level !== null).map(({ level, number, text: name }) => [level, number, isOneLine ? '' : name]),
    articles.map((one) => [one.number, one.suffix, one.path, one.xiang, one.mu, ...(isOneLine ? [] : [one.kuan, one.chars])]),
  ])
}

function startAlike(outline: Outline, gold: Gold): boolean {
  const named = gold.headings.filter(({ level }) => level !== null)
  return outline.headings
    .filter(({ level }) => level !== null)
    .every(({ text: name }, index) => name.startsWith(named[index]?.text ?? ' '))
}

/** Every source with a known defect says so, and names each number that its standard misses. */
function defective(dir: string): Figure {
  const names = indexOf(dir).flatMap(({ file, consecutive }) => (consecutive ? [] : [file]))
  const reported = names.filter((name) => {
    const { defects } = outlineOf(parseLaw(text(dir, `${name}.txt`)))
    const { articles } = goldOf(dir, name)
    const gaps = articles.filter((one, index) => one.number > (articles[index - 1]?.number ?? 0) + 1)
    const told = defects.filter(({ kind }) => kind === 'article-gap').length
    return articles.length === 0 ? defects.some(({ kind }) => kind === 'no-articles') : told >= gaps.length && defects.length > 0
  })
  return figure('有缺陷的来源', '缺口都报告', 1, reported.length, names.length)
}

/** Marks, texts and layout put together are the source, for every form of every law. */
function accounted(dir: string): Figure {
  const files = readdirSync(dir).filter((name) => /\.(?:md|txt)$/.test(name))
  const whole = files.filter((name) => {
    const source = text(dir, name)
    return (
      leavesOf(parseLaw(source))
        .map(({ start, end }) => source.slice(start, end))
        .join('') === source
    )
  })
  return figure('所有来源', '一字不丢', 1, whole.length, files.length)
}

function comparing(dir: string): Figure[] {
  const titles = readdirSync(dir).filter((title) => existsSync(join(dir, title, 'gold.json')))
  const counts = { pairs: [0, 0, 0], rows: [0, 0, 0], moves: [0, 0, 0] }
  for (const title of titles) {
    const [old, fresh] = [parseLaw(text(dir, `${title}/old.md`)), parseLaw(text(dir, `${title}/new.md`))]
    const found = diffRows(old, fresh)
    const { rows } = JSON.parse(text(dir, `${title}/gold.json`)) as { rows: DiffRow[] }
    const isSound = contradictions(old, fresh, rows)
    count(counts.pairs, found.filter(isPair).map(pairOf), rows.filter(isPair).map(pairOf))
    count(
      counts.rows,
      found.map((row) => `${pairOf(row)} ${row.kind}`),
      rows.map((row) => `${pairOf(row)} ${row.kind}`),
    )
    const moves = (all: readonly DiffRow[]) => all.filter((row) => row.moved && isSound(row)).map(pairOf)
    count(counts.moves, moves(found), moves(rows))
  }
  return [
    score('两个版本→逐条对应', counts.pairs),
    score('两个版本→对应和改动种类', counts.rows),
    score('两个版本→移动的条', counts.moves),
  ]
}

/**
 * A row of the standard is contradicted by the texts where the very words of its old article stand in another new one. Moves are so
 * few that one such row decides the figure: its articles are left out of it, and of it alone.
 */
function contradictions(old: LawText, fresh: LawText, rows: readonly DiffRow[]): (row: DiffRow) => boolean {
  const words = (law: LawText) => new Map(articlesOf(law).map(({ node }) => [node.number, plain(wordsOf(node))]))
  const [before, after] = [words(old), words(fresh)]
  const wrong = rows.filter((row) => {
    const own = before.get(row.old)
    return own !== undefined && own !== after.get(row.new) && [...after.values()].includes(own)
  })
  const olds = new Set(wrong.map((row) => row.old))
  return (row) => !olds.has(row.old)
}

function isPair({ old, new: fresh }: DiffRow): boolean {
  return old !== null && fresh !== null
}

function pairOf({ old, new: fresh }: DiffRow): string {
  return `${old}>${fresh}`
}

/** Adds what is right, what was found and what should have been found. */
function count(totals: number[], found: readonly string[], expected: readonly string[]): void {
  const right = new Set(expected)
  totals[0] = (totals[0] ?? 0) + found.filter((row) => right.has(row)).length
  totals[1] = (totals[1] ?? 0) + found.length
  totals[2] = (totals[2] ?? 0) + expected.length
}

function score(task: string, [right = 0, found = 0, expected = 0]: readonly number[]): Figure {
  const f1 = (2 * right) / Math.max(1, found + expected)
  return {
    task,
    metric: `F1（${right} 对，找到 ${found}，应有 ${expected}）`,
    goal: '≥ 0.99',
    value: f1.toFixed(4),
    reached: f1 >= 0.99,
  }
}

/** Median of repeated runs on the law nearest to a hundred articles; long laws are scaled to a hundred. */
function speed(dataDir: string): Figure[] {
  const single = join(dataDir, 'laws', 'single')
  const [law = ''] = indexOf(single)
    .toSorted((a, b) => Math.abs(a.articles - 100) - Math.abs(b.articles - 100))
    .map(({ file }) => file)
  const source = text(single, `${law}.txt`)
  const articles = goldOf(single, law).articles.length
  const reads = medianOf(9, () => parseLaw(source)) * (100 / Math.max(100, articles))
  const pairs = join(dataDir, 'laws', 'pairs')
  const [pair = ''] = readdirSync(pairs)
    .filter((title) => existsSync(join(pairs, title, 'new.md')))
    .toSorted((a, b) => distance(pairs, a) - distance(pairs, b))
  const [old, fresh] = ['old.md', 'new.md'].map((name) => parseLaw(text(pairs, `${pair}/${name}`)))
  const compares = old && fresh ? medianOf(9, () => amendmentTable(old, fresh)) : Number.NaN
  return [
    { task: `百条法规解析（${law}）`, metric: '毫秒，9 次的中位数', goal: '≤ 20', value: reads.toFixed(1), reached: reads <= 20 },
    {
      task: `百条法规比较（${pair}）`,
      metric: '毫秒，9 次的中位数，含逐字差异',
      goal: '≤ 200',
      value: compares.toFixed(1),
      reached: compares <= 200,
    },
  ]
}

function distance(dir: string, title: string): number {
  return Math.abs(outlineOf(parseLaw(text(dir, `${title}/new.md`))).articles.length - 100)
}

function medianOf(times: number, work: () => unknown): number {
  const runs = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return runs.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

function figure(task: string, metric: string, goal: number, right: number, all: number): Figure {
  const share = all === 0 ? 0 : right / all
  const value = `${right}/${all}（${(100 * share).toFixed(1)}%）`
  return { task, metric, goal: goal === 1 ? '100%' : `≥ ${100 * goal}%`, value, reached: share >= goal }
}

function soundLaws(dir: string): string[] {
  return indexOf(dir).flatMap(({ file, consecutive }) => (consecutive ? [file] : []))
}

function indexOf(dir: string): { file: string; articles: number; consecutive: boolean }[] {
  return JSON.parse(text(dir, 'index.json')) as { file: string; articles: number; consecutive: boolean }[]
}

function goldOf(dir: string, name: string): Gold {
  return JSON.parse(text(dir, `${name}.gold.json`)) as Gold
}

function text(dir: string, name: string): string {
  return readFileSync(join(dir, name), 'utf8')
}
