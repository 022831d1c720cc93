import type { Tx } from '#lib/db/tx.ts'
import type { Actor } from './contract.ts'

/** What every action gets: one transaction of one congress, who acts, and when. There is no other clock. */
export interface Act {
  readonly tx: Tx
  readonly actor: Actor
  readonly now: Date
}

/** The same where a visitor who has not signed in may act as well. */
export interface PublicAct {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
}
