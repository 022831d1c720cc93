import { AddInput } from '../contract.ts'
import type { categoryWords } from './words.ts'

/** What stands in the form of a new category, or of a new name. */
export interface Typed {
  readonly zh: string
  readonly en: string
  /** Empty until somebody writes one: then it is made from the English name. */
  readonly code: string
}

/** `Roads & transport` → `roads-transport`. */
export function codeFrom(en: string): string {
  const plain = en.normalize('NFKD').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '')
}

/** The code that would be sent. */
export function codeOf({ code, en }: Typed): string {
  return code.trim() === '' ? codeFrom(en) : code.trim()
}

/** What the server would refuse, in the order of the form; a new name has no code. */
export function missingIn(typed: Typed, t: (typeof categoryWords.zh)['missing'], hasCode: boolean) {
  const { zh, en, code } = AddInput.shape
  return [
    !zh.safeParse(typed.zh).success && { path: 'zh', message: t.zh },
    !en.safeParse(typed.en).success && { path: 'en', message: t.en },
    hasCode && !code.safeParse(codeOf(typed)).success && { path: 'code', message: t.code },
  ].filter((it) => it !== false)
}
