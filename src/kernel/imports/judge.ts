import { cellString, type RawCell, type ReadTable } from '#kernel/documents/api.ts'
import { listDeputyNames, listUnitNames } from '#kernel/congress/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { RowProblem } from './contract.ts'
import type { GivenRow, Importable, ImportAct } from './importable.ts'
import { listRemembered } from './name-store.ts'
import { readRow, type NameBook, type Reading } from './read-row.ts'
import type { StoredRow, StoredRun } from './store.ts'

/** A table at hand: its cells by row of the sheet, and the first row of each key, to find the second. */
export interface Table {
  readonly cells: ReadonlyMap<number, Readonly<Record<string, RawCell>>>
  readonly year: number | null
}

export function tableOf({ rows }: ReadTable, fileName: string): Table {
  const year = /(?:^|\D)((?:19|20)\d{2})(?:\D|$)/.exec(fileName)?.[1]
  return { cells: new Map(rows.map(({ row, cells }) => [row, cells])), year: year ? Number(year) : null }
}

/** Where the key of each row stands first: row of the sheet by key. Names do not matter for it and are not looked up. */
export function firstOfKeys(importable: Importable, run: StoredRun, table: Table): ReadonlyMap<string, number> {
  const reading = { columns: importable.columns, mapping: run.mapping, names: NOBODY, year: table.year }
  const firsts = new Map<string, number>()
  for (const [number, cells] of table.cells) {
    const key = importable.keyOf(readRow(reading, cells, {}).values)
    if (key !== null && !firsts.has(key)) firsts.set(key, number)
  }
  return firsts
}

const NOBODY: NameBook = { unit: [], deputy: [], memory: new Map() }

export interface Judged {
  readonly row: GivenRow
  readonly problems: readonly RowProblem[]
  readonly isUpdate: boolean
}

export interface Judging {
  readonly importable: Importable
  readonly run: StoredRun
  readonly table: Table
  readonly firsts: ReadonlyMap<string, number>
}

/** What is wrong with some rows today: their cells, their place in the table, and what the importable says of those that are understood. */
export async function judge(act: ImportAct, judging: Judging, stored: readonly StoredRow[]): Promise<Judged[]> {
  const { importable, run, table } = judging
  const reading = { columns: importable.columns, mapping: run.mapping, names: await loadNames(act.tx), year: table.year }
  const judged = stored.map((row) => readOne(judging, reading, row))
  const understood = judged.filter(({ problems }) => problems.length === 0)
  const rows = understood.map(({ row }) => row)
  const verdicts = rows.length > 0 ? await importable.check(act, rows) : []
  const byNumber = new Map(rows.map(({ number }, at) => [number, verdicts[at]!]))
  return judged.map((it) => {
    const verdict = byNumber.get(it.row.number)
    if (!verdict) return it
    const written = (column: string | null) => writtenIn(judging, it.row.number, column)
    const problems = verdict.findings.map((one) => ({ ...one, written: written(one.column), name: null }))
    return { ...it, problems, isUpdate: verdict.isUpdate }
  })
}

function readOne(judging: Judging, reading: Reading, { number, choices }: StoredRow): Judged {
  const { importable, table, firsts } = judging
  const { values, problems } = readRow(reading, table.cells.get(number) ?? {}, choices)
  const key = importable.keyOf(values)
  const first = key === null ? number : (firsts.get(key) ?? number)
  const twice = first < number ? [{ column: null, written: '', sentence: `与第 ${first} 行重复，请删去一行`, name: null }] : []
  return { row: { number, values }, problems: [...problems, ...twice], isUpdate: false }
}

function writtenIn({ run, table }: Judging, number: number, column: string | null): string {
  const header = column === null ? undefined : run.mapping[column]
  return header === undefined ? '' : cellString(table.cells.get(number)?.[header])
}

async function loadNames(tx: Tx): Promise<NameBook> {
  return { unit: await listUnitNames(tx), deputy: await listDeputyNames(tx), memory: await listRemembered(tx) }
}
