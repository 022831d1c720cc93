/**
 * `minyi law parse | diff | lint | export`. Results go to standard output, what a person should know beside them to standard error.
 * Exit status: 0 done, 1 a file could not be read or written, 2 wrong call.
 */

import { amendmentTable } from './compare/table.ts'
import { lintLaw } from './lint/lint.ts'
import { outlineOf } from './outline.ts'
import { diffRows } from './diff-rows.ts'
import { readLaw, Unreadable } from './read-law.ts'
import type { LawText } from './types.ts'
import { toAkomaNtoso } from './write/akoma-ntoso.ts'
import { toDocx } from './write/docx.ts'
import { toMarkdown, toText } from './write/plain.ts'

export interface LawIo {
  /** One line of the result. */
  out(line: string): void
  /** One line for the person: progress, mistakes. */
  err(line: string): void
  readFile(path: string): Promise<Uint8Array>
  writeFile(path: string, bytes: Uint8Array): Promise<void>
  /** Bytes of a result that is no text (.docx without --out). */
  outBytes(bytes: Uint8Array): void
}

const usage = [
  '用法：',
  '  minyi law parse 文件… [--json]            读出编、章、节、条、款、项、目和缺陷',
  '  minyi law diff 旧文件 新文件 [--json]      逐条比较两个版本',
  '  minyi law lint 文件 [--json]              检查起草规范',
  '  minyi law export 文件 --to akn|docx|md|txt [--out 文件]',
  '文件可以是 .docx、.md、.txt（UTF-8 或者 GB 18030）',
]

interface Call {
  files: string[]
  isJson: boolean
  to: string | null
  out: string | null
}

/** Runs one call; `args` are the words behind `law`. */
export async function lawCommand(args: readonly string[], io: LawIo): Promise<number> {
  const [verb, ...rest] = args
  const call = readCall(rest)
  if (typeof call === 'string') return wrongCall(io, call)
  const { length } = call.files
  if (verb !== 'export' && (call.to !== null || call.out !== null)) return wrongCall(io, '--to 和 --out 只用于 export')
  if (verb === 'parse') return length > 0 ? parse(call, io) : wrongCall(io, 'parse 至少要有一个文件')
  if (verb === 'diff')
    return length === 2 ? attempt(io, () => diff(call, io)) : wrongCall(io, 'diff 要有两个文件：旧的在前，新的在后')
  if (verb === 'lint') return length === 1 ? attempt(io, () => lint(call, io)) : wrongCall(io, 'lint 要有一个文件')
  if (verb === 'export') return length === 1 ? exportTo(call, io) : wrongCall(io, 'export 要有一个文件')
  return wrongCall(io, verb === undefined ? '没有说要做什么' : `不认识“${verb}”`)
}

function readCall(args: readonly string[]): Call | string {
  const call: Call = { files: [], isJson: false, to: null, out: null }
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word === '--json') call.isJson = true
    else if (word === '--to' || word === '--out') {
      const value = args[(index += 1)]
      if (value === undefined) return `${word} 后面缺少内容`
      call[word === '--to' ? 'to' : 'out'] = value
    } else if (word.startsWith('--')) return `不认识“${word}”`
    else call.files.push(word)
  }
  return call
}

function wrongCall(io: LawIo, reason: string): number {
  for (const line of [reason, ...usage]) io.err(line)
  return 2
}

/** Every file is tried; one that cannot be read does not keep the others from their result. */
async function parse(call: Call, io: LawIo): Promise<number> {
  let status = 0
  for (const [index, file] of call.files.entries()) {
    if (call.files.length > 10 && index % 10 === 0) io.err(`已读 ${index}/${call.files.length}`)
    const one = await attempt(io, async () => {
      const law = await readLaw(file, io.readFile)
      if (call.isJson) io.out(JSON.stringify({ file, ...outlineOf(law) }))
      else for (const line of described(file, law)) io.out(line)
    })
    status = Math.max(status, one)
  }
  return status
}

function described(file: string, law: LawText): string[] {
  const { title, headings, articles, points, defects } = outlineOf(law)
  const size = articles.length > 0 ? `${articles.length} 条` : `${points.length} 项（无条）`
  return [
    `${file}：${title}，${headings.length} 个标题，${size}，${defects.length} 处缺陷`,
    ...defects.map((defect) => `  第 ${defect.line} 行 ${defect.where} ${defect.reason}`),
  ]
}

async function diff(call: Call, io: LawIo): Promise<void> {
  const [old = '', fresh = ''] = call.files
  const before = await readLaw(old, io.readFile)
  const after = await readLaw(fresh, io.readFile)
  if (call.isJson) return io.out(JSON.stringify({ old, new: fresh, rows: diffRows(before, after) }))
  for (const row of amendmentTable(before, after)) {
    if (row.kind !== 'same' || row.isMoved) io.out(`${row.oldLabel || '—'} → ${row.newLabel || '—'}　${row.remark}`)
  }
}

async function lint(call: Call, io: LawIo): Promise<void> {
  const [file = ''] = call.files
  const law = await readLaw(file, io.readFile)
  const findings = lintLaw(law)
  if (call.isJson) return io.out(JSON.stringify({ file, findings }))
  for (const one of findings) io.out(`${file}:${one.line}:${one.column} ${one.where} ${one.message}（${one.basis}）`)
  io.err(`共 ${findings.length} 处`)
}

async function exportTo(call: Call, io: LawIo): Promise<number> {
  const writer = writers[call.to ?? '']
  if (!writer) return wrongCall(io, `--to 应当是 akn、docx、md、txt 之一${call.to === null ? '' : `，不是“${call.to}”`}`)
  return attempt(io, async () => {
    const law = await readLaw(call.files[0] ?? '', io.readFile)
    const result = await writer(law)
    if (call.out !== null) await io.writeFile(call.out, typeof result === 'string' ? new TextEncoder().encode(result) : result)
    else if (typeof result === 'string') io.out(result.replace(/\n$/, ''))
    else io.outBytes(result)
  })
}

const writers: Record<string, (law: LawText) => string | Promise<Uint8Array>> = {
  akn: (law) => toAkomaNtoso(law),
  docx: toDocx,
  md: toMarkdown,
  txt: toText,
}

/** 1 with the file, the place and what was expected where reading or writing fails; anything else is a fault of the program. */
async function attempt(io: LawIo, work: () => Promise<void>): Promise<number> {
  try {
    await work()
    return 0
  } catch (error) {
    if (error instanceof Unreadable) io.err(error.message)
    else if (error instanceof Error && 'code' in error && 'path' in error) io.err(`${String(error.path)}：${error.message}`)
    else throw error
    return 1
  }
}
