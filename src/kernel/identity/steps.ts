import type { Congress } from '#kernel/congress/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { Browser } from './browser.ts'
import type { Actor } from './contract.ts'
import type { SignedIn } from './session.ts'

/** What operations get that check a secret or ask another server: no transaction, but the means to run short ones. */
export interface Steps {
  readonly actor: Actor | null
  readonly signedIn: SignedIn | null
  readonly now: Date
  readonly congress: Congress
  readonly browser: Browser
  readonly locale: Locale
  /** One transaction; refuses when the session that started the request has been ended meanwhile. */
  step<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** The audience of these operations guarantees a person; a mistake there must not become an anonymous act. */
export function selfOf({ signedIn }: Pick<Steps, 'signedIn'>): SignedIn {
  if (!signedIn) throw new Problem(401, 'sign-in-first', '请登录后继续。')
  return signedIn
}
