/** One field of a form that needs mending: the path in the body and a sentence that says how. */
export interface FieldProblem {
  path: string
  message: string
}

/**
 * An answer of RFC 9457 (`application/problem+json`). `code` is stable and meant for programs, `detail` is a sentence that tells a
 * person what happened and what to do next.
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: readonly FieldProblem[] | undefined
  readonly extra: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { fields?: FieldProblem[]; extra?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.fields = more.fields
    this.extra = more.extra ?? {}
  }

  toJSON(): Record<string, unknown> {
    const { status, code, message: detail, fields } = this
    return { type: `about:blank#${code}`, title: code, status, code, detail, ...(fields && { fields }), ...this.extra }
  }
}

/** 404 for what exists but may not be seen by who asks: the same words as where nothing is, but it goes into the audit log. */
export class Hidden extends Problem {
  constructor(what: string) {
    super(404, 'not-found', notFound(what).message)
  }
}

/** 404: nothing is there, as far as this person may know. */
export function notFound(what = '这一页'): Problem {
  return new Problem(404, 'not-found', `没有找到${what}，或者您无权查看。请核对地址，或从列表重新打开。`)
}
