import { Problem } from '#workbench/kit.ts'

export type Missing = { path: string; message: string }

/** What a form can say before it asks the server, in the same shape as a refusal; null when nothing is missing. */
export function incomplete(fields: readonly (Missing | false | null | undefined)[]): Problem | null {
  const missing = fields.filter((field): field is Missing => Boolean(field))
  if (missing.length === 0) return null
  return new Problem({ status: 422, code: 'incomplete', detail: missing[0]?.message ?? '', fields: missing })
}
