import { setTimeout as pause } from 'node:timers/promises'
import type { EventRow } from '#kernel/audit/contract.ts'
import type { FieldCipher, FieldPlace, IndexPlace } from '#lib/crypto/field-cipher.ts'
import { turnsByKey } from '#lib/turns.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { OidcProvider } from './oidc.ts'
import { passwordsOf, type Passwords } from './passwords.ts'

/** What identity is made of besides the database; put together once by the composition root. */
export interface Parts {
  readonly passwords: Passwords
  readonly fields: FieldCipher
  /** The identity provider of this installation, or null where people sign in with passwords alone. */
  readonly oidc: OidcProvider | null
  readonly isDemo: boolean
  /** The sentence of any event of any module, for the audit log. */
  readonly sentenceOf: (event: Pick<EventRow, 'name' | 'payload'>, locale: Locale) => string
  /** What an authenticator's clock shows at `now`: a demonstration lives in another year, the phones of its visitors do not. */
  readonly phoneTime: (now: Date) => Date
  /** Waits some milliseconds. */
  readonly pause: (ms: number) => Promise<void>
  /** Sign-ins under one name from one network are judged one after the other: a busy office is not taken for a guesser. */
  readonly inTurn: <T>(key: string, work: () => Promise<T>) => Promise<T>
}

export type PartsInput = Pick<Parts, 'fields' | 'oidc' | 'isDemo' | 'sentenceOf'> &
  Partial<Pick<Parts, 'passwords' | 'pause' | 'phoneTime'>>

export function identityParts(input: PartsInput): Parts {
  return { passwords: passwordsOf(), pause: (ms) => pause(ms), phoneTime: (now) => now, inTurn: turnsByKey(), ...input }
}

export function totpPlace(congressId: number, row: string, column: 'totp_cipher' | 'totp_pending_cipher'): FieldPlace {
  return { congressId, table: 'identity.account', column, row }
}

export function phonePlace(congressId: number, row: string): FieldPlace {
  return { congressId, table: 'identity.account', column: 'phone_cipher', row }
}

export function phoneIndexPlace(congressId: number): IndexPlace {
  return { congressId, table: 'identity.account', column: 'phone_index' }
}
