import { decodeText } from '#kernel/files/api.ts'
import { unguardCsvText } from './rules/formula-cell.ts'
import type { Grid } from './rules/header-rows.ts'

/** Reads CSV in UTF-8, UTF-16 or GB18030, parted by comma, semicolon or tab; null where the bytes are no text. */
export function readCsvGrid(bytes: Buffer): Grid | null {
  const text = decodeText(bytes)
  if (text === null) return null
  return { cells: parseCsv(text.replace(/^\ufeff/, ''), separatorOf(text)), merges: [] }
}

/** Rows of RFC 4180: quotes double inside quotes, and a quoted cell may hold line ends. A `'` that guards a formula is taken off. */
export function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    row.push(unguardCsvText(cell))
    at = end
    if (text[at] === separator) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return row.length > 0 ? [...rows, row] : rows
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}

/** What follows the closing quote up to the separator belongs to the cell too, as spreadsheets read it. */
function quotedCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length }
    cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    cell += '"'
    at++
  }
  const rest = plainCell(text, at, separator)
  return { cell: cell + rest.cell, end: rest.end }
}

function separatorOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (mark: string) => first.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}
