import { Problem, type CallOptions } from '#workbench/kit.ts'
import type { Action, Detail } from '../contract.ts'
import { calls } from './calls.ts'

/** Acts that are a small form; a rating has one of its own. */
export const formActions = ['report', 'keep', 'carry', 'giveUp', 'ask'] as const satisfies readonly Action[]
export type FormAction = (typeof formActions)[number]

export type Values = Readonly<Record<string, string>>
export type Question = { readonly name: string; readonly kind: 'text' | 'line' | 'day'; readonly most: number }

/** What each act asks, by the names of the sent body. */
export const questions: Readonly<Record<FormAction, readonly Question[]>> = {
  report: [{ name: 'text', kind: 'text', most: 2000 }],
  keep: [
    { name: 'text', kind: 'text', most: 2000 },
    { name: 'evidence', kind: 'line', most: 500 },
  ],
  carry: [
    { name: 'dueOn', kind: 'day', most: 10 },
    { name: 'explanation', kind: 'text', most: 1000 },
  ],
  giveUp: [{ name: 'reason', kind: 'text', most: 2000 }],
  ask: [{ name: 'note', kind: 'text', most: 300 }],
}

type Sending = (id: string, values: Values, options: CallOptions | undefined) => Promise<Detail>

export const sending: Readonly<Record<FormAction, Sending>> = {
  report: (id, { text = '' }, options) => calls.reportCommitment({ params: { id }, body: { text } }, options),
  keep: (id, { text = '', evidence = '' }, options) =>
    calls.keepCommitment({ params: { id }, body: { text, evidence } }, options),
  carry: (id, { dueOn = '', explanation = '' }, options) =>
    calls.carryCommitment({ params: { id }, body: { dueOn, explanation } }, options),
  giveUp: (id, { reason = '' }, options) => calls.giveUpCommitment({ params: { id }, body: { reason } }, options),
  ask: (id, { note = '' }, options) => calls.askAboutCommitment({ params: { id }, body: { note } }, options),
}

/** The values without the blanks around them. */
export function trimmed(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()]))
}

/** What is still missing, in the same shape as a refusal; null when nothing is. */
export function missingOf(missing: readonly { path: string; message: string }[]): Problem | null {
  const [first] = missing
  return first ? new Problem({ status: 422, code: 'incomplete', detail: first.message, fields: [...missing] }) : null
}

/** The same problem with the fields of one form of the page, where others may have fields of the same name. */
export function within(form: string, problem: Problem | null): Problem | null {
  if (!problem) return null
  const { status, code, message: detail, fields } = problem
  return new Problem({ status, code, detail, fields: fields.map((it) => ({ ...it, path: `${form}.${it.path}` })) })
}
