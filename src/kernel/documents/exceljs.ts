/** The only door to the spreadsheet library, whose last release is of 2023: whoever replaces it changes this folder's `spreadsheet-*` only. */
import exceljs from 'exceljs'

export type { CellValue as LibraryCell, Row as LibraryRow, Workbook, Worksheet } from 'exceljs'
export const { Workbook: NewWorkbook } = exceljs
export const { WorkbookWriter } = exceljs.stream.xlsx
