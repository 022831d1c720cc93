import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { Counts, NameKind, RowProblem, RowState, RunStatus } from './contract.ts'

/** A run as its rules see it. */
export interface StoredRun {
  readonly id: string
  readonly kind: string
  readonly fileId: string
  readonly fileName: string
  readonly status: RunStatus
  readonly headers: readonly string[]
  readonly headerRow: number | null
  readonly mapping: Readonly<Record<string, string>>
  readonly problem: string | null
  readonly startedBy: string
  readonly createdAt: Date
  readonly importedAt: Date | null
  readonly undoneAt: Date | null
}

const runColumns = [
  'id',
  'kind',
  'file_id as fileId',
  'file_name as fileName',
  sql<RunStatus>`status`.as('status'),
  'headers',
  'header_row as headerRow',
  sql<Record<string, string>>`mapping`.as('mapping'),
  'problem',
  'started_by as startedBy',
  'created_at as createdAt',
  'imported_at as importedAt',
  'undone_at as undoneAt',
] as const

export async function insertRun(
  tx: Tx,
  run: Pick<StoredRun, 'id' | 'kind' | 'fileId' | 'fileName' | 'startedBy' | 'createdAt'>,
): Promise<void> {
  await tx.db
    .insertInto('imports.import_run')
    .values({
      congress_id: tx.congressId,
      id: run.id,
      kind: run.kind,
      file_id: run.fileId,
      file_name: run.fileName,
      status: 'uploaded',
      started_by: run.startedBy,
      created_at: run.createdAt,
    })
    .execute()
}

function runs(tx: Tx) {
  return tx.db.selectFrom('imports.import_run').select(runColumns).where('congress_id', '=', tx.congressId)
}

export function findRun(tx: Tx, id: string): Promise<StoredRun | undefined> {
  return runs(tx).where('id', '=', id).executeTakeFirst()
}

/** Whoever holds the lock decides what happens with the run next: a batch, a cancellation, an undoing. */
export function lockRun(tx: Tx, id: string): Promise<StoredRun | undefined> {
  return runs(tx).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Who started runs, by account. */
export async function listStarters(tx: Tx, accountIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('identity.account')
    .select(['id', 'name'])
    .where('congress_id', '=', tx.congressId)
    .where(sql<boolean>`id = any(${[...accountIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Newest first, before `cursor`; one more than `limit`. */
export function listRuns(
  tx: Tx,
  kinds: readonly string[],
  page: { limit: number; cursor?: string | undefined },
): Promise<StoredRun[]> {
  return runs(tx)
    .where('kind', 'in', kinds.length > 0 ? kinds : [''])
    .$if(page.cursor !== undefined, (q) => q.where('id', '<', page.cursor!))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
}

export type RunChange = Partial<
  Pick<StoredRun, 'status' | 'headers' | 'headerRow' | 'mapping' | 'problem' | 'importedAt' | 'undoneAt'>
>

export async function saveRun(tx: Tx, id: string, to: RunChange): Promise<void> {
  await tx.db
    .updateTable('imports.import_run')
    .set({
      status: to.status,
      header_row: to.headerRow,
      problem: to.problem,
      imported_at: to.importedAt,
      undone_at: to.undoneAt,
      ...(to.headers && { headers: [...to.headers] }),
      ...(to.mapping && { mapping: JSON.stringify(to.mapping) }),
    })
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .execute()
}

/** What became of the rows of each run, counted from the rows. */
export async function countRows(tx: Tx, runIds: readonly string[]): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { runId: string }>`
    select run_id as "runId", count(*)::int as total,
      count(*) filter (where state = 'pending')::int as pending, count(*) filter (where state = 'good')::int as good,
      count(*) filter (where state = 'bad')::int as bad, count(*) filter (where state = 'good' and is_update)::int as updates,
      count(*) filter (where state = 'imported')::int as imported, count(*) filter (where state = 'undone')::int as undone
    from imports.import_row where congress_id = ${tx.congressId} and run_id = any(${[...runIds]}::uuid[]) group by run_id`.execute(
    tx.db,
  )
  return new Map(rows.map(({ runId, ...counts }) => [runId, counts]))
}

/** Begins anew with these rows of the sheet: nothing of them is judged yet. */
export async function replaceRows(tx: Tx, runId: string, numbers: readonly number[]): Promise<void> {
  const ofRun = sql`congress_id = ${tx.congressId} and run_id = ${runId}`
  await sql`delete from imports.import_row where ${ofRun}`.execute(tx.db)
  await sql`
    insert into imports.import_row (congress_id, run_id, number, state)
    select ${tx.congressId}, ${runId}, number, 'pending' from unnest(${[...numbers]}::int[]) as number`.execute(tx.db)
}

export interface StoredRow {
  readonly number: number
  readonly state: RowState
  readonly isUpdate: boolean
  readonly problems: readonly RowProblem[]
  readonly choices: Readonly<Record<string, string>>
  readonly subjectId: string | null
  readonly mark: string | null
  readonly before: unknown
}

const rowColumns = [
  'number',
  sql<RowState>`state`.as('state'),
  'is_update as isUpdate',
  sql<RowProblem[]>`problems`.as('problems'),
  sql<Record<string, string>>`choices`.as('choices'),
  'subject_id as subjectId',
  'mark',
  sql<unknown>`before`.as('before'),
] as const

/** Rows in one state in the order of the sheet, from `after` on. */
export function listRows(
  tx: Tx,
  runId: string,
  state: RowState,
  page: { limit?: number; after?: number } = {},
): Promise<StoredRow[]> {
  return tx.db
    .selectFrom('imports.import_row')
    .select(rowColumns)
    .where('congress_id', '=', tx.congressId)
    .where('run_id', '=', runId)
    .where('state', '=', state)
    .$if(page.after !== undefined, (q) => q.where('number', '>', page.after!))
    .orderBy('number')
    .$if(page.limit !== undefined, (q) => q.limit(page.limit!))
    .execute()
}

export interface RowChange {
  readonly number: number
  readonly state: RowState
  readonly isUpdate?: boolean
  readonly problems?: readonly RowProblem[]
  readonly subjectId?: string
  readonly mark?: string
  readonly before?: unknown
}

/** Many rows in one statement; what is left out stays as it was. */
export async function saveRows(tx: Tx, runId: string, changes: readonly RowChange[]): Promise<void> {
  if (changes.length === 0) return
  await sql`
    update imports.import_row r set state = c.state, is_update = coalesce(c."isUpdate", r.is_update),
      problems = coalesce(c.problems, r.problems), subject_id = coalesce(c."subjectId", r.subject_id), mark = coalesce(c.mark, r.mark),
      before = coalesce(c.before, r.before)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as c (number int, state text, "isUpdate" boolean, problems jsonb,
      "subjectId" uuid, mark text, before jsonb)
    where r.congress_id = ${tx.congressId} and r.run_id = ${runId} and r.number = c.number`.execute(tx.db)
}

/** Which rows do not know this name; with `row`, whether that one does not. */
export async function listRowsUnsure(tx: Tx, runId: string, name: { kind: NameKind; written: string }): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from imports.import_row where congress_id = ${tx.congressId} and run_id = ${runId} and state = 'bad'
      and problems @> ${JSON.stringify([{ name }])}::jsonb order by number`.execute(tx.db)
  return rows.map(({ number }) => number)
}

/** In how many rows each unknown name stands: `unit 房管局` → 6. */
export async function countNames(tx: Tx, runId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select (p -> 'name' ->> 'kind') || ' ' || (p -> 'name' ->> 'written') as key, count(distinct number)::int as count
    from imports.import_row, jsonb_array_elements(problems) p
    where congress_id = ${tx.congressId} and run_id = ${runId} and state = 'bad' and p -> 'name' ->> 'kind' is not null
    group by 1`.execute(tx.db)
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** Judges these rows again; with a choice, each of them remembers it. */
export async function askAgain(tx: Tx, runId: string, numbers: readonly number[], choice: Record<string, string>): Promise<void> {
  await sql`
    update imports.import_row set state = 'pending', choices = choices || ${JSON.stringify(choice)}::jsonb
    where congress_id = ${tx.congressId} and run_id = ${runId} and number = any(${[...numbers]}::int[])
      and state in ('bad', 'good', 'pending')`.execute(tx.db)
}

/** Every row that is not written yet is judged again. */
export async function askAllAgain(tx: Tx, runId: string): Promise<void> {
  await sql`
    update imports.import_row set state = 'pending', problems = '[]'
    where congress_id = ${tx.congressId} and run_id = ${runId} and state in ('good', 'bad')`.execute(tx.db)
}
