import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { formatDocumentNumber, type DocumentNumber } from './rules/document-number.ts'

export interface RegisteredNumber extends DocumentNumber {
  readonly subject: string
  readonly takenAt: Date
  readonly takenBy: string | null
}

interface Taking {
  readonly series: string
  readonly year: number
  readonly subject: string
  readonly by: string | null
  readonly now: Date
}

/**
 * Takes the next number of a series in a year, in the caller's transaction: two at once wait for each other and get neighbouring
 * numbers, and a number whose transaction fails goes to the next one who asks. A taken number is never given out again.
 */
export async function takeNumber(tx: Tx, taking: Taking): Promise<string> {
  const { rows } = await sql<{ number: number }>`
    insert into documents.number_series as s (congress_id, series, year, next_number)
    values (${tx.congressId}, ${taking.series}, ${taking.year}, 2)
    on conflict on constraint number_series_pk do update set next_number = s.next_number + 1
    returning next_number - 1 as number`.execute(tx.db)
  const number = rows[0]?.number
  if (number === undefined) throw new Error('number_series gave no number')
  if (!(await register(tx, taking, number)))
    throw new Error(`${taking.series} ${taking.year} ${number} was taken behind the series' back`)
  return formatDocumentNumber({ series: taking.series, year: taking.year, number })
}

/** Enters a number that was given out on paper before; the series goes on behind it. False where it is taken already. */
export async function enterOldNumber(tx: Tx, taking: Taking, number: number): Promise<boolean> {
  await sql`
    insert into documents.number_series as s (congress_id, series, year, next_number)
    values (${tx.congressId}, ${taking.series}, ${taking.year}, ${number + 1})
    on conflict on constraint number_series_pk do update set next_number = greatest(s.next_number, excluded.next_number)`.execute(
    tx.db,
  )
  return register(tx, taking, number)
}

/** The numbers of a series in a year, in order. */
export async function listNumbers(tx: Tx, series: string, year: number): Promise<RegisteredNumber[]> {
  const { rows } = await sql<RegisteredNumber>`
    select series, year, number, subject, taken_at as "takenAt", taken_by as "takenBy" from documents.number_register
    where congress_id = ${tx.congressId} and series = ${series} and year = ${year} order by number`.execute(tx.db)
  return rows
}

async function register(tx: Tx, taking: Taking, number: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into documents.number_register (congress_id, series, year, number, subject, taken_at, taken_by)
    values (${tx.congressId}, ${taking.series}, ${taking.year}, ${number}, ${taking.subject}, ${taking.now}, ${taking.by})
    on conflict on constraint number_register_pk do nothing`.execute(tx.db)
  return numAffectedRows === 1n
}
