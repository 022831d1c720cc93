/** What a new version of a procedure profile changes, in words, so that a person decides on sentences and not on settings (PLT-03). */
import { pick, type Locale } from '#lib/pure/words.ts'
import type { SuggestionProfile } from './profile.ts'
import { orderKeys, profileLines, type ProfileLine } from './profile-lines.ts'
import { profileWords } from './profile-words.ts'

export interface Difference {
  readonly key: string
  readonly label: string
  readonly before: string
  readonly after: string
  /** The provision behind the new value, behind the old one where the setting falls away; null where none is kept. */
  readonly basis: string | null
}

/** Every setting in which two profiles differ, in the order of the profile; none exactly where they are equal. */
export function profileDifferences(before: SuggestionProfile, after: SuggestionProfile, locale: Locale): Difference[] {
  const absent = pick(locale, profileWords).absent
  const [old, fresh] = [profileLines(before, locale), profileLines(after, locale)]
  const changed = keysOf(old, fresh).flatMap((key) => {
    const [one, other] = [find(old, key), find(fresh, key)]
    const line = other ?? one
    if (!line || one?.text === other?.text) return []
    const basis = (other?.basis ?? one?.basis)?.text ?? null
    return [{ key, label: line.label, before: one?.text ?? absent, after: other?.text ?? absent, basis }]
  })
  return [...withoutSelfEvident(changed, absent), ...basisDifferences(old, fresh)]
}

/** A provision is compared where the setting has one before and after; one that comes or goes is told with its setting. */
function basisDifferences(old: readonly ProfileLine[], fresh: readonly ProfileLine[]): Difference[] {
  const [before, after] = [basesOf(old), basesOf(fresh)]
  return [...after].flatMap(([label, text]) => {
    const was = before.get(label)
    return was === undefined || was === text ? [] : [{ key: label, label, before: was, after: text, basis: null }]
  })
}

function basesOf(lines: readonly ProfileLine[]): Map<string, string> {
  return new Map(lines.flatMap(({ basis }) => (basis ? [[basis.label, basis.text] as const] : [])))
}

/** The order of a list says nothing new beside an entry that was added or removed. */
function withoutSelfEvident(changed: readonly Difference[], absent: string): Difference[] {
  const grown = changed.filter((it) => it.before === absent || it.after === absent).map((it) => listOf(it.key))
  return changed.filter(({ key }) => !orderKeys.has(key) || !grown.includes(listOf(key)))
}

function listOf(key: string): string {
  return /^\w+/.exec(key)?.[0] ?? key
}

/** The keys of both, an entry that fell away beside its old neighbours. */
function keysOf(old: readonly ProfileLine[], fresh: readonly ProfileLine[]): string[] {
  const keys = fresh.map((it) => it.key)
  old.forEach(({ key }, at) => {
    if (keys.includes(key)) return
    const before = old[at - 1]?.key
    keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
  })
  return keys
}

function find(lines: readonly ProfileLine[], key: string): ProfileLine | undefined {
  return lines.find((it) => it.key === key)
}
