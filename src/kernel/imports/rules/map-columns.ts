/** What a header is compared by: no spaces, no brackets' width, no marks between a group and its parts. */
export function bareHeader(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s_*:：、（）()]/g, '')
    .toLowerCase()
}

interface Known {
  readonly key: string
  readonly label: string
  readonly aliases?: readonly string[]
}

/**
 * Which header stands for which column: key → header. A header is known by its whole name or, under a group (`答复_日期`), by its last
 * part; whole names win, and no header is given twice. What is not known stays out: nothing is guessed.
 */
export function mapColumns(columns: readonly Known[], headers: readonly string[]): Record<string, string> {
  const mapping: Record<string, string> = {}
  const taken = new Set<string>()
  for (const partOf of [bareHeader, lastPart]) {
    for (const { key, label, aliases = [] } of columns) {
      if (mapping[key]) continue
      const names = [label, ...aliases].map(bareHeader)
      const found = headers.find((header) => !taken.has(header) && names.includes(partOf(header)))
      if (!found) continue
      mapping[key] = found
      taken.add(found)
    }
  }
  return mapping
}

/** Names under which the header row is looked for: those of the columns, with and without a group's name before them. */
export function headerNames(columns: readonly Known[]): string[] {
  return columns.flatMap(({ label, aliases = [] }) => [label, ...aliases])
}

function lastPart(header: string): string {
  return bareHeader(header.split('_').at(-1) ?? '')
}
