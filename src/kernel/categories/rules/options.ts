import { pick, type Locale } from '#lib/pure/words.ts'
import type { Category } from '../contract.ts'
import { fieldOf, isClass, isLiving } from './reading.ts'

interface Option {
  readonly value: string
  readonly label: string
}

const told = {
  choose: { zh: (name: string) => `${name}（综合）`, en: (name: string) => `${name} (general)` },
  filter: { zh: (name: string) => `${name}（全部）`, en: (name: string) => `${name} (all)` },
  retired: { zh: (name: string) => `${name}（已停用）`, en: (name: string) => `${name} (retired)` },
}

/**
 * The dictionary as two steps of a choice: a field with its classes, itself the first of them, or a field alone that has none. To
 * `choose` for something new, only what is living is offered, and a field means that none of its classes fits; to `filter` a list, the
 * retired ones are there too, and a field means all that is in it.
 */
export function categoryOptions(
  items: readonly Category[],
  purpose: 'choose' | 'filter',
  locale: Locale,
): (Option | { readonly label: string; readonly options: readonly Option[] })[] {
  const offered = purpose === 'filter' ? items : items.filter((it) => isLiving(items, it.code))
  const nameOf = (it: Category): string => {
    const name = pick(locale, it)
    return isLiving(items, it.code) ? name : pick(locale, told.retired)(name)
  }
  const optionOf = (it: Category): Option => ({ value: it.code, label: nameOf(it) })
  return offered
    .filter((it) => !isClass(it.code))
    .map((field) => {
      const classes = offered.filter((it) => isClass(it.code) && fieldOf(it.code) === field.code)
      if (classes.length === 0) return optionOf(field)
      const whole = { value: field.code, label: pick(locale, told[purpose])(pick(locale, field)) }
      return { label: nameOf(field), options: [whole, ...classes.map(optionOf)] }
    })
}
