import { cellString, parseDay, parseNumber, type RawCell } from '#kernel/documents/api.ts'
import type { NameKind, RowProblem } from './contract.ts'
import type { ImportColumn, Values } from './importable.ts'
import { dayProblem } from './rules/day-problem.ts'
import { bareName, calledSo, nearestNames, type NamedThing } from './rules/nearest-names.ts'

/** Everybody who can be meant, and how names were understood before: `unit 市房管局` → id. */
export interface NameBook {
  readonly unit: readonly NamedThing[]
  readonly deputy: readonly NamedThing[]
  readonly memory: ReadonlyMap<string, string>
}

export interface ReadRow {
  readonly values: Values
  readonly problems: readonly RowProblem[]
}

export interface Reading {
  readonly columns: readonly ImportColumn[]
  /** Key of a column → header of the file. */
  readonly mapping: Readonly<Record<string, string>>
  readonly names: NameBook
  /** The year that days without one belong to, where the table says it. */
  readonly year: number | null
}

/** The key under which an understanding is kept. */
export function nameKey(kind: NameKind, written: string): string {
  return `${kind} ${bareName(written)}`
}

/** The cells of one row as values, and a sentence for each that says something else than its column wants. */
export function readRow(
  reading: Reading,
  cells: Readonly<Record<string, RawCell>>,
  choices: Readonly<Record<string, string>>,
): ReadRow {
  const values: Record<string, Values[string]> = {}
  const problems: RowProblem[] = []
  for (const column of reading.columns) {
    const header = reading.mapping[column.key]
    const read = readCell(reading, column, header === undefined ? null : (cells[header] ?? null), choices)
    values[column.key] = read.value ?? null
    problems.push(...(read.problems ?? []))
  }
  return { values, problems }
}

interface ReadCell {
  readonly value?: Values[string]
  readonly problems?: readonly RowProblem[]
}

function readCell(reading: Reading, column: ImportColumn, cell: RawCell, choices: Readonly<Record<string, string>>): ReadCell {
  const written = cellString(cell)
  if (written === '') return column.isRequired ? fault(column, '', `请填写${column.label}`) : { value: null }
  if (column.type === 'text') return readText(column, written)
  if (column.type === 'number') return readNumber(column, cell, written)
  if (column.type === 'date') return readDay(column, cell, written, reading.year)
  if (column.type === 'choice') return readChoice(column, written)
  const kind: NameKind = column.type.startsWith('unit') ? 'unit' : 'deputy'
  const isList = column.type === 'units' || column.type === 'deputies'
  return readNames({ column, kind, names: reading.names, choices }, written, isList)
}

function readText(column: ImportColumn, written: string): ReadCell {
  const { most = 200 } = column
  const length = [...written].length
  return length > most
    ? fault(column, `${[...written].slice(0, 20).join('')}…`, `最多 ${most} 字，现在 ${length} 字`)
    : { value: written }
}

function readNumber(column: ImportColumn, cell: RawCell, written: string): ReadCell {
  const value = parseNumber(cell)
  return value === null ? fault(column, written, '应是数字，请只写数字，单位写在表头') : { value }
}

/** Beyond these years a day is a slip of the hand: nothing that this program holds is older or later. */
const YEARS = { from: 1949, to: 2099 } as const

function readDay(column: ImportColumn, cell: RawCell, written: string, year: number | null): ReadCell {
  const value = parseDay(cell, year === null ? {} : { year })
  if (value === null) return fault(column, written, dayProblem(written))
  const [in_] = value.split('-').map(Number)
  return in_! < YEARS.from || in_! > YEARS.to ? fault(column, written, `年份不对，读作 ${value}，请改正`) : { value }
}

function readChoice(column: ImportColumn, written: string): ReadCell {
  const bare = bareName(written)
  const choices = Object.entries(column.choices ?? {})
  const found = choices.find(([code, names]) => [code, ...names].some((name) => bareName(name) === bare))
  if (found) return { value: found[0] }
  return fault(column, written, `只能写：${choices.map(([, [name]]) => name).join('、')}`)
}

interface Naming {
  readonly column: ImportColumn
  readonly kind: NameKind
  readonly names: NameBook
  readonly choices: Readonly<Record<string, string>>
}

function readNames(naming: Naming, written: string, isList: boolean): ReadCell {
  const parts = isList ? partsOf(naming, written) : [written]
  const read = parts.map((part) => readName(naming, part))
  const problems = read.flatMap((it) => it.problems ?? [])
  if (problems.length > 0) return { problems }
  const ids = read.map(({ value }) => String(value))
  return { value: isList ? [...new Set(ids)] : ids[0]! }
}

const LIST_MARK = /[、，,；;\n/]+/
const LIST_MARK_OR_SPACE = /[、，,；;\n/\s]+/

/** Names of units may hold spaces by mistake (`市 房产局`), lists of deputies are often parted by them. */
function partsOf({ kind }: Naming, written: string): string[] {
  const parts = written.split(kind === 'deputy' ? LIST_MARK_OR_SPACE : LIST_MARK).map((it) => it.trim())
  return parts.filter((part) => part !== '')
}

function readName({ column, kind, names, choices }: Naming, written: string): ReadCell {
  const things = names[kind]
  const key = nameKey(kind, written)
  const known = choices[key] ?? names.memory.get(key)
  if (known !== undefined && things.some(({ id }) => id === known)) return { value: known }
  const called = calledSo(things, written)
  if (called.length === 1) return { value: called[0]!.id }
  const candidates = called.length > 0 ? called : nearestNames(things, written)
  const sentence = called.length > 1 ? sameNames[kind](called.length) : unknownName(kind, candidates)
  const named = candidates.map(({ id, name, hint }) => ({ id, name: hint ? `${name}（${hint}）` : name }))
  return { problems: [{ column: column.key, written, sentence, name: { kind, written: bareName(written), candidates: named } }] }
}

const sameNames = {
  unit: (n: number) => `有 ${n} 个单位叫这个名字，请选一个`,
  deputy: (n: number) => `有 ${n} 位代表同名，请选一位`,
} as const

function unknownName(kind: NameKind, candidates: readonly NamedThing[]): string {
  const what = kind === 'unit' ? '找不到这个单位' : '名册里没有这位代表'
  if (candidates.length > 0) return `${what}，是不是 ${candidates.map(({ name }) => name).join('、')}？`
  return kind === 'unit' ? `${what}，请改写为单位全称` : `${what}，请核对姓名，或先导入代表名册`
}

function fault(column: ImportColumn, written: string, sentence: string): ReadCell {
  return { problems: [{ column: column.key, written, sentence, name: null }] }
}
