/** One form for what people type and what was written: full width, case and white space do not count (Unicode NFKC). */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200B-\u200D\uFEFF]+/g, '')
}

/** Every two neighbouring characters, once each, of a text that is already in one form. */
export function pairsOf(normal: string): string[] {
  const characters = [...normal]
  const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`)
  return [...new Set(pairs)]
}

/** The query that asks for all pairs of a fragment, in PostgreSQL's syntax; null where the fragment has no pair. */
export function queryOf(fragment: string): string | null {
  const pairs = pairsOf(fragment)
  if (pairs.length === 0) return null
  return pairs.map((pair) => `'${pair.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' & ')
}
