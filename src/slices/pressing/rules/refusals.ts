import type { Refusal } from '#lib/pure/refusal.ts'

export function forbidden(code: string, sentence: string): Refusal {
  return { kind: 'forbidden', code, sentence }
}

export function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}

/** Somebody else was faster, or the step was never open. */
export function wrongStatus(what: string): Refusal {
  return conflict('wrong-status', `${what}现在的状态不能做这一步，可能别人刚刚处理过。请刷新后看现在可以做什么。`)
}
