import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Keyring } from './keyring.ts'

/** Where a field lives. It is sealed into the text, so a value that was copied to another row or tenant does not open. */
export interface FieldPlace {
  readonly congressId: number
  readonly table: string
  readonly column: string
  /** The id of the row. */
  readonly row: string
}

/** Which column an index belongs to: the same number has another index in every congress and every column. */
export type IndexPlace = Omit<FieldPlace, 'row'>

/** Encrypts single fields, with keys that are derived for each congress (PIPL 51; reliability 3.8). */
export interface FieldCipher {
  /** `alg|kid|iv|ct|tag`: the algorithm and the key are named in every text, so both can change over time. */
  seal(place: FieldPlace, text: string): string
  /** Throws where the text was changed, moved, or sealed with a key that is no longer in the ring. */
  open(place: FieldPlace, sealed: string): string
  /** False where a newer key should be used; what is old still opens. */
  isCurrent(sealed: string): boolean
  /** For equality search without decryption, with the current key. */
  index(place: IndexPlace, text: string): string
  /** The same with every key of the ring, for reading while a rotation is under way. */
  indexes(place: IndexPlace, text: string): string[]
}

const ALGORITHM = 'A256GCM'

export function fieldCipher(keyring: Keyring): FieldCipher {
  const derive = remembered((kid: string, purpose: string) => keyring.derive(kid, purpose))
  const dataKey = (kid: string, place: FieldPlace) => derive(kid, `field ${place.congressId}`)
  const index = (kid: string, { congressId, table, column }: IndexPlace, text: string) => {
    const key = derive(kid, `index ${congressId} ${table}.${column}`)
    return `${kid}:${createHmac('sha256', key).update(text).digest('base64url')}`
  }
  return {
    seal: (place, text) => seal(keyring.currentId, dataKey(keyring.currentId, place), place, text),
    open: (place, sealed) => open((kid) => dataKey(kid, place), place, sealed),
    isCurrent: (sealed) => sealed.startsWith(`${ALGORITHM}|${keyring.currentId}|`),
    index: (place, text) => index(keyring.currentId, place, text),
    indexes: (place, text) => keyring.ids.map((kid) => index(kid, place, text)),
  }
}

function seal(kid: string, key: Buffer, place: FieldPlace, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(placeBytes(place))
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [ALGORITHM, kid, ...[iv, ct, cipher.getAuthTag()].map((it) => it.toString('base64url'))].join('|')
}

function open(keyOf: (kid: string) => Buffer, place: FieldPlace, sealed: string): string {
  const [algorithm, kid, ...rest] = sealed.split('|')
  const [iv, ct, tag] = rest.map((it) => Buffer.from(it, 'base64url'))
  if (algorithm !== ALGORITHM || !kid || !iv || !ct || tag?.length !== 16) throw new Error('Not a sealed field')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(kid), iv, { authTagLength: 16 })
    .setAAD(placeBytes(place))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(ct), decipher.final()]).toString('utf8')
}

function placeBytes({ congressId, table, column, row }: FieldPlace): Buffer {
  return Buffer.from([congressId, table, column, row].join('|'))
}

/** Derived keys are few (keys × congresses × columns); each is computed once. */
function remembered<A extends string[], T>(compute: (...args: A) => T): (...args: A) => T {
  const known = new Map<string, T>()
  return (...args) => {
    const name = args.join('\n')
    const found = known.get(name) ?? compute(...args)
    known.set(name, found)
    return found
  }
}
