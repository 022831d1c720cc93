import { listAttached } from '#kernel/files/api.ts'
import type { Tx } from '#lib/db/tx.ts'

/** A photograph that everybody may see, under the address that shows it. */
export interface PublicPhoto {
  readonly address: string
}

/** The public photographs of an event that was held; the caller has seen that it was. */
export async function publicPhotosOf(tx: Tx, id: string): Promise<PublicPhoto[]> {
  const files = (await listAttached(tx, [id])).get(id) ?? []
  return files.filter(({ isPublic }) => isPublic).map((it) => ({ address: `/api/v1/public/face-to-face/${id}/files/${it.id}` }))
}
