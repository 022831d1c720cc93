import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import type { Holiday, ProfileInput } from './contract.ts'

/** A stored version before its settings were checked against the schema of its slice. */
export interface ProfileRow {
  id: string
  version: number
  effectiveOn: string
  title: string
  settings: unknown
  activatedAt: Date
  activatedBy: string | null
  activatedByName: string | null
}

const columns = sql`id, version, to_char(effective_on, 'YYYY-MM-DD') as "effectiveOn", title, settings,
  activated_at as "activatedAt", activated_by as "activatedBy",
  (select it.name from identity.account it
   where it.congress_id = profile_version.congress_id and it.id = profile_version.activated_by) as "activatedByName"`

/** The congress's own days of every year, oldest first; some tens of rows. */
export async function listHolidays(tx: Tx): Promise<Holiday[]> {
  const { rows } = await sql<{ day: string; isWorkday: boolean; name: string }>`
    select to_char(day, 'YYYY-MM-DD') as day, is_workday as "isWorkday", name
    from procedure.holiday where congress_id = ${tx.congressId} order by day`.execute(tx.db)
  return rows.map((row) => ({ ...row, day: toDateOnly(row.day) }))
}

/** Until the end of the transaction nobody else replaces days of this congress: what was read stays true until it is written. */
export async function lockHolidays(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('procedure.holiday'), ${tx.congressId}::int)`.execute(tx.db)
}

/** Replaces the congress's own days of one year by `days`, all of that year. */
export async function replaceHolidays(tx: Tx, year: number, days: readonly Holiday[]): Promise<void> {
  await sql`
    delete from procedure.holiday
    where congress_id = ${tx.congressId} and day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`.execute(tx.db)
  await sql`
    insert into procedure.holiday (congress_id, day, is_workday, name)
    select ${tx.congressId}::integer, it.day, it.is_workday, it.name
    from jsonb_to_recordset(${JSON.stringify(days.map(toRow))}::jsonb) as it (day date, is_workday boolean, name text)`.execute(
    tx.db,
  )
}

/** The version in force on a day: the newest of those effective on or before it. */
export async function findProfileOn(tx: Tx, slice: string, on: DateOnly): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select ${columns} from procedure.profile_version
    where congress_id = ${tx.congressId} and slice = ${slice} and effective_on <= ${on}::date
    order by version desc limit 1`.execute(tx.db)
  return rows[0]
}

export async function findProfile(tx: Tx, slice: string, version: number): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    select ${columns} from procedure.profile_version
    where congress_id = ${tx.congressId} and slice = ${slice} and version = ${version}`.execute(tx.db)
  return rows[0]
}

/** Every version of a slice, newest first. */
export async function listProfiles(tx: Tx, slice: string): Promise<ProfileRow[]> {
  const { rows } = await sql<ProfileRow>`
    select ${columns} from procedure.profile_version
    where congress_id = ${tx.congressId} and slice = ${slice} order by version desc`.execute(tx.db)
  return rows
}

/**
 * Adds the next version, unless a version with a later effective date exists or another transaction has just taken the number
 * (it waits for that one to end). Answers undefined where nothing was added.
 */
export async function insertProfile(
  tx: Tx,
  slice: string,
  input: ProfileInput<unknown>,
  by: { at: Date; actorId: string | null },
): Promise<ProfileRow | undefined> {
  const { rows } = await sql<ProfileRow>`
    insert into procedure.profile_version (congress_id, slice, version, id, effective_on, title, settings, activated_at, activated_by)
    select ${tx.congressId}::integer, ${slice}::text, coalesce(max(version), 0) + 1, ${newId()}::uuid, ${input.effectiveOn}::date,
           ${input.title}::text, ${JSON.stringify(input.settings)}::jsonb, ${by.at}::timestamptz, ${by.actorId}::uuid
    from procedure.profile_version where congress_id = ${tx.congressId} and slice = ${slice}
    having coalesce(max(effective_on), '-infinity'::date) <= ${input.effectiveOn}::date
    on conflict (congress_id, slice, version) do nothing
    returning ${columns}`.execute(tx.db)
  return rows[0]
}

function toRow({ day, isWorkday, name }: Holiday): { day: string; is_workday: boolean; name: string } {
  return { day, is_workday: isWorkday, name }
}
