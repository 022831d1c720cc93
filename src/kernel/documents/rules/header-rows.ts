import { cellString, parseDay, parseNumber, toHalfWidth, type RawCell } from './cell-parsing.ts'

/** Rows and columns count from 1, both ends included, as in a workbook. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A sheet as read: `cells[row - 1][column - 1]`; a merged range has its value in its first cell only. */
export interface Grid {
  readonly cells: readonly (readonly RawCell[])[]
  readonly merges: readonly MergedRange[]
}

export interface HeaderPlace {
  /** First and last row of the header. */
  readonly first: number
  readonly last: number
  /** One name per column, unique; empty where the column has none. */
  readonly names: readonly string[]
}

/** The column that `annotateErrors` adds; it is never data. */
export const PROBLEM_COLUMN = '问题说明'

const ROWS_LOOKED_AT = 30
const MOST_HEADER_ROWS = 3

/**
 * Finds the header below title rows and joins headers of two or three rows as `父_子`. `expected` are names that the import knows:
 * the row with most of them wins. Null where nothing looks like a header.
 */
export function findHeader(grid: Grid, expected: readonly string[] = []): HeaderPlace | null {
  const width = Math.max(0, ...grid.cells.slice(0, 500).map((row) => lastUsed(row)))
  const candidates = grid.cells.slice(0, ROWS_LOOKED_AT).flatMap((_, n) => {
    if (!couldBeHeader(grid, n + 1, width)) return []
    const last = lastHeaderRow(grid, n + 1, width)
    return [{ first: n + 1, last, names: namesOf(grid, n + 1, last, width) }]
  })
  const known = new Set(expected.map(comparable))
  const score = (place: HeaderPlace) => place.names.filter((name) => known.has(comparable(name))).length
  const best = candidates.reduce<HeaderPlace | null>((top, place) => (top && score(top) >= score(place) ? top : place), null)
  return best
}

/** Headers are compared without spaces, brackets' width and letter case. */
export function comparable(name: string): string {
  return toHalfWidth(name).replaceAll(/\s/g, '').toLowerCase()
}

/** At least two names over half of the columns: a title fills one cell, a line such as 填表单位：… names nothing. */
function couldBeHeader(grid: Grid, row: number, width: number): boolean {
  const used = (grid.cells[row - 1] ?? []).filter((cell) => cellString(cell) !== '')
  if (used.length === 0 || used.length < Math.min(2, width)) return false
  const merged = grid.merges.filter((range) => range.top <= row && range.bottom >= row)
  const covered = merged.reduce((sum, range) => sum + range.right - range.left, used.length)
  const names = used.filter(
    (cell) => typeof cell === 'string' && parseNumber(cell) === null && parseDay(cell) === null && !/[：:]/.test(cell),
  )
  return covered * 2 >= width && names.length * 2 > used.length
}

function lastHeaderRow(grid: Grid, first: number, width: number): number {
  let last = first
  while (last - first + 1 < MOST_HEADER_ROWS) {
    const merged = grid.merges.filter((range) => range.top >= first && range.top <= last && range.left <= width)
    const down = Math.max(last, ...merged.map((range) => range.bottom))
    const hasGroup = merged.some((range) => range.bottom === last && range.right > range.left)
    const next = Math.max(down, hasGroup || hasUnmergedGroup(grid, last) ? last + 1 : last)
    if (next === last || next > grid.cells.length) break
    last = Math.min(next, first + MOST_HEADER_ROWS - 1)
  }
  return last
}

/** CSV knows no merged cells: a group is then a name followed by blanks, with words below the blanks and nothing below plain columns. */
function hasUnmergedGroup(grid: Grid, row: number): boolean {
  const upper = (grid.cells[row - 1] ?? []).map(cellString)
  const lower = grid.cells[row] ?? []
  const below = lower.map(cellString)
  const isWords = lower.every((cell) => cellString(cell) === '' || (typeof cell === 'string' && parseNumber(cell) === null))
  const fillsGap = below.some((text, n) => text !== '' && !upper[n])
  const leavesPlain = upper.some((text, n) => text !== '' && !below[n])
  return isWords && fillsGap && leavesPlain
}

function namesOf(grid: Grid, first: number, last: number, width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, n) => {
    const levels: string[] = []
    for (let row = first; row <= last; row++) {
      const text = headerText(grid, row, n + 1, row < last)
      if (text !== '' && text !== levels.at(-1)) levels.push(text)
    }
    const name = levels.join('_')
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return name !== '' && times > 1 ? `${name}_${times}` : name
  })
}

/** A merged cell's own text; in an upper row without merges, the group's name from the left if something stands below. */
function headerText(grid: Grid, row: number, column: number, isUpper: boolean): string {
  const range = grid.merges.find((it) => it.top <= row && it.bottom >= row && it.left <= column && it.right >= column)
  const own = oneLine(grid.cells[(range?.top ?? row) - 1]?.[(range?.left ?? column) - 1])
  if (own !== '' || range || !isUpper || cellString(grid.cells[row]?.[column - 1]) === '') return own
  for (let left = column - 1; left >= 1; left--) {
    const text = oneLine(grid.cells[row - 1]?.[left - 1])
    if (text !== '') return cellString(grid.cells[row]?.[left - 1]) === '' ? '' : text
  }
  return ''
}

function oneLine(cell: RawCell | undefined): string {
  return cellString(cell).replaceAll(/\s+/g, '')
}

function lastUsed(row: readonly RawCell[]): number {
  return row.findLastIndex((cell) => cellString(cell) !== '') + 1
}
