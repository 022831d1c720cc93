import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { FileKind } from './kinds.ts'

/** A stored file as the index knows it. */
export interface StoredFile {
  readonly id: string
  readonly sha256: string
  readonly key: string
  readonly kind: FileKind
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly createdAt: Date
  /** The account; null for a visitor. */
  readonly createdBy: string | null
}

export async function insert(tx: Tx, file: StoredFile): Promise<void> {
  await sql`
    insert into files.blob (congress_id, id, sha256, key, kind, name, media_type, bytes, created_at, created_by)
    values (${tx.congressId}, ${file.id}, ${file.sha256}, ${file.key}, ${file.kind}, ${file.name}, ${file.mediaType}, ${file.bytes},
            ${file.createdAt}, ${file.createdBy})`.execute(tx.db)
}

export async function find(tx: Tx, id: string): Promise<StoredFile | undefined> {
  const { rows } = await sql<StoredFile>`
    select id, sha256, key, kind, name, media_type as "mediaType", bytes, created_at as "createdAt", created_by as "createdBy"
    from files.blob where congress_id = ${tx.congressId} and id = ${id}`.execute(tx.db)
  return rows[0]
}

/** The files of `ids`, in the order they were stored. */
export async function list(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredFile>`
    select id, sha256, key, kind, name, media_type as "mediaType", bytes, created_at as "createdAt", created_by as "createdBy"
    from files.blob where congress_id = ${tx.congressId} and id in (${sql.join(ids)}) order by created_at, id`.execute(tx.db)
  return rows
}

/** Takes a file up for good: the nightly clearing leaves it alone from now on. False where it is gone. */
export async function use(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update files.blob set is_used = true where congress_id = ${tx.congressId} and id = ${id}`.execute(tx.db)
  return numAffectedRows === 1n
}

/**
 * Forgets files that nothing took up since `before`, some at a time; answers the keys of their objects. A file that is being taken up at
 * this moment is passed over: whoever locks its row first decides.
 */
export async function removeUnused(tx: Tx, before: Date, most: number): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    delete from files.blob where congress_id = ${tx.congressId} and id in (
      select id from files.blob where congress_id = ${tx.congressId} and not is_used and created_at < ${before}
      order by created_at limit ${most} for update skip locked)
    returning key`.execute(tx.db)
  return [...new Set(rows.map(({ key }) => key))]
}

/** Until this transaction ends nobody else stores or clears the object of this key. */
export async function holdKey(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db)
}

/** Whether a row names this object. */
export async function isNamed(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql`select from files.blob where congress_id = ${tx.congressId} and key = ${key} limit 1`.execute(tx.db)
  return rows.length > 0
}
