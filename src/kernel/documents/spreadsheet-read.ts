import type { UploadRefusal } from '#kernel/files/api.ts'
import { readCsvGrid } from './csv-read.ts'
import { cellString, type RawCell } from './rules/cell-parsing.ts'
import { findHeader, PROBLEM_COLUMN, type Grid, type HeaderPlace } from './rules/header-rows.ts'
import { firstSheet, gridOf, loadWorkbook } from './spreadsheet-load.ts'

export interface TableRow {
  /** The row in the sheet, counted from 1: what a message to the person names, and what `annotateErrors` takes. */
  readonly row: number
  readonly cells: Readonly<Record<string, RawCell>>
}

export interface ReadTable {
  /** Names of the columns in order; headers of two rows are joined as `父_子`. */
  readonly headers: readonly string[]
  readonly headerRow: number
  readonly rows: readonly TableRow[]
}

const NO_TABLE: UploadRefusal = { code: 'damaged', sentence: '表格里没有找到表头。请保留表头行，每一列都写上列名，再上传。' }

/**
 * Reads the first table of an .xlsx or .csv: finds the header under title rows, fills merged body cells down, leaves empty rows out.
 * Cells come as they stand; `parseDay`, `parseNumber` and `cellString` read them. `expected` are the names the import knows.
 */
export async function readTable(
  bytes: Buffer,
  options: { expected?: readonly string[] } = {},
): Promise<ReadTable | UploadRefusal> {
  const grid = await readGrid(bytes)
  if ('code' in grid) return grid
  const header = findHeader(grid, options.expected)
  if (header === null) return NO_TABLE
  const headers = header.names.filter((name) => isData(name))
  return { headers, headerRow: header.first, rows: bodyRows(grid, header) }
}

async function readGrid(bytes: Buffer): Promise<Grid | UploadRefusal> {
  if (!isZip(bytes))
    return readCsvGrid(bytes) ?? { code: 'kind-unknown', sentence: '读不了这种表格。请另存为 .xlsx 或 .csv 后再上传。' }
  const workbook = await loadWorkbook(bytes, 'values')
  if ('code' in workbook) return workbook
  const sheet = firstSheet(workbook)
  return sheet ? gridOf(sheet) : NO_TABLE
}

export function isZip(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50
}

function isData(name: string): boolean {
  return name !== '' && name !== PROBLEM_COLUMN
}

function bodyRows(grid: Grid, header: HeaderPlace): TableRow[] {
  const above = fillDown(grid, header.last)
  return grid.cells.slice(header.last).flatMap((values, n) => {
    const row = header.last + 1 + n
    if (values.every((cell) => cellString(cell) === '')) return []
    const cells = header.names.flatMap((name, column): [string, RawCell][] =>
      isData(name) ? [[name, values[column] ?? above.get(`${row}:${column + 1}`) ?? null]] : [],
    )
    return [{ row, cells: Object.fromEntries(cells) }]
  })
}

/** The values of merged cells for the rows below their first one. */
function fillDown(grid: Grid, headerEnd: number): Map<string, RawCell> {
  const values = new Map<string, RawCell>()
  for (const range of grid.merges) {
    if (range.top <= headerEnd) continue
    const value = grid.cells[range.top - 1]?.[range.left - 1] ?? null
    for (let row = range.top + 1; row <= range.bottom; row++) values.set(`${row}:${range.left}`, value)
  }
  return values
}
