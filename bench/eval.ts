/**
 * `npm run eval -- DATA`: every figure of text understanding against its goal, as a table. Exit status 1 when a goal is missed.
 * DATA is the folder with laws/ and messages/; the data have no licence for products and are no part of this repository.
 */

import { existsSync } from 'node:fs'
import { evalLaw } from './eval/law.ts'
import type { Figure } from './eval/law.ts'
import { evalMessages } from './eval/messages.ts'

const parts: { name: string; run: (dataDir: string) => Promise<Figure[]> }[] = [
  { name: '法规文本', run: evalLaw },
  { name: '群众留言', run: evalMessages },
]

async function main(): Promise<number> {
  const dataDir = process.argv[2]
  if (!dataDir || !existsSync(dataDir)) {
    process.stderr.write('用法：npm run eval -- 数据目录（含 laws/、messages/）\n')
    return 2
  }
  const figures: Figure[] = []
  for (const part of parts) {
    process.stderr.write(`${part.name}…\n`)
    figures.push(...(await part.run(dataDir)))
  }
  process.stdout.write(`${table(figures)}\n`)
  return figures.every(({ reached }) => reached) ? 0 : 1
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ task, metric, goal, value, reached }) => `| ${task} | ${metric} | ${goal} | ${value} | ${verdict(goal, reached)} |`,
  )
  return ['| 任务 | 指标 | 目标 | 结果 | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/** A figure without a goal is listed for honesty's sake; it can be neither reached nor missed. */
function verdict(goal: string, reached: boolean): string {
  if (goal.startsWith('—')) return ''
  return reached ? '达到' : '未达到'
}

process.exitCode = await main()
