import { sql } from 'kysely'
import type { Tx } from '#lib/db/tx.ts'
import type { FileKind } from './kinds.ts'

/** A file that stands with a row of some module. */
export interface AttachedFile {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
  readonly isPublic: boolean
  readonly addedOn: string
}

/** The files of some rows, by row, in the order they were added. */
export async function listAttached(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, AttachedFile[]>> {
  const found = new Map<string, AttachedFile[]>(subjectIds.map((id) => [id, []]))
  if (subjectIds.length === 0) return found
  const { rows } = await sql<AttachedFile & { subjectId: string }>`
    select a.subject_id as "subjectId", b.id, b.name, b.kind, b.bytes::int as bytes, a.is_public as "isPublic", a.added_on as "addedOn"
    from files.attachment a join files.blob b on b.congress_id = a.congress_id and b.id = a.file_id
    where a.congress_id = ${tx.congressId} and a.subject_id = any(${[...subjectIds]}::uuid[])
    order by b.created_at, b.id`.execute(tx.db)
  for (const { subjectId, ...file } of rows) found.get(subjectId)?.push(file)
  return found
}

export async function insertAttachment(
  tx: Tx,
  row: { subjectId: string; fileId: string; isPublic: boolean; on: string; by: string },
): Promise<void> {
  await sql`
    insert into files.attachment (congress_id, subject_id, file_id, is_public, added_on, added_by)
    values (${tx.congressId}, ${row.subjectId}, ${row.fileId}, ${row.isPublic}, ${row.on}::date, ${row.by})
    on conflict on constraint attachment_pk do nothing`.execute(tx.db)
}

/** False where it does not stand there. */
export async function deleteAttachment(tx: Tx, subjectId: string, fileId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from files.attachment where congress_id = ${tx.congressId} and subject_id = ${subjectId} and file_id = ${fileId}`.execute(
    tx.db,
  )
  return numAffectedRows === 1n
}
