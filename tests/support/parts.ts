import type { Parts } from '#app/slices.ts'
import { fieldCipher } from '#lib/crypto/field-cipher.ts'
import { keyringOf } from '#lib/crypto/keyring.ts'

/** What modules need beside the database, for tests. `hosts` are the local receivers that webhooks may call. */
export function testParts(hosts: string[] = []): Parts {
  const fields = fieldCipher(keyringOf(['a key that opens nothing outside the tests']))
  return { fields, outbound: { allowedHosts: hosts }, canMail: true }
}
