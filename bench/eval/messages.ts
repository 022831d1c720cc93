/**
 * Figures of text understanding on citizens' messages. Every figure is measured on texts that took no part in training; how is said in
 * `docs/text-messages.md`. The data have no licence for products and are no part of this repository.
 */

import { join } from 'node:path'
import {
  buildSimilarIndex,
  classify,
  COMMON_UNITS,
  hotIssues,
  learnUnits,
  proposeUnits,
  similarTo,
  trainSubjects,
  type SubjectSample,
} from '#kernel/mining/api.ts'
import { message, pastAssignment, subjectSample, textItem } from '#kernel/mining/message-rows.ts'
import { readRows } from '#kernel/mining/rows-of-file.ts'
import { meaningfulWords } from '#kernel/mining/word-features.ts'
import { readFile } from 'node:fs/promises'
import type { Figure } from './law.ts'
import { evalPairs } from './pairs.ts'

const FOLDS = 10
const SHOWN_ONLY = '—（仅列出）'

/** All figures of messages, units and pairs; some minutes on two cores. */
export async function evalMessages(dataDir: string): Promise<Figure[]> {
  return [
    ...(await subjectFigures(dataDir)),
    ...(await sameIssueFigures(dataDir)),
    ...(await hotIssueFigures(dataDir)),
    ...(await unitFigures(dataDir)),
    ...(await evalPairs(dataDir)),
  ]
}

async function subjectFigures(dataDir: string): Promise<Figure[]> {
  const segmented = (await readRows(join(dataDir, 'messages/classify_segmented.csv'))).map(subjectSample)
  const raw = (await readRows(join(dataDir, 'messages/classify_full.jsonl'))).map((row) => ({
    label: subjectSample(row).label,
    ...textItem(row),
  }))
  const distinct = withoutCopies(segmented)
  const folded = crossJudged(distinct)
  const strange = withoutLike(distinct, raw)
  const model = trainSubjects(strange, { calibrate: false })
  const held = raw.map((sample) => ({ truth: sample.label, guess: classify(model, sample).label }))
  return [
    figure('留言→类别（7 类）', `macro-F1，${distinct.length} 条去重后 ${FOLDS} 折`, 0.93, macroF1(folded)),
    shown(
      '留言→类别，原文留出',
      `macro-F1，${raw.length} 条原文，训练去掉近似者（余 ${strange.length}）`,
      macroF1(held).toFixed(3),
    ),
  ]
}

function withoutCopies(samples: readonly SubjectSample[]): SubjectSample[] {
  const seen = new Set<string>()
  return samples.filter((sample) => {
    const key = meaningfulWords(sample).join('')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function crossJudged(samples: readonly SubjectSample[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    progress(`类别 第 ${fold + 1}/${FOLDS} 折`)
    const model = trainSubjects(
      samples.filter((_, at) => at % FOLDS !== fold),
      { calibrate: false },
    )
    const held = samples.filter((_, at) => at % FOLDS === fold)
    return held.map((sample) => ({ truth: sample.label, guess: classify(model, sample).label }))
  }).flat()
}

/** Samples that share less than half of their words with every test text: the archive holds most test texts a second time. */
function withoutLike(samples: readonly SubjectSample[], tests: readonly SubjectSample[]): SubjectSample[] {
  const holders = new Map<string, number[]>()
  const sets = samples.map((sample) => new Set(meaningfulWords(sample)))
  sets.forEach((words, at) => words.forEach((word) => holders.set(word, [...(holders.get(word) ?? []), at].slice(-2000))))
  const like = new Set<number>()
  for (const test of tests) {
    const words = new Set(meaningfulWords(test))
    const common = new Map<number, number>()
    for (const word of words) for (const at of holders.get(word) ?? []) common.set(at, (common.get(at) ?? 0) + 1)
    for (const [at, count] of common) if (count / (words.size + sets[at]!.size - count) >= 0.5) like.add(at)
  }
  return samples.filter((_, at) => !like.has(at))
}

interface GoldIssue {
  readonly id: string
  readonly name: string
  readonly ids: readonly string[]
}

async function readGold(dataDir: string): Promise<GoldIssue[]> {
  return JSON.parse(await readFile(join(dataDir, 'messages/hot_gold.json'), 'utf8')) as GoldIssue[]
}

async function sameIssueFigures(dataDir: string): Promise<Figure[]> {
  progress('同一问题')
  const items = (await readRows(join(dataDir, 'messages/hot.jsonl'))).map(textItem)
  const issues = await readGold(dataDir)
  const index = buildSimilarIndex(items)
  const found = issues.flatMap((issue) =>
    items.filter((item) => issue.ids.includes(item.id)).map((item) => issue.ids.includes(similarTo(index, item, 1)[0]?.id ?? '')),
  )
  return [figure('同一问题（并案）', `最近一条属同一问题，已知问题的 ${found.length} 条`, 0.95, share(found))]
}

async function hotIssueFigures(dataDir: string): Promise<Figure[]> {
  progress('热点问题')
  const issues = hotIssues((await readRows(join(dataDir, 'messages/hot.jsonl'))).map(message))
  const known = (await readGold(dataDir)).map((gold) => {
    const overlap = issues.map((issue) => issue.ids.filter((id) => gold.ids.includes(id)).length)
    const at = overlap.indexOf(Math.max(...overlap))
    return { gold, rank: at + 1, hits: overlap[at]!, size: issues[at]!.ids.length }
  })
  const inTop = known.filter(({ rank }) => rank <= 5).length
  const ranks = known.map(({ gold, rank, hits, size }) => `${gold.id} 第 ${rank} 名 ${hits}/${size}`).join('，')
  const hits = known.reduce((sum, one) => sum + one.hits, 0)
  const size = known.reduce((sum, one) => sum + one.size, 0)
  return [
    {
      task: '热点问题',
      metric: '计票后前 5 名中的已知问题',
      goal: `≥ 5/7（此处只有 ${known.length} 个，按比例 ≥ ${Math.floor((5 / 7) * known.length)}）`,
      value: `${inTop}/${known.length}（${ranks}）`,
      reached: inTop >= Math.floor((5 / 7) * known.length),
    },
    figure('热点问题', '纯度（找到的组中属已知问题的份额）', 0.95, hits / size),
  ]
}

async function unitFigures(dataDir: string): Promise<Figure[]> {
  const rows = (await readRows(join(dataDir, 'messages/replies.jsonl'))).map(pastAssignment)
  const history = rows.filter((past) => past !== null)
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    progress(`承办单位 第 ${fold + 1}/${FOLDS} 折`)
    const known = learnUnits(
      COMMON_UNITS,
      history.filter((_, at) => at % FOLDS !== fold),
    )
    const held = history.filter((_, at) => at % FOLDS === fold)
    return held.map((past) => ({ truth: past.unitId, top: proposeUnits(known, past) }))
  }).flat()
  const titles = await readRows(join(dataDir, 'suggestions/index.csv'))
  const known = learnUnits(COMMON_UNITS, [])
  const ofTitles = titles.map(({ fields }) => {
    const top = proposeUnits(known, { title: String(fields['title']), text: '' })
    return { truth: String(fields['unit_group']), top }
  })
  const explained = judged.filter(({ top }) => top.length > 0).every(({ top }) => top.every(({ why }) => why.length > 0))
  return [
    figure(
      '建议→承办单位',
      `首位正确，${judged.length} 条 ${FOLDS} 折`,
      0.6,
      share(judged.map(({ truth, top }) => top[0]?.unitId === truth)),
    ),
    figure(
      '建议→承办单位',
      '前三含正确',
      0.85,
      share(judged.map(({ truth, top }) => top.some(({ unitId }) => unitId === truth))),
    ),
    {
      task: '建议→承办单位',
      metric: '每条推荐都给出职责、用词或相近办件',
      goal: '全部',
      value: explained ? '全部' : '有缺',
      reached: explained,
    },
    shown(
      '建议标题→承办单位，只凭职责、无历史',
      `首位 / 前三，${ofTitles.length} 条真实标题`,
      `${share(ofTitles.map(({ truth, top }) => top[0]?.unitId === truth)).toFixed(2)} / ${share(ofTitles.map(({ truth, top }) => top.some(({ unitId }) => unitId === truth))).toFixed(2)}`,
    ),
  ]
}

interface Judged {
  readonly truth: string
  readonly guess: string
}

function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ truth }) => truth))]
  const scores = labels.map((label) => {
    const hits = judged.filter(({ truth, guess }) => truth === label && guess === label).length
    const named = judged.filter(({ guess }) => guess === label).length
    const real = judged.filter(({ truth }) => truth === label).length
    return (2 * hits) / (named + real)
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}

function share(hits: readonly boolean[]): number {
  return hits.filter(Boolean).length / hits.length
}

function figure(task: string, metric: string, goal: number, value: number): Figure {
  return { task, metric, goal: `≥ ${goal}`, value: value.toFixed(4), reached: value >= goal }
}

function shown(task: string, metric: string, value: string): Figure {
  return { task, metric, goal: SHOWN_ONLY, value, reached: true }
}

function progress(line: string): void {
  process.stderr.write(`  ${line}\n`)
}
