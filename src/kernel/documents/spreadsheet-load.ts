import { DEFAULT_LIMITS, inspectOfficePackage, readZipDirectory, unpack, type UploadRefusal } from '#kernel/files/api.ts'
import { NewWorkbook, type LibraryCell, type Workbook, type Worksheet } from './exceljs.ts'
import type { RawCell } from './rules/cell-parsing.ts'
import type { Grid, MergedRange } from './rules/header-rows.ts'

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/
/** The library makes an object for every cell of a merged or validated range, so a range over whole columns would take gigabytes. */
const MOST_RANGE_CELLS = 200_000
const MOST_ROWS = 100_000
const MOST_COLUMNS = 300
const SHEET_ROWS = 1_048_576

/** Everything that is not needed to read values. */
const NODES_BESIDE_VALUES = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
]

/** Opens an uploaded workbook after the same inspection as any upload, so that no path to the library is without it. */
export async function loadWorkbook(bytes: Buffer, purpose: 'values' | 'all'): Promise<Workbook | UploadRefusal> {
  const no = inspectOfficePackage(bytes, 'xlsx', DEFAULT_LIMITS)
  if (no) return no
  const size = measureSheets(bytes)
  if (size.mergedCells > MOST_RANGE_CELLS || size.rows > MOST_ROWS) return TOO_LARGE
  const ignoreNodes =
    purpose === 'values' ? NODES_BESIDE_VALUES : size.validatedCells > MOST_RANGE_CELLS ? ['dataValidations'] : []
  const workbook = new NewWorkbook()
  try {
    // The library's types know only the old, unparametrised Buffer.
    await workbook.xlsx.load(bytes as never, { ignoreNodes })
  } catch {
    return DAMAGED
  }
  return workbook
}

const DAMAGED: UploadRefusal = { code: 'damaged', sentence: '表格已损坏，打不开。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。' }
const TOO_LARGE: UploadRefusal = {
  code: 'unpacks-too-large',
  sentence: `表格过大：最多 ${MOST_ROWS} 行。请删去多余的空行、取消整列合并，或拆分后再上传。`,
}

function measureSheets(bytes: Buffer): { rows: number; mergedCells: number; validatedCells: number } {
  const entries = readZipDirectory(bytes, DEFAULT_LIMITS)
  const size = { rows: 0, mergedCells: 0, validatedCells: 0 }
  if ('code' in entries) return size
  for (const entry of entries.filter(({ name }) => SHEET_PART.test(name))) {
    const xml = unpack(bytes, entry)?.toString('utf8') ?? ''
    size.rows = Math.max(size.rows, countOf(xml, '<row'))
    size.mergedCells += areas(xml, /<mergeCell\b[^>]*\bref="([^"]*)"/g)
    size.validatedCells += areas(xml, /<dataValidation\b[^>]*\bsqref="([^"]*)"/g)
  }
  return size
}

function areas(xml: string, ranges: RegExp): number {
  return [...xml.matchAll(ranges)].flatMap((match) => (match[1] ?? '').split(' ')).reduce((sum, range) => sum + areaOf(range), 0)
}

function countOf(text: string, mark: string): number {
  let count = 0
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count++
  return count
}

function areaOf(range: string): number {
  const it = parseRange(range)
  return it ? (it.bottom - it.top + 1) * (it.right - it.left + 1) : 1
}

function parseRange(range: string): MergedRange | null {
  const [, left, top, right, bottom] = /^\$?([A-Z]{1,3})\$?(\d+)?:\$?([A-Z]{1,3})\$?(\d+)?$/.exec(range) ?? []
  if (!left || !right) return null
  return { top: Number(top ?? 1), left: columnNumber(left), bottom: Number(bottom ?? SHEET_ROWS), right: columnNumber(right) }
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** The first visible sheet that holds anything. */
export function firstSheet(workbook: Workbook): Worksheet | undefined {
  return workbook.worksheets.find((sheet) => sheet.state === 'visible' && sheet.actualRowCount > 0)
}

/** A sheet's values; a merged range has its value in its first cell only. */
export function gridOf(sheet: Worksheet): Grid {
  const merges = (sheet.model.merges as unknown[]).flatMap((range) => parseRange(String(range)) ?? [])
  const covered = new Set(merges.flatMap((range) => coveredCells(range)))
  const cells: RawCell[][] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const values: RawCell[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column <= MOST_COLUMNS && !covered.has(`${number}:${column}`)) values[column - 1] = plainValue(cell.value)
    })
    cells[number - 1] = Array.from(values, (value) => value ?? null)
  })
  return { cells: Array.from(cells, (row) => row ?? []), merges }
}

function coveredCells(range: MergedRange): string[] {
  const keys: string[] = []
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      if (row !== range.top || column !== range.left) keys.push(`${row}:${column}`)
    }
  }
  return keys
}

/** Rich text as text, a formula as its last result, a date as `YYYY-MM-DD` (with its time, if it has one), an error as nothing. */
function plainValue(value: LibraryCell): RawCell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return dateText(value)
  if (typeof value !== 'object') return value
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('result' in value) return plainValue(value.result)
  if ('text' in value) return plainValue(value.text)
  return null
}

function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ')
}
