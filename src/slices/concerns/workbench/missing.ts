import { Problem } from '#workbench/kit.ts'

/** What is still missing, in the same shape as a refusal; null when nothing is. */
export function missingOf(missing: readonly { path: string; message: string | null }[]): Problem | null {
  const fields = missing.flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]))
  const [first] = fields
  return first ? new Problem({ status: 422, code: 'incomplete', detail: first.message, fields }) : null
}
