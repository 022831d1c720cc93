import { pick, type Locale } from '#lib/pure/words.ts'
import type { Category, CategoryLabel, Names } from '../contract.ts'

/** The code of the field that a code belongs to: its own, where it is one. */
export function fieldOf(code: string): string {
  return code.split('.')[0]!
}

export function isClass(code: string): boolean {
  return code.includes('.')
}

/** Those that stand beside a category, itself among them: the fields, or the classes of its field; in their order. */
export function siblingsOf<C extends Pick<Category, 'code'>>(items: readonly C[], code: string): C[] {
  return items.filter((it) => isClass(it.code) === isClass(code) && (!isClass(code) || fieldOf(it.code) === fieldOf(code)))
}

/** May be chosen for something new: neither it nor its field is retired. */
export function isLiving(items: readonly Category[], code: string): boolean {
  const own = [code, fieldOf(code)].map((one) => items.find((it) => it.code === one))
  return own.every((it) => it !== undefined && it.retiredOn === null)
}

/** What a code is called, or the code itself where no dictionary knows it: history must stay readable. */
export function labelOf(items: readonly Category[], code: string): CategoryLabel {
  const named = (one: string): Names => namesOf(items.find((it) => it.code === one) ?? { zh: one, en: one })
  return { code, field: named(fieldOf(code)), class: isClass(code) ? named(code) : null }
}

export function namesOf({ zh, en }: Names): Names {
  return { zh, en }
}

/** `城乡建设·道路交通`, or the field alone. */
export function categoryName(label: Pick<CategoryLabel, 'field' | 'class'>, locale: Locale): string {
  const field = pick(locale, label.field)
  if (label.class === null) return field
  return locale === 'en' ? `${field} · ${pick(locale, label.class)}` : `${field}·${pick(locale, label.class)}`
}
