import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { watchReader } from './broken-off.ts'
import { guardCsvText } from './rules/formula-cell.ts'
import { cellText } from './spreadsheet-write.ts'
import type { SheetColumn, SheetModel } from './spreadsheet-model.ts'

const MARK = '\ufeff'

/**
 * Streams a table as CSV with a byte-order mark, without which Excel reads Chinese as GBK. Texts that a spreadsheet would run begin
 * with `'`; numbers stay numbers. CSV has no place for notes: the 口径 is in the workbook.
 */
export async function writeCsv<Row>(model: Pick<SheetModel<Row>, 'columns' | 'rows'>, out: Writable): Promise<number> {
  let count = 0
  const { signal } = watchReader(out)
  await write(out, signal, MARK + line(model.columns.map((column) => guardCsvText(column.header))))
  for await (const row of model.rows) {
    await write(out, signal, line(model.columns.map((column) => csvCell(column, row))))
    count++
  }
  out.end()
  return count
}

function csvCell<Row>(column: SheetColumn<Row>, row: Row): string {
  const value = column.value(row)
  const isNumber = typeof value === 'number' && Number.isFinite(value) && column.type !== 'text'
  return isNumber ? String(value) : guardCsvText(cellText(value).replaceAll('\0', ''))
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function quoted(cell: string): string {
  return /[",;\t\r\n']|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

async function write(out: Writable, signal: AbortSignal, text: string): Promise<void> {
  signal.throwIfAborted()
  if (!out.write(text)) await once(out, 'drain', { signal })
}
