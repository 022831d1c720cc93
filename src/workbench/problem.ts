/** What a person may do with a case at this moment; travels with 409 and 403 (see `#lib/http/refused.ts`). */
export type Now = { status: string; allowed: readonly string[] }

/** A refusal or a failure that the server (or the lack of it) gave, RFC 9457. `message` is the sentence to show. */
export class Problem extends Error {
  readonly status: number
  /** Stable, for programs: `not-found`, `changed-meanwhile`, `offline` … */
  readonly code: string
  /** Path in the sent body and the sentence that says how to mend it. */
  readonly fields: readonly { path: string; message: string }[]
  readonly now: Now | undefined

  constructor(given: { status: number; code: string; detail: string; fields?: Problem['fields']; now?: Now }) {
    super(given.detail)
    this.name = 'Problem'
    this.status = given.status
    this.code = given.code
    this.fields = given.fields ?? []
    this.now = given.now
  }

  /** The sentence of one field, for `FormField`. */
  fieldError(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.message
  }
}

/** Reads a problem+json body; anything else (a proxy's page, an empty answer) becomes a problem with the given sentence. */
export function problemFrom(status: number, body: unknown, fallback: string): Problem {
  if (!isRecord(body) || typeof body['code'] !== 'string' || typeof body['detail'] !== 'string') {
    return new Problem({ status, code: 'unreadable-answer', detail: fallback })
  }
  const fields = Array.isArray(body['fields']) ? body['fields'].filter(isField) : []
  const now = isNow(body['now']) ? body['now'] : undefined
  return new Problem({ status, code: body['code'], detail: body['detail'], fields, ...(now && { now }) })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isField(value: unknown): value is { path: string; message: string } {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string'
}

function isNow(value: unknown): value is Now {
  return isRecord(value) && typeof value['status'] === 'string' && Array.isArray(value['allowed'])
}
