import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { EventRow } from './contract.ts'
import type { Anchor, Sealed } from './rules/chain.ts'

/** One sealer of a congress at a time; the lock ends with the transaction. */
export async function lockSealing(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('audit.seal'), ${tx.congressId}::int)`.execute(tx.db)
}

export async function findLastSeal(tx: Tx): Promise<Anchor | undefined> {
  return tx.db
    .selectFrom('audit.seal')
    .select(['number', 'digest'])
    .where('congress_id', '=', tx.congressId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The oldest events that wait for a seal; their ids are time-ordered. */
export function listPending(tx: Tx, limit: number): Promise<EventRow[]> {
  return tx.db
    .selectFrom('audit.pending as p')
    .innerJoin('audit.event as e', (join) => join.onRef('e.congress_id', '=', 'p.congress_id').onRef('e.id', '=', 'p.event_id'))
    .select(['e.id', 'e.name', 'e.subject_id as subjectId', 'e.actor_id as actorId', 'e.at', 'e.payload'])
    .where('p.congress_id', '=', tx.congressId)
    .orderBy('p.event_id')
    .limit(limit)
    .execute()
}

/** Writes seals and takes their events out of the queue. */
export async function insertSeals(
  tx: Tx,
  seals: readonly { number: number; eventId: string; digest: string }[],
  at: Date,
): Promise<void> {
  const ids = seals.map((it) => it.eventId)
  await sql`
    insert into audit.seal (congress_id, number, event_id, digest, sealed_at)
    select ${tx.congressId}::int, it.number, it.event_id, it.digest, ${at}::timestamptz
    from unnest(${seals.map((it) => it.number)}::bigint[], ${ids}::uuid[], ${seals.map((it) => it.digest)}::text[])
      as it (number, event_id, digest)`.execute(tx.db)
  await sql`delete from audit.pending where congress_id = ${tx.congressId} and event_id = any(${ids}::uuid[])`.execute(tx.db)
}

/** A stretch of the chain with its events, from after `after`; a seal whose event is gone is left out and so leaves a gap. */
export function listSealed(tx: Tx, after: number, limit: number): Promise<Sealed[]> {
  return tx.db
    .selectFrom('audit.seal as s')
    .innerJoin('audit.event as e', (join) => join.onRef('e.congress_id', '=', 's.congress_id').onRef('e.id', '=', 's.event_id'))
    .select(['s.number', 's.digest', 'e.id', 'e.name', 'e.subject_id as subjectId', 'e.actor_id as actorId', 'e.at', 'e.payload'])
    .where('s.congress_id', '=', tx.congressId)
    .where('s.number', '>', after)
    .orderBy('s.number')
    .limit(limit)
    .execute()
}

export function findSeal(tx: Tx, number: number): Promise<{ digest: string } | undefined> {
  return tx.db
    .selectFrom('audit.seal')
    .select('digest')
    .where('congress_id', '=', tx.congressId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Events that nobody recorded through the program: neither sealed nor waiting. */
export async function listUnsealed(tx: Tx, limit: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select e.id, e.name from audit.event e
    where e.congress_id = ${tx.congressId}
      and not exists (select from audit.seal s where s.congress_id = ${tx.congressId} and s.event_id = e.id)
      and not exists (select from audit.pending p where p.congress_id = ${tx.congressId} and p.event_id = e.id)
    order by e.id limit ${limit}`.execute(tx.db)
  return rows
}
