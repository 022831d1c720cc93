import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { AuditQuery } from './contract.ts'

export interface LogRow {
  id: string
  name: string
  subjectId: string
  actorId: string | null
  actorName: string | null
  actorLogin: string | null
  at: Date
  payload: unknown
}

/** One page of the audit log, newest first, with one row more than asked. */
export function listLog(tx: Tx, query: AuditQuery): Promise<LogRow[]> {
  const { name, actorId, subjectId, from, until, cursor } = query
  return tx.db
    .selectFrom('audit.event as e')
    .leftJoin('identity.account as a', (join) =>
      join.onRef('a.congress_id', '=', 'e.congress_id').onRef('a.id', '=', 'e.actor_id'),
    )
    .select(['e.id', 'e.name', 'e.subject_id as subjectId', 'e.actor_id as actorId', 'e.at', 'e.payload'])
    .select(['a.name as actorName', 'a.login as actorLogin'])
    .where('e.congress_id', '=', tx.congressId)
    .$if(name !== undefined, (it) =>
      it.where((where) => where.or([where('e.name', '=', name!), where(sql`split_part(e.name, '.', 1)`, '=', name!)])),
    )
    .$if(actorId !== undefined, (it) => it.where('e.actor_id', '=', actorId!))
    .$if(subjectId !== undefined, (it) => it.where('e.subject_id', '=', subjectId!))
    .$if(from !== undefined, (it) => it.where('e.at', '>=', new Date(from!)))
    .$if(until !== undefined, (it) => it.where('e.at', '<', new Date(until!)))
    .$if(cursor !== undefined, (it) => it.where('e.id', '<', cursor!))
    .orderBy('e.id', 'desc')
    .limit(query.limit + 1)
    .execute()
}
