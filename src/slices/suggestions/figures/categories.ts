import { readDictionary } from '#kernel/categories/api.ts'
import { percent } from '#kernel/metrics/api.ts'
import type { Locale } from '#lib/pure/words.ts'
import { countByCategory } from './figures-store.ts'
import type { CategoryFigure } from './contract.ts'
import type { Reader } from './counting.ts'
import { figuresByField } from './rules/by-category.ts'

/** 按类别: what this reader's lists hold of each field. */
export async function readCategoryFigures(reader: Reader, locale: Locale): Promise<CategoryFigure[]> {
  const { tx, seesConfidential, onlyUnit: unitId, year } = reader
  const { items } = await readDictionary(tx)
  const counts = await countByCategory(tx, { seesConfidential, unitId, year })
  const figures = figuresByField(counts, items, { unitId, year, locale })
  return figures.map((it) => ({ ...it, replyRate: percent(it.replied, it.handedOver) }))
}
