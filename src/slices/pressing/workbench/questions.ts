import { Problem } from '#workbench/kit.ts'
import type { Picked } from './pickers.tsx'

/** What a form holds: text as it was typed, or what was chosen. */
export type Value = string | readonly Picked[]
export type Values = Readonly<Record<string, Value>>

type Asked = { readonly name: string; readonly label: string; readonly hint?: string; readonly isOptional?: boolean }
export type Question = Asked &
  (
    | { readonly kind: 'line' | 'text'; readonly most: number }
    | { readonly kind: 'day'; readonly min?: string; readonly max?: string }
    | { readonly kind: 'number' }
    | { readonly kind: 'choice' | 'checks'; readonly options: readonly { value: string; label: string }[] }
    | { readonly kind: 'unit' | 'units' | 'suggestions' | 'deputies' }
  )

export function textOf(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

export function pickedOf(values: Values, name: string): readonly Picked[] {
  const value = values[name]
  return typeof value === 'object' ? value : []
}

export function idsOf(values: Values, name: string): string[] {
  return pickedOf(values, name).map((it) => it.id)
}

/** The number that was typed; what is none is sent as it cannot be, so that the server says so at the field. */
export function numberOf(values: Values, name: string): number | null {
  const text = textOf(values, name)
  return text === '' ? null : Number(text)
}

/** What is still missing, in the same shape as a refusal; null when nothing is. */
export function missingIn(questions: readonly Question[], values: Values, sentence: (label: string) => string): Problem | null {
  const isEmpty = ({ name }: Question) => textOf(values, name) === '' && pickedOf(values, name).length === 0
  const fields = questions
    .filter((it) => !it.isOptional && isEmpty(it))
    .map((it) => ({ path: it.name, message: sentence(it.label) }))
  return fields[0] ? new Problem({ status: 422, code: 'incomplete', detail: fields[0].message, fields }) : null
}

/** The same problem with the fields of one form of the page, where others may have fields of the same name. */
export function within(form: string, problem: Problem | null): Problem | null {
  if (!problem) return null
  const { status, code, message: detail, fields } = problem
  return new Problem({ status, code, detail, fields: fields.map((it) => ({ ...it, path: `${form}.${it.path}` })) })
}
