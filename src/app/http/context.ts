import type { FastifyRequest } from 'fastify'
import type { Congress } from '#kernel/congress/api.ts'
import type { BlobStore } from '#kernel/files/api.ts'
import type { Actor, SignedIn } from '#kernel/identity/api.ts'
import type { Browser } from '#kernel/identity/browser.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Locale } from '#lib/pure/words.ts'

/** What every handler receives. Handlers of signed-in audiences turn it into an `Act` with `actOf`. */
export interface Context {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly signedIn: SignedIn | null
  readonly now: Date
  readonly congress: Congress
  readonly request: FastifyRequest
  /** For the few handlers that set or read cookies. */
  readonly browser: Browser
  /** The version in `If-Match`, or null where the client did not say. */
  readonly ifMatch: number | null
  readonly locale: Locale
  /** Where the bytes of files lie; `openFile` reads one. */
  readonly blobs: BlobStore
}
