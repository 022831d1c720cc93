import type { Split } from '../rules/split-paste.ts'

/** The fields that a whole text is split into. */
export interface Fields {
  readonly title: string
  readonly matter: string
  readonly requests: readonly string[]
}

/** `replace` puts the split in the place of what is written, `append` behind it. */
export type Way = 'replace' | 'append'

/** True where somebody has written anything that a split would take the place of. */
export function isWritten({ title, matter, requests }: Fields): boolean {
  return [title, matter, ...requests].some((text) => text.trim() !== '')
}

/**
 * The fields after a split was taken. Appending keeps every word of both: a second title becomes the first line of what is added to the
 * matter. `keepsLeftOut` adds the lines that have no field to the end of the matter.
 */
export function taken(now: Fields, split: Split, { way, keepsLeftOut }: { way: Way; keepsLeftOut: boolean }) {
  const leftOut = keepsLeftOut ? split.leftOut : []
  if (way === 'replace' || !isWritten(now)) {
    return fieldsOf(split.title, [split.matter, ...leftOut], split.requests)
  }
  const hasTitle = now.title.trim() !== ''
  const matter = [now.matter, hasTitle ? split.title : '', split.matter, ...leftOut]
  return fieldsOf(hasTitle ? now.title : split.title, matter, [...now.requests, ...split.requests])
}

function fieldsOf(title: string, matter: readonly string[], requests: readonly string[]) {
  const kept = requests.filter((it) => it.trim() !== '')
  return { title, matter: matter.filter((it) => it !== '').join('\n'), requests: kept.length > 0 ? kept : [''] }
}
