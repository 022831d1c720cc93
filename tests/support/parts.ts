import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Parts } from '#app/slices.ts'
import { timetable } from '#app/worker.ts'
import { folderBlobStore } from '#kernel/files/api.ts'
import { fieldCipher } from '#lib/crypto/field-cipher.ts'
import { keyringOf } from '#lib/crypto/keyring.ts'

/** Shared by the server and the jobs of one test file. */
const folder = join(tmpdir(), `minyi-test-files-${process.pid}`)
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** What modules need beside the database, for tests. `hosts` are what webhooks may call besides the public network. */
export function testParts(hosts = ['localhost'], signIn: Partial<Parts['signIn']> = {}): Parts {
  const fields = fieldCipher(keyringOf(['a key that opens nothing outside the tests']))
  return {
    fields,
    blobs: folderBlobStore(folder),
    // Stands for ClamAV: knows the file that every scanner must find.
    scan: async (bytes) => (bytes.includes('EICAR-STANDARD-ANTIVIRUS') ? 'Eicar-Test-Signature' : null),
    outbound: { allowedHosts: hosts },
    canMail: true,
    timetable: timetable(),
    signIn: { oidc: null, isDemo: false, ...signIn },
  }
}
