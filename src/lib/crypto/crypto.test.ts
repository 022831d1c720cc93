import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { assert, property, string } from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fieldCipher, type FieldPlace } from './field-cipher.ts'
import { keyringOf, loadMasterKey } from './keyring.ts'

const OLD = 'a'.repeat(32)
const NEW = 'b'.repeat(32)
const cipher = fieldCipher(keyringOf([OLD]))
const place: FieldPlace = { congressId: 1, table: 'identity.account', column: 'phone_cipher', row: 'r1' }

const folder = await mkdtemp(join(tmpdir(), 'minyi-keys-'))
afterAll(() => rm(folder, { recursive: true }))

test('PLT-16 whatever is sealed opens again, and never looks the same twice', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const sealed = cipher.seal(place, text)
      expect(cipher.open(place, sealed)).toBe(text)
      expect(cipher.seal(place, text)).not.toBe(sealed)
    }),
  )
})

test.each([
  ['congress', { congressId: 2 }],
  ['table', { table: 'voices.voice' }],
  ['column', { column: 'email_cipher' }],
  ['row', { row: 'r2' }],
])('PLT-16 a value that was moved to another %s does not open', (_, other) => {
  const sealed = cipher.seal(place, '13800138000')
  expect(() => cipher.open({ ...place, ...other }, sealed)).toThrow()
})

test('PLT-16 a value with any part changed does not open', () => {
  const parts = cipher.seal(place, '13800138000').split('|')
  for (const [at, part] of parts.entries()) {
    const other = at < 2 ? `${part}x` : (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
    const changed = parts.with(at, other).join('|')
    expect(() => cipher.open(place, changed), changed).toThrow()
  }
  expect(() => cipher.open(place, parts.slice(0, 4).join('|'))).toThrow('Not a sealed field')
})

test('PLT-16 after a rotation old values open, new ones use the new key, and both indexes are found', () => {
  const rotated = fieldCipher(keyringOf([NEW, OLD]))
  const sealed = cipher.seal(place, '13800138000')
  expect(rotated.open(place, sealed)).toBe('13800138000')
  expect([rotated.isCurrent(sealed), rotated.isCurrent(rotated.seal(place, 'x'))]).toEqual([false, true])
  expect(rotated.indexes(place, '13800138000')).toContain(cipher.index(place, '13800138000'))
  expect(() => fieldCipher(keyringOf([NEW])).open(place, sealed)).toThrow('主密钥')
})

test('PLT-16 the index of one number differs by congress and column, and does not show the number', () => {
  const indexes = [place, { ...place, congressId: 2 }, { ...place, column: 'x' }].map((it) => cipher.index(it, '13800138000'))
  expect(new Set(indexes).size).toBe(3)
  expect(indexes.join()).not.toContain('13800138000')
})

test('the master key is made once, by whoever comes first, for its owner alone', async () => {
  const settings = { MINYI_DATA_DIR: folder }
  const rings = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(settings)))
  expect(new Set(rings.map((it) => it.currentId)).size).toBe(1)
  const path = join(folder, 'keys', 'master.key')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await readFile(path, 'utf8')).trim()).toHaveLength(43)
  await chmod(path, 0o644)
  await expect(loadMasterKey(settings)).rejects.toThrow('chmod 600')
})

test('the variable wins over the file, and a short key is refused', async () => {
  const ring = await loadMasterKey({ MINYI_SECRET_KEY: `${NEW},${OLD}`, MINYI_DATA_DIR: folder })
  expect(ring.ids).toEqual([keyringOf([NEW]).currentId, keyringOf([OLD]).currentId])
  await expect(loadMasterKey({ MINYI_SECRET_KEY: 'short', MINYI_DATA_DIR: folder })).rejects.toThrow('32')
})
