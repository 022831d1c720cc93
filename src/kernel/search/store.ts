import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import { normalise, pairsOf, queryOf } from './rules/pairs.ts'

export interface Entry {
  kind: string
  subjectId: string
  /** Title and body in the words of their author. */
  text: string
}

/** Writes what can be found of one subject; called by the action that changed it, in its transaction. */
export async function index(tx: Tx, { kind, subjectId, text }: Entry): Promise<void> {
  const normal = normalise(text)
  await sql`
    insert into search.entry (congress_id, kind, subject_id, text, pairs)
    values (${tx.congressId}, ${kind}, ${subjectId}, ${normal}, array_to_tsvector(${pairsOf(normal)}::text[]))
    on conflict (congress_id, kind, subject_id)
      do update set text = excluded.text, pairs = excluded.pairs`.execute(tx.db)
}

/** Takes a subject out of what can be found. */
export async function remove(tx: Tx, kind: string, subjectId: string): Promise<void> {
  await tx.db
    .deleteFrom('search.entry')
    .where('congress_id', '=', tx.congressId)
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .execute()
}

export interface Search {
  kind: string
  fragment: string
  /** Only subjects older than this one; null for the newest. */
  before: string | null
  most: number
}

/** Subjects whose text holds the fragment, newest first. The index finds candidates, the text decides: no miss, no false hit. */
export async function find(tx: Tx, { kind, fragment, before, most }: Search): Promise<string[]> {
  const normal = normalise(fragment)
  const wanted = queryOf(normal)
  if (wanted === null) return []
  const { rows } = await sql<{ find: string }>`
    select find from search.find(${wanted}::tsquery, ${normal}, ${kind}, ${before}, ${most})`.execute(tx.db)
  return rows.map((row) => row.find)
}
