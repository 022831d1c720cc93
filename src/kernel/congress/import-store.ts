import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'

/** A deputy as a roster tells of one, in the present term. Days are `YYYY-MM-DD`. */
export interface RosterEntry {
  readonly name: string
  readonly initials: string
  readonly cardNumber: string
  readonly gender: string
  readonly nationality: string
  readonly bornIn: number | null
  readonly occupation: string
  readonly constituency: string
  readonly delegation: string
  readonly startsOn: string
}

/** The end reason of a seat whose import was taken back: it was never in force. */
export const UNDONE = 'import_undone'

export async function findTerm(tx: Tx, today: string): Promise<{ number: number; startsOn: string } | undefined> {
  return tx.db
    .selectFrom('congress.term')
    .select(['number', 'starts_on as startsOn'])
    .where('congress_id', '=', tx.congressId)
    .where('starts_on', '<=', today)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function listDelegations(tx: Tx, term: number): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('congress.body')
    .select(['id', 'name'])
    .where('congress_id', '=', tx.congressId)
    .where('term', '=', term)
    .where('kind', '=', 'delegation')
    .orderBy('ordinal')
    .execute()
  return new Map(rows.map(({ id, name }) => [name, id]))
}

export async function insertDelegation(tx: Tx, it: { id: string; term: number; name: string; ordinal: number }): Promise<void> {
  await tx.db
    .insertInto('congress.body')
    .values({ congress_id: tx.congressId, ...it, kind: 'delegation' })
    .execute()
}

export interface Enrolled extends RosterEntry {
  readonly id: string
  readonly seatId: string | null
  readonly isUndone: boolean
  readonly hasAccount: boolean
}

/** Who is on the roster under these card numbers, with the seat and the delegation of this term. */
export async function listEnrolled(tx: Tx, term: number, by: { cards?: readonly string[]; ids?: readonly string[] }) {
  const wanted = by.cards ? sql`d.card_number = any(${[...by.cards]}::text[])` : sql`d.id = any(${[...(by.ids ?? [])]}::uuid[])`
  const { rows } = await sql<Enrolled>`
    select d.id, d.name, d.initials, d.card_number as "cardNumber", d.gender, d.nationality, d.born_in as "bornIn", d.occupation,
      s.id as "seatId", coalesce(s.constituency, '') as constituency, coalesce(s.starts_on::text, '') as "startsOn",
      coalesce(s.end_reason = ${UNDONE}, false) as "isUndone",
      coalesce((select b.name from congress.membership m join congress.body b on b.congress_id = m.congress_id and b.id = m.body_id
        where m.congress_id = d.congress_id and m.deputy_id = d.id and b.term = ${term} and b.kind = 'delegation'
          and (m.ends_on is null or m.ends_on >= m.starts_on) order by m.starts_on desc limit 1), '') as delegation,
      exists (select from identity.account a where a.congress_id = d.congress_id and a.deputy_id = d.id) as "hasAccount"
    from congress.deputy d
    left join lateral (select * from congress.seat s where s.congress_id = d.congress_id and s.deputy_id = d.id and s.term = ${term}
      order by s.starts_on desc limit 1) s on true
    where d.congress_id = ${tx.congressId} and ${wanted}`.execute(tx.db)
  return rows
}

export interface Enrolment extends RosterEntry {
  readonly id: string
  readonly seatId: string
  readonly term: number
  readonly bodyId: string
}

/** Writes the deputy, the seat and the delegation of this term; another delegation of the term ends the day before. */
export async function enrol(tx: Tx, it: Enrolment): Promise<void> {
  const { name, initials, gender, nationality, occupation } = it
  const person = { name, initials, gender, nationality, occupation, born_in: it.bornIn, card_number: it.cardNumber }
  await tx.db
    .insertInto('congress.deputy')
    .values({ congress_id: tx.congressId, id: it.id, ...person })
    .onConflict((conflict) => conflict.columns(['congress_id', 'id']).doUpdateSet(person))
    .execute()
  const seat = { constituency: it.constituency, starts_on: it.startsOn, ends_on: null, end_reason: null }
  await tx.db
    .insertInto('congress.seat')
    .values({ congress_id: tx.congressId, id: it.seatId, term: it.term, deputy_id: it.id, ...seat })
    .onConflict((conflict) => conflict.columns(['congress_id', 'id']).doUpdateSet(seat))
    .execute()
  await leaveDelegations(tx, it.id, it.term)
  await tx.db
    .insertInto('congress.membership')
    .values({ congress_id: tx.congressId, body_id: it.bodyId, deputy_id: it.id, starts_on: it.startsOn, ends_on: null })
    .onConflict((conflict) =>
      conflict.columns(['congress_id', 'body_id', 'deputy_id', 'starts_on']).doUpdateSet({ ends_on: null }),
    )
    .execute()
}

/** The seat and the membership were never in force: they end before they begin. */
export async function unenrol(tx: Tx, { id, seatId }: Pick<Enrolled, 'id' | 'seatId'>, term: number): Promise<void> {
  await sql`
    update congress.seat set ends_on = starts_on - 1, end_reason = ${UNDONE}
    where congress_id = ${tx.congressId} and id = ${seatId}`.execute(tx.db)
  await leaveDelegations(tx, id, term)
}

async function leaveDelegations(tx: Tx, deputyId: string, term: number): Promise<void> {
  await sql`
    update congress.membership m set ends_on = m.starts_on - 1 from congress.body b
    where m.congress_id = ${tx.congressId} and m.deputy_id = ${deputyId} and b.congress_id = m.congress_id and b.id = m.body_id
      and b.term = ${term} and b.kind = 'delegation' and m.ends_on is null`.execute(tx.db)
}
