import { Problem } from '#workbench/kit.ts'

export type Missing = { path: string; message: string }

/** What a form can say before it asks the server, in the same shape as a refusal; null when nothing is missing. */
export function missing(fields: readonly (Missing | false)[]): Problem | null {
  const found = fields.filter((field): field is Missing => field !== false)
  const [first] = found
  return first ? new Problem({ status: 422, code: 'incomplete', detail: first.message, fields: found }) : null
}
