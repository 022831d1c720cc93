import type { UploadRefusal } from '#kernel/files/api.ts'
import { NewWorkbook, type Workbook, type Worksheet } from './exceljs.ts'
import { readCsvGrid } from './csv-read.ts'
import { workbookText } from './rules/formula-cell.ts'
import { comparable, findHeader, PROBLEM_COLUMN, type HeaderPlace } from './rules/header-rows.ts'
import { firstSheet, gridOf, loadWorkbook } from './spreadsheet-load.ts'
import { isZip } from './spreadsheet-read.ts'

/** What is wrong in a row; `column` is a header's name as `readTable` gave it, or left out where the whole row is meant. */
export interface CellError {
  readonly row: number
  readonly column?: string
  readonly message: string
}

const RED_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } } as const
const PROBLEM_WIDTH = 40

/**
 * The person's own workbook with the faulty cells red and the reasons in a last column `问题说明`; everything else stays as it was. A CSV
 * comes back as a workbook, as CSV has no colours. A workbook that was annotated before loses the old marks first.
 */
export async function annotateErrors(
  bytes: Buffer,
  errors: readonly CellError[],
  options: { expected?: readonly string[] } = {},
): Promise<Buffer | UploadRefusal> {
  const workbook = isZip(bytes) ? await loadWorkbook(bytes, 'all') : workbookOfCsv(bytes)
  if ('code' in workbook) return workbook
  const sheet = firstSheet(workbook)
  const header = sheet && findHeader(gridOf(sheet), options.expected)
  if (!sheet || !header) return { code: 'damaged', sentence: '表格里没有找到表头，无法标出问题。' }
  const problemColumn = placeProblemColumn(sheet, header)
  for (const [row, found] of byRow(errors)) mark(sheet, header, { row, found, problemColumn })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function workbookOfCsv(bytes: Buffer): Workbook | UploadRefusal {
  const grid = readCsvGrid(bytes)
  if (grid === null) return { code: 'kind-unknown', sentence: '读不了这种表格。请另存为 .xlsx 或 .csv 后再上传。' }
  const workbook = new NewWorkbook()
  const sheet = workbook.addWorksheet('数据')
  for (const cells of grid.cells) sheet.addRow(cells.map((cell) => workbookText(String(cell ?? ''))))
  sheet.eachRow((row) => row.eachCell((cell) => (cell.numFmt = '@')))
  return workbook
}

function placeProblemColumn(sheet: Worksheet, header: HeaderPlace): number {
  const before = header.names.indexOf(PROBLEM_COLUMN) + 1
  const column = before > 0 ? before : header.names.length + 1
  if (before > 0) eraseMarks(sheet, header, column)
  const cell = sheet.getCell(header.first, column)
  cell.value = PROBLEM_COLUMN
  cell.style = { ...cell.style, font: { bold: true }, fill: RED_FILL }
  sheet.getColumn(column).width = PROBLEM_WIDTH
  return column
}

function eraseMarks(sheet: Worksheet, header: HeaderPlace, problemColumn: number): void {
  sheet.eachRow((row, number) => {
    if (number <= header.last) return
    row.getCell(problemColumn).value = null
    row.eachCell((cell) => {
      const { fill, ...rest } = cell.style
      if (fill?.type === 'pattern' && fill.fgColor?.argb === RED_FILL.fgColor.argb) cell.style = rest
    })
  })
}

function byRow(errors: readonly CellError[]): Map<number, CellError[]> {
  const rows = new Map<number, CellError[]>()
  for (const error of errors) rows.set(error.row, [...(rows.get(error.row) ?? []), error])
  return rows
}

function mark(
  sheet: Worksheet,
  header: HeaderPlace,
  at: { row: number; found: readonly CellError[]; problemColumn: number },
): void {
  for (const { column } of at.found) {
    const number = column === undefined ? 0 : header.names.findIndex((name) => comparable(name) === comparable(column)) + 1
    if (number === 0) continue
    const cell = sheet.getCell(at.row, number)
    // Cells that look alike share one style object, so it is replaced and not changed.
    cell.style = { ...cell.style, fill: RED_FILL }
  }
  const reasons = at.found.map(({ column, message }) => (column === undefined ? message : `${column}：${message}`))
  const cell = sheet.getCell(at.row, at.problemColumn)
  cell.value = workbookText(reasons.join('；'))
  cell.style = {
    ...cell.style,
    numFmt: '@',
    font: { color: { argb: 'FF9C0006' } },
    alignment: { wrapText: true, vertical: 'top' },
  }
}
