/** What a cell holds in the program. Dates are calendar days (`YYYY-MM-DD`), a `Date` is an instant. */
export type CellValue = string | number | boolean | Date | null | undefined

/**
 * `text` is for everything that only looks like a number: ids, phones, 文号, codes. `percent` takes 0.967 and shows 96.7%. `date` takes
 * `YYYY-MM-DD`, `datetime` an instant, shown in Beijing's time.
 */
export type ColumnType = 'text' | 'number' | 'percent' | 'date' | 'datetime'

export interface SheetColumn<Row> {
  readonly header: string
  readonly type: ColumnType
  /** In characters; 12 where not given. */
  readonly width?: number
  value(row: Row): CellValue
}

export interface SheetModel<Row> {
  readonly title: string
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: AsyncIterable<Row> | Iterable<Row>
  /** The 口径 sheet: what was filtered, who made it, when, what the figures mean. */
  readonly notes: readonly { readonly label: string; readonly text: string }[]
}

/** Rows between two pauses in which others may run and buffers empty. */
export const ROWS_PER_PAUSE = 250
