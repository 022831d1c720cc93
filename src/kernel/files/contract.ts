import * as z from 'zod'
import type { FileKind } from './kinds.ts'

/** What a file is uploaded for; it decides which kinds are taken. */
export const purposes = {
  /** 附件 */
  attachment: ['pdf', 'docx', 'xlsx', 'png', 'jpg', 'txt', 'csv'],
  /** 盖章扫描件 */
  scan: ['pdf', 'png', 'jpg'],
  /** 待导入的表格 */
  table: ['xlsx', 'csv'],
} as const satisfies Record<string, readonly FileKind[]>

export const Purpose = z.enum(Object.keys(purposes) as [keyof typeof purposes, ...(keyof typeof purposes)[]])
export type Purpose = z.infer<typeof Purpose>

/** A file that was taken in; its id goes into the operation that uses it. */
export const KeptFile = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(purposes.attachment),
  bytes: z.number().int(),
})
export type KeptFile = z.infer<typeof KeptFile>

/** Puts an uploaded file to a row; `isPublic` for photographs that everybody may see where the row is public. */
export const AttachInput = z.strictObject({ fileId: z.uuid(), isPublic: z.boolean().default(false) })
export type AttachInput = z.infer<typeof AttachInput>

/** The files of a row, and whether this person may add or remove some. */
export const Attached = z.object({
  items: z.array(KeptFile.extend({ isPublic: z.boolean(), addedOn: z.iso.date() })),
  mayAdd: z.boolean(),
  mayRemove: z.boolean(),
})
export type Attached = z.infer<typeof Attached>
