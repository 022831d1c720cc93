import { hashPassword, insertAccounts, passwordsOf, phoneIndexPlace, phonePlace, type Passwords, type Role } from './api.ts'
import type { FieldCipher } from '#lib/crypto/field-cipher.ts'
import type { Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'

export const PASSWORD = 'Kx7#mPq2vLat'

let known: Promise<string> | undefined

/** Settles an account that signs in with `PASSWORD`. Answers its id. */
export async function settleAccount(
  tx: Tx,
  at: Date,
  it: { login: string; name?: string; roles?: Role[]; phone?: string; unitId?: string; deputyId?: string },
  fields?: FieldCipher,
): Promise<string> {
  known ??= hashPassword(PASSWORD)
  const id = newId()
  const { login, name = login, roles = [], phone, unitId, deputyId } = it
  const sealed =
    phone === undefined || fields === undefined
      ? {}
      : {
          phoneCipher: fields.seal(phonePlace(tx.congressId, id), phone),
          phoneIndex: fields.index(phoneIndexPlace(tx.congressId), phone),
        }
  const row = { id, login, name, roles, passwordHash: await known, unitId: unitId ?? null, deputyId: deputyId ?? null }
  await insertAccounts(tx, [{ ...row, ...sealed }], at, null)
  return id
}

/** The real hashing with a count of verifications, to compare what two requests cost without a clock. */
export function countedPasswords(): Passwords & { verified: number } {
  const real = passwordsOf()
  const counted = {
    verified: 0,
    hash: real.hash,
    verify: (hash: string | null, password: string) => {
      counted.verified += 1
      return real.verify(hash, password)
    },
  }
  return counted
}
