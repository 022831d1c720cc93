import { categoryName, fieldOf, labelOf, type Category } from '#kernel/categories/contract.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { CategoryFigure } from '../contract.ts'
import { addressOf } from './catalogue.ts'

/** What was handed over and answered, of one code; `inSession`: of what was handed over, what was put in a session. */
export interface CategoryCounts {
  readonly category: string
  readonly handedOver: number
  readonly inSession: number
  readonly replied: number
}

/** Counted on the first level, the most handed over first; each number with the list of its rows, of all or of one unit. */
export function figuresByField(
  counts: readonly CategoryCounts[],
  items: readonly Category[],
  { locale, ...only }: { unitId: string | null; year: number | null; locale: Locale },
): Omit<CategoryFigure, 'replyRate'>[] {
  const fields = [...new Set([...items.map(({ code }) => code), ...counts.map(({ category }) => category)].map(fieldOf))]
  return fields
    .map((code) => {
      const own = counts.filter(({ category }) => fieldOf(category) === code)
      const [handedOver, replied] = [sum(own, 'handedOver'), sum(own, 'replied')]
      const list = (more: { answered?: 'yes' | 'no' }) =>
        addressOf({ of: 'suggestions', query: { category: code, handed: 'yes', ...more } }, only)
      return {
        code,
        name: categoryName(labelOf(items, code), locale),
        handedOver,
        inSession: sum(own, 'inSession'),
        replied,
        list: list({}),
        repliedList: list({ answered: 'yes' }),
        openList: list({ answered: 'no' }),
      }
    })
    .filter((it) => it.handedOver > 0)
    .toSorted((a, b) => b.handedOver - a.handedOver)
}

function sum(counts: readonly CategoryCounts[], key: 'handedOver' | 'inSession' | 'replied'): number {
  return counts.reduce((all, it) => all + it[key], 0)
}
