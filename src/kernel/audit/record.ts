import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import type { Catalogue, EventInput } from './contract.ts'

/** The channel on which other copies of the program hear that something happened (live updates, caches). */
export const LIVE_CHANNEL = 'minyi_live'

export type Recorder<C extends Catalogue> = <N extends keyof C & string>(
  tx: Tx,
  at: Date,
  event: EventInput<C, N>,
) => Promise<string>

/**
 * Makes the `record` of one catalogue. The event, its place in the sealer's queue, the job that tells its readers and the live
 * signal are one statement in the caller's transaction: either the change and its event exist, or neither.
 */
export function recorder<C extends Catalogue>(catalogue: C): Recorder<C> {
  return async (tx, at, event) => {
    const id = newId()
    const payload = JSON.stringify(catalogue[event.name]!.payload.parse(event.payload))
    await sql`
      with event as (
        insert into audit.event (congress_id, id, name, subject_id, actor_id, at, payload)
        values (${tx.congressId}, ${id}, ${event.name}, ${event.subjectId}, ${event.actorId}, ${at}, ${payload}::jsonb)
      ), pending as (
        insert into audit.pending (congress_id, event_id) values (${tx.congressId}, ${id})
      )
      select graphile_worker.add_job('audit.tell', json_build_object('congressId', ${tx.congressId}::int, 'eventId', ${id}::text),
               max_attempts => 5),
             pg_notify(${LIVE_CHANNEL}, ${`${tx.congressId} ${event.name} ${event.subjectId}`})`.execute(tx.db)
    return id
  }
}
