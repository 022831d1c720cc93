import * as z from 'zod'

export const FORMAT = 1
export const MANIFEST = 'manifest.json'

const FileEntry = z.object({ name: z.string(), bytes: z.number(), sm3: z.string().regex(/^[0-9a-f]{64}$/) })
export type FileEntry = z.infer<typeof FileEntry>

/** The last file of an archive: what is in it and how to know that it is whole. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** The server that the rows came from, such as `18.4`. */
  postgres: z.string(),
  migrations: z.array(z.string()).min(1),
  /** The number of the last migration of the job queue. */
  queue: z.number().int(),
  /** In the order in which they can be loaded. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.object({ name: z.string(), value: z.number(), isCalled: z.boolean() })),
  /** Which master keys open the sealed fields; the keys themselves are never in an archive. */
  masterKeys: z.array(z.string()),
  /** Objects that the database names and the storage did not have. */
  missingBlobs: z.array(z.string()),
  files: z.array(FileEntry),
})
export type Manifest = z.infer<typeof Manifest>

/** Where a table, a stored object and the seals' anchors of a congress lie in an archive. */
export const placeOf = {
  table: (name: string) => `tables/${name}.copy`,
  blob: (key: string) => `blobs/${key}`,
  anchor: (file: string) => `anchors/${file}`,
}
