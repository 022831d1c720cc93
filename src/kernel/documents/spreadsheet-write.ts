import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { WorkbookWriter, type Worksheet } from './exceljs.ts'
import { watchReader } from './broken-off.ts'
import { workbookText } from './rules/formula-cell.ts'
import { ROWS_PER_PAUSE, type CellValue, type ColumnType, type SheetColumn, type SheetModel } from './spreadsheet-model.ts'

const TITLE_ROW = 1
const HEADER_ROW = 2
const A4 = 9
const ONE_PAGE_WIDE = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const
const BEIJING_OFFSET_MS = 8 * 3_600_000
const FORMATS: Readonly<Record<ColumnType, string>> = {
  text: '@',
  number: 'General',
  percent: '0.0%',
  date: 'yyyy"年"m"月"d"日"',
  datetime: 'yyyy-mm-dd hh:mm',
}

/**
 * Streams a table as a workbook: title, header (frozen, filtered, repeated in print), rows, and a 口径 sheet. Answers the number of rows.
 * Texts are typed text in every cell, so nothing runs as a formula and no long number becomes 1.2E+17. Memory does not grow with the rows.
 * Throws `BrokenOff` where the reader goes away.
 */
export async function writeTable<Row>(model: SheetModel<Row>, out: Writable): Promise<number> {
  const reader = watchReader(out)
  const workbook = new WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const sheet = workbook.addWorksheet(sheetName(model.title), {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: A4,
      ...ONE_PAGE_WIDE,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
  })
  writeHead(sheet, model)
  const count = await writeRows(sheet, model, reader.signal)
  sheet.commit()
  writeNotes(workbook.addWorksheet('口径', { pageSetup: { paperSize: A4, ...ONE_PAGE_WIDE } }), model)
  await Promise.race([workbook.commit(), reader.gone])
  return count
}

/** The same as bytes, for tables that are known to be small. */
export async function tableWorkbook<Row>(model: SheetModel<Row>): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), writeTable(model, out)])
  return bytes
}

function writeHead<Row>(sheet: Worksheet, model: SheetModel<Row>): void {
  const count = model.columns.length
  sheet.columns = model.columns.map((column) => ({ width: column.width ?? 12, style: { numFmt: FORMATS[column.type] } }))
  const title = sheet.getRow(TITLE_ROW)
  title.getCell(1).value = workbookText(model.title)
  title.getCell(1).style = {
    font: { bold: true, size: 16 },
    alignment: { horizontal: 'center', vertical: 'middle' },
    numFmt: '@',
  }
  title.height = 30
  if (count > 1) sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, count)
  title.commit()
  const header = sheet.getRow(HEADER_ROW)
  for (const [n, column] of model.columns.entries()) {
    header.getCell(n + 1).value = workbookText(column.header)
    header.getCell(n + 1).style = HEADER_STYLE
  }
  header.commit()
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: HEADER_ROW, column: count } }
}

const HEADER_STYLE = {
  font: { bold: true },
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } },
  border: { bottom: { style: 'thin' } },
} as const

async function writeRows<Row>(sheet: Worksheet, model: SheetModel<Row>, signal: AbortSignal): Promise<number> {
  let count = 0
  for await (const row of model.rows) {
    sheet.addRow(model.columns.map((column) => typedCell(column, row))).commit()
    count++
    if (count % ROWS_PER_PAUSE === 0) await untilDrained(sheet, signal)
  }
  return count
}

/** What goes into the cell: a number or date where the column says so and the value is one, otherwise a text. */
function typedCell<Row>(column: SheetColumn<Row>, row: Row): string | number | Date | null {
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return null
  if ((column.type === 'number' || column.type === 'percent') && typeof value === 'number' && Number.isFinite(value)) return value
  // The library writes a date's UTC fields: a calendar day is its UTC midnight, an instant is moved to Beijing's clock.
  if (column.type === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return new Date(`${value}T00:00:00Z`)
  if (column.type === 'datetime' && value instanceof Date) return new Date(value.getTime() + BEIJING_OFFSET_MS)
  return workbookText(cellText(value))
}

/** A value as a person reads it. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (!(value instanceof Date)) return String(value)
  return new Date(value.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/**
 * Waits until the archive has taken what was written. The library offers no back-pressure, so the readers of its stream are asked; they
 * are streams of an older kind that show it only in `_writableState`. Without this a million rows would wait in memory.
 */
async function untilDrained(sheet: Worksheet, signal: AbortSignal): Promise<void> {
  await setImmediate()
  signal.throwIfAborted()
  const { stream } = sheet as Worksheet & { stream?: { pipes?: (Writable & { _writableState?: { needDrain?: boolean } })[] } }
  for (const pipe of stream?.pipes ?? []) {
    // oxlint-disable-next-line no-underscore-dangle -- the only place where such a stream says it
    if (pipe._writableState?.needDrain) await once(pipe, 'drain', { signal })
  }
}

function writeNotes<Row>(sheet: Worksheet, model: SheetModel<Row>): void {
  sheet.columns = [{ width: 16 }, { width: 80, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } }]
  sheet.addRow(['表名', workbookText(model.title)]).commit()
  for (const { label, text } of model.notes) sheet.addRow([workbookText(label), workbookText(text)]).commit()
  sheet.commit()
}

function sheetName(title: string): string {
  const name = workbookText(title)
    .replaceAll(/[[\]:*?/\\'\t\n]/g, ' ')
    .trim()
    .slice(0, 31)
  return name === '' || name === '口径' ? '数据' : name
}
