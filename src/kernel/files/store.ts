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

/** Forgets a file. Answers the key of its object where no other file needs it any more: delete that one after the commit. */
export async function remove(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ key: string }>`
    delete from files.blob where congress_id = ${tx.congressId} and id = ${id} returning key`.execute(tx.db)
  const key = rows[0]?.key
  if (key === undefined) return null
  const others = await sql`select from files.blob where congress_id = ${tx.congressId} and key = ${key} limit 1`.execute(tx.db)
  return others.rows.length === 0 ? key : null
}
