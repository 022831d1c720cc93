import * as z from 'zod'
import type { Readable } from 'node:stream'

/** A download: a name a person understands (Chinese allowed), its media type, and its bytes. */
export interface FileAnswer {
  fileName: string
  mediaType: string
  body: Uint8Array | Readable
}

/** The `ok` of an operation whose answer is a file and not JSON. */
export const fileAnswer = z.custom<FileAnswer>()
