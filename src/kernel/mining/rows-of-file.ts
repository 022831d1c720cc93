import { readFile } from 'node:fs/promises'

/** A file that cannot be used: says which file, which line and what was expected. */
export class BadInput extends Error {
  override readonly name = 'BadInput'

  constructor(file: string, line: number | null, expected: string) {
    super(line === null ? `${file}：${expected}` : `${file} 第 ${line} 行：${expected}`)
  }
}

/** One record of a file with the line it starts on. */
export interface FileRow {
  readonly file: string
  readonly line: number
  readonly fields: Readonly<Record<string, unknown>>
}

/** Reads .csv (first line names the columns) or .jsonl (one object a line). UTF-8, BOM allowed. Throws BadInput. */
export async function readRows(file: string): Promise<FileRow[]> {
  const text = await readUtf8(file)
  const rows = file.toLowerCase().endsWith('.csv') ? csvRows(file, text) : jsonRows(file, text)
  if (rows.length === 0) throw new BadInput(file, null, '文件里没有记录')
  return rows
}

async function readUtf8(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(file, null, error.code === 'ENOENT' ? '找不到文件' : `读不出（${error.code ?? error.message}）`)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new BadInput(file, null, '应为 UTF-8 编码')
  }
}

function jsonRows(file: string, text: string): FileRow[] {
  return text.split('\n').flatMap((content, at) => {
    if (content.trim() === '') return []
    const fields = parseObject(content)
    if (fields === null) throw new BadInput(file, at + 1, '应为一个 JSON 对象，如 {"id":"1","title":"…","text":"…"}')
    return [{ file, line: at + 1, fields }]
  })
}

function parseObject(content: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(content)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null
  } catch {
    return null
  }
}

function csvRows(file: string, text: string): FileRow[] {
  const [header, ...records] = csvRecords(file, text)
  if (header === undefined) return []
  return records.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw new BadInput(file, line, `应有 ${header.cells.length} 列（${header.cells.join('、')}），实有 ${cells.length} 列`)
    }
    return { file, line, fields: Object.fromEntries(header.cells.map((name, at) => [name.trim(), cells[at]])) }
  })
}

/** RFC 4180: cells in double quotes may hold commas and line breaks, a quote in them is doubled. Empty lines are skipped. */
function csvRecords(file: string, text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  let line = 1
  let current = { line, cells: [] as string[] }
  for (let at = 0; at < text.length; at = cell.lastIndex) {
    cell.lastIndex = at
    const match = cell.exec(text)
    if (match === null) throw new BadInput(file, line, '引号不成对，或引号前后有多余的字')
    current.cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    line += match[0].split('\n').length - 1
    if (match[3] === ',' && cell.lastIndex < text.length) continue
    if (match[3] === ',') current.cells.push('')
    if (current.cells.length > 1 || current.cells[0] !== '') records.push(current)
    current = { line, cells: [] }
  }
  return records
}
