import type { Tx } from '#lib/db/tx.ts'

/** Who changes the rules of procedure: the `Act` of an action, or a set-up that nobody is signed in to. */
export interface Change {
  readonly tx: Tx
  readonly actor: { readonly id: string } | null
  readonly now: Date
}
