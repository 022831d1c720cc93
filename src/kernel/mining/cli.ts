import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { COMMON_UNITS, type UnitDuties } from './duty-catalogue.ts'
import { hotIssues } from './hot-issues.ts'
import { message, pastAssignment, subjectSample, textItem } from './message-rows.ts'
import { BadInput, readRows, type FileRow } from './rows-of-file.ts'
import { buildSimilarIndex, similarTo } from './similar-texts.ts'
import { readSubjectFile, writeSubjectFile } from './subject-file.ts'
import { classify, trainSubjects, type SubjectModel } from './subjects.ts'
import { learnUnits, proposeUnits } from './units.ts'

/** Where a command writes: results to `out`, progress and errors to `err`. */
export interface CommandOutput {
  out(line: string): void
  err(line: string): void
}

const MESSAGES_USAGE = `用法：
  minyi messages classify --train A.csv [--train B.jsonl …] --test C.jsonl [--save 模型.json] [--json]
  minyi messages classify --model 模型.json --test C.jsonl [--json]
  minyi messages similar FILE.jsonl [--nearest 5] [--json]
  minyi messages hot FILE.jsonl [--top 50] [--json]`
const UNITS_USAGE = `用法：
  minyi units propose --train A.jsonl [--train …] [--duties 职责.jsonl] --test B.jsonl [--json]`

/** `minyi messages classify | similar | hot`. Exit status 0 done, 1 failed, 2 wrong call. */
export function messagesCommand(args: string[], io: CommandOutput): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'classify') return guarded(io, MESSAGES_USAGE, () => classifyFiles(rest, io))
  if (verb === 'similar') return guarded(io, MESSAGES_USAGE, () => similarInFile(rest, io))
  if (verb === 'hot') return guarded(io, MESSAGES_USAGE, () => hotInFile(rest, io))
  return guarded(io, MESSAGES_USAGE, () =>
    Promise.reject(new WrongCall(verb === undefined ? '没有说做什么' : `不认识的命令 ${verb}`)),
  )
}

/** `minyi units propose`. Exit status 0 done, 1 failed, 2 wrong call. */
export function unitsCommand(args: string[], io: CommandOutput): Promise<number> {
  const [verb, ...rest] = args
  if (verb === 'propose') return guarded(io, UNITS_USAGE, () => proposeForFile(rest, io))
  return guarded(io, UNITS_USAGE, () =>
    Promise.reject(new WrongCall(verb === undefined ? '没有说做什么' : `不认识的命令 ${verb}`)),
  )
}

class WrongCall extends Error {}

async function guarded(io: CommandOutput, usage: string, run: () => Promise<void>): Promise<number> {
  try {
    await run()
    return 0
  } catch (error) {
    if (error instanceof WrongCall) {
      io.err(`${error.message}\n${usage}`)
      return 2
    }
    if (error instanceof BadInput || error instanceof RangeError) {
      io.err(error.message)
      return 1
    }
    throw error
  }
}

async function classifyFiles(args: string[], io: CommandOutput): Promise<void> {
  const { values } = parse(args, ['train', 'test', 'model', 'save'], false)
  const test = required(values.test, '--test')
  const tests = (await readRows(test)).map(textItem)
  const model = values.model === undefined ? await learnSubjects(values.train, io) : await loadModel(values.model)
  if (values.save !== undefined) await writeFile(values.save, writeSubjectFile(model))
  const results = tests.map((item) => ({ id: item.id, ...classify(model, item) }))
  const rows = results.map(({ probability, ...rest }) => ({ ...rest, probability: round(probability) }))
  print(io, values.json, rows, ({ id, label, probability, why }) => `${id}\t${label}\t${probability}\t${why.join(' ')}`)
}

async function learnSubjects(files: readonly string[] | undefined, io: CommandOutput): Promise<SubjectModel> {
  const rows = await readAll(required(files, '--train'))
  io.err(`读入 ${rows.length} 条样本，开始学习`)
  return trainSubjects(rows.map(subjectSample), { progress: (line) => io.err(line) })
}

async function loadModel(file: string): Promise<SubjectModel> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadInput(file, null, '找不到文件')
  })
  try {
    return readSubjectFile(text)
  } catch {
    throw new BadInput(file, null, '应为 minyi messages classify --save 写出的模型')
  }
}

async function similarInFile(args: string[], io: CommandOutput): Promise<void> {
  const { values, positionals } = parse(args, ['nearest'], true)
  const nearest = wholeNumber(values.nearest, 5, '--nearest')
  const items = (await readRows(required(positionals[0], 'FILE.jsonl'))).map(textItem)
  const index = buildSimilarIndex(items)
  const rows = items.map((item, at) => {
    if (at > 0 && at % 1000 === 0) io.err(`已比较 ${at} / ${items.length} 条`)
    return { id: item.id, nearest: similarTo(index, item, nearest).map((one) => ({ ...one, score: round(one.score) })) }
  })
  print(io, values.json, rows, ({ id, nearest: found }) => `${id}\t${found.map((one) => `${one.id}(${one.score})`).join(' ')}`)
}

async function hotInFile(args: string[], io: CommandOutput): Promise<void> {
  const { values, positionals } = parse(args, ['top'], true)
  const top = wholeNumber(values.top, 50, '--top')
  const messages = (await readRows(required(positionals[0], 'FILE.jsonl'))).map(message)
  const issues = hotIssues(messages, undefined, (line) => io.err(line)).slice(0, top)
  const rows = issues.map(({ heat, ...issue }, at) => ({
    rank: at + 1,
    name: issue.name,
    heat: heat.score,
    place: issue.place,
    people: issue.people,
    span: issue.span,
    messages: heat.messages,
    writers: heat.writers,
    votes: heat.votes,
    phrases: issue.phrases,
    ids: issue.ids,
  }))
  print(io, values.json, rows, (issue) => {
    return [
      issue.rank,
      issue.heat,
      `${issue.messages}条`,
      `${issue.votes}票`,
      issue.span.from,
      issue.span.to,
      issue.place,
      issue.name,
    ].join('\t')
  })
}

async function proposeForFile(args: string[], io: CommandOutput): Promise<void> {
  const { values } = parse(args, ['train', 'test', 'duties'], false)
  const tests = (await readRows(required(values.test, '--test'))).map(textItem)
  const rows = await readAll(required(values.train, '--train'))
  const history = rows.map(pastAssignment).filter((past) => past !== null)
  if (history.length < rows.length) io.err(`${rows.length - history.length} 条没有承办单位，不用来学习`)
  io.err(`用 ${history.length} 条办件学习`)
  const known = learnUnits(values.duties === undefined ? commonUnitsOf(history) : await readDuties(values.duties), history)
  const results = tests.map((item, at) => {
    if (at > 0 && at % 500 === 0) io.err(`已推荐 ${at} / ${tests.length} 条`)
    const top3 = proposeUnits(known, item).map(({ unitId, score, why }) => ({ unit: unitId, score: round(score), why }))
    return { id: item.id, top3, why: top3[0]?.why ?? [] }
  })
  print(
    io,
    values.json,
    results,
    ({ id, top3 }) => `${id}\t${top3.map(({ unit, why }) => `${unit}（${why.join('，')}）`).join('\t')}`,
  )
}

/** The usual duties of those kinds of units that the past assignments name: nothing is proposed that the congress does not have. */
function commonUnitsOf(history: readonly { unitId: string }[]): UnitDuties[] {
  const named = new Set(history.map((past) => past.unitId))
  return COMMON_UNITS.filter((unit) => named.has(unit.unitId))
}

async function readDuties(file: string): Promise<UnitDuties[]> {
  return (await readRows(file)).map((row) => {
    const { unit, duties } = row.fields
    const words = typeof duties === 'string' ? duties.split(/[\s、，,；;]+/).filter(Boolean) : duties
    if (typeof unit !== 'string' || !Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
      throw new BadInput(row.file, row.line, '应有 unit（单位）和 duties（职责用词，数组或以顿号分开）')
    }
    return { unitId: unit, name: unit, duties: words }
  })
}

async function readAll(files: readonly string[]): Promise<FileRow[]> {
  const parts = await Promise.all(files.map(readRows))
  return parts.flat()
}

const OPTIONS = {
  json: { type: 'boolean' },
  train: { type: 'string', multiple: true },
  test: { type: 'string' },
  model: { type: 'string' },
  save: { type: 'string' },
  nearest: { type: 'string' },
  top: { type: 'string' },
  duties: { type: 'string' },
} as const

/** Reads the options; only those named (and --json) are allowed. A file is given by name where `oneFile` is true. */
function parse(args: string[], names: readonly (keyof typeof OPTIONS)[], oneFile: boolean) {
  const { values, positionals } = parsed(args)
  const strange = Object.keys(values).find((name) => name !== 'json' && !names.some((known) => known === name))
  if (strange !== undefined) throw new WrongCall(`这里不用 --${strange}`)
  if (positionals.length > (oneFile ? 1 : 0)) throw new WrongCall(`多出 ${positionals.slice(oneFile ? 1 : 0).join(' ')}`)
  return { values, positionals }
}

function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch {
    throw new WrongCall('有不认识的选项，或选项缺少值')
  }
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new WrongCall(`缺少 ${name}`)
  return value
}

function wholeNumber(value: string | undefined, usual: number, name: string): number {
  if (value === undefined) return usual
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new WrongCall(`${name} 应为正整数`)
  return Number(value)
}

/** With --json one JSON array, an element a line; without it one line of text each. */
function print<T>(io: CommandOutput, json: boolean | undefined, rows: readonly T[], line: (row: T) => string): void {
  if (!json) for (const row of rows) io.out(line(row))
  else io.out(`[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
