import type { Role } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import type { Words } from '#lib/pure/words.ts'
import type { ColumnType } from './contract.ts'

/** One column that an import knows. The label is also the header of the template; tables of others are matched by the aliases too. */
export interface ImportColumn {
  readonly key: string
  readonly label: string
  readonly aliases?: readonly string[]
  readonly type: ColumnType
  readonly isRequired?: boolean
  /** Of a choice: what it is called in the program, and how people write it. */
  readonly choices?: Readonly<Record<string, readonly string[]>>
  /** Most characters of a text. */
  readonly most?: number
  /** What stands in the template as an example. */
  readonly sample: string
}

/** A row as understood: days as `YYYY-MM-DD`, units and deputies as ids, choices as their codes; null where the cell is empty. */
export type Values = Readonly<Record<string, string | number | readonly string[] | null>>

/** What the importable itself finds wrong; `column` is a key, null where the row as a whole is meant. */
export interface Finding {
  readonly column: string | null
  readonly sentence: string
}

export interface Verdict {
  readonly findings: readonly Finding[]
  /** The row changes something that is there already. */
  readonly isUpdate: boolean
}

export interface GivenRow {
  /** In the sheet, counted from 1. */
  readonly number: number
  readonly values: Values
}

/** What a row became. `mark` is the subject's state afterwards, `before` what undoing must put back (null: there was nothing). */
export interface Written {
  readonly subjectId: string
  readonly mark: string
  readonly before: unknown
}

export interface ImportAct {
  readonly tx: Tx
  readonly now: Date
  readonly today: DateOnly
  /** The account that pressed the button. */
  readonly actorId: string
}

/** Something that tables can be imported as; declared in the manifest of its slice. */
export interface Importable {
  /** `suggestion-history` */
  readonly name: string
  readonly title: Words<string>
  readonly lead: Words<string>
  readonly roles: readonly [Role, ...Role[]]
  readonly columns: readonly ImportColumn[]
  /** What tells two rows of one table apart; null where it cannot be known. Two rows with the same are a problem of the second. */
  keyOf(values: Values): string | null
  /** Judges rows whose cells are all understood; one verdict for each, in their order. Called again before they are written. */
  check(act: ImportAct, rows: readonly GivenRow[]): Promise<readonly Verdict[]>
  /** Writes one row whose verdict was good, in the caller's transaction. */
  write(act: ImportAct, row: GivenRow): Promise<Written>
  /** Sentences about what was touched since it was imported and therefore stands in the way of undoing. */
  blockers(act: ImportAct, written: readonly Written[]): Promise<readonly string[]>
  /** Takes back what `write` did. */
  undo(act: ImportAct, written: Written): Promise<void>
}

/** What events call it. */
export function aboutOf({ title }: Pick<Importable, 'title'>): { title: string; titleEn: string } {
  return { title: title.zh, titleEn: title.en }
}

/** A sentence that names the columns which no header stands for, or null. */
export function missingColumns(columns: readonly ImportColumn[], mapping: Readonly<Record<string, string>>): string | null {
  const missing = columns.filter(({ key, isRequired }) => isRequired && !mapping[key]).map(({ label }) => label)
  return missing.length === 0
    ? null
    : `表格里没有找到这些必需的列：${missing.join('、')}。请在“列对应”里指明是哪一列，或补上后重新上传。`
}
