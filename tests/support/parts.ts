import type { Parts } from '#app/slices.ts'
import { timetable } from '#app/worker.ts'
import { fieldCipher } from '#lib/crypto/field-cipher.ts'
import { keyringOf } from '#lib/crypto/keyring.ts'

/** What modules need beside the database, for tests. `hosts` are what webhooks may call besides the public network. */
export function testParts(hosts = ['localhost'], signIn: Partial<Parts['signIn']> = {}): Parts {
  const fields = fieldCipher(keyringOf(['a key that opens nothing outside the tests']))
  return {
    fields,
    outbound: { allowedHosts: hosts },
    canMail: true,
    timetable: timetable(),
    signIn: { oidc: null, isDemo: false, ...signIn },
  }
}
