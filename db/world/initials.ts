import { pinyin } from 'pinyin-pro'

/** `市房产局` → `sfcj`: what people type to find a name. */
export function initialsOf(name: string, kind: 'person' | 'thing' = 'thing'): string {
  const letters = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: kind === 'person' ? 'head' : 'off' })
  return letters.join('').replaceAll(/[^a-z0-9]/gi, '').toLowerCase()
}
