import type { Violation } from './imports.ts'
import type { Source } from './sources.ts'

const WRITE = /(?:insertInto|updateTable|deleteFrom)\(\s*['"`](\w+)\.\w+|(?:insert\s+into|update|delete\s+from)\s+(\w+)\.\w+/g

/** Which schemas a folder may write; a folder that is not here may write the schema of its own name. */
const extra: Readonly<Record<string, readonly string[]>> = {
  idempotency: ['platform'],
  jobs: ['graphile_worker'],
}

/** A store writes only its own schema; it may join kernel tables for reading. */
export function ownershipViolations(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path, text }) => {
    const owner = /^src\/(?:slices|kernel)\/([\w-]+)\//.exec(path)?.[1]
    if (!owner) return []
    const written = [...text.matchAll(WRITE)].map((match) => (match[1] ?? match[2])!)
    const foreign = written.filter((schema) => schema !== owner && !extra[owner]?.includes(schema))
    return [...new Set(foreign)].map((schema) => ({
      file: path,
      sentence: `${path} writes schema ${schema}, which is not its own`,
    }))
  })
}
