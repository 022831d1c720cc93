export type Unit = { id: string; name: string; shortName: string; initials: string }

/** True when what was typed is part of the name, or of the pinyin initials: 市房产局 by `房产` or `fcj`. */
export function isMatch(unit: Unit, typed: string): boolean {
  const wanted = typed.replaceAll(/\s/g, '').toLowerCase()
  if (wanted === '') return true
  return unit.name.includes(wanted) || unit.shortName.includes(wanted) || unit.initials.toLowerCase().includes(wanted)
}

/** The units with one of them first, as the one that the deputy proposed. */
export function withFirst<U extends { id: string }>(units: readonly U[], id: string | undefined): U[] {
  return [...units.filter((unit) => unit.id === id), ...units.filter((unit) => unit.id !== id)]
}
