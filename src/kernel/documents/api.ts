export {
  letter,
  officialDocument,
  plainDocument,
  tableDocument,
  type Block,
  type DocumentModel,
  type Letter,
  type OfficialDocument,
  type PlainDocument,
  type Run,
  type TableColumn,
  type TableDocument,
  type Text,
} from './model.ts'
export { renderDocx } from './docx.ts'
export { openPdfRenderer, type PdfRenderer } from './typst.ts'
export { renderPdf } from './pdf.ts'
export { enterOldNumber, listNumbers, takeNumber, type RegisteredNumber } from './store.ts'
export { tableWorkbook, writeTable } from './spreadsheet-write.ts'
export { writeCsv } from './csv-write.ts'
export type { CellValue, ColumnType, SheetColumn, SheetModel } from './spreadsheet-model.ts'
export { readTable, type ReadTable, type TableRow } from './spreadsheet-read.ts'
export { annotateErrors, type CellError } from './spreadsheet-errors.ts'
export { cellString, parseDay, parseNumber, parsePercent, toHalfWidth, type RawCell } from './rules/cell-parsing.ts'
export * from './contract.ts'
