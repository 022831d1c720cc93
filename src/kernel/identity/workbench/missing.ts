import { Problem } from '#workbench/kit.ts'

/** What a form can say before it asks the server, in the shape of a refusal; null when nothing is missing. */
export function missing(fields: readonly ({ path: string; message: string } | false)[]): Problem | null {
  const found = fields.filter((field) => field !== false)
  if (found.length === 0) return null
  return new Problem({ status: 422, code: 'incomplete', detail: found[0]?.message ?? '', fields: found })
}
