import { categoryName, categoryOptions, isLiving, labelOf } from '#kernel/categories/contract.ts'
import type { Problem } from '#workbench/kit.ts'
import { FormField, SelectOptions, useLocale, useWords } from '#workbench/kit.ts'
import { useCategories } from './calls.ts'
import { workbenchWords } from './words.ts'

/** A field and a class of it in one choice; what was retired since it was chosen still stands there, and says so. */
export function CategoryField({
  value,
  problem,
  onChange,
}: {
  value: string | null
  problem: Problem | null
  onChange: (code: string | null) => void
}) {
  const t = useWords(workbenchWords)
  const locale = useLocale()
  const items = useCategories()
  const isStale = value !== null && items.length > 0 && !isLiving(items, value)
  const stale = isStale ? categoryName(labelOf(items, value), locale) : ''
  return (
    <FormField name="category" label={t.category} hint={isStale ? t.categoryRetired(stale) : t.categoryHint} problem={problem}>
      {({ status: _status, ...control }) => (
        <select {...control} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
          <option value="">{t.chooseCategory}</option>
          {isStale && (
            <option value={value} disabled>
              {stale}
            </option>
          )}
          <SelectOptions options={categoryOptions(items, 'choose', locale)} />
        </select>
      )}
    </FormField>
  )
}

/** What a code is called in the reader's language. */
export function useCategoryName(): (code: string) => string {
  const locale = useLocale()
  const items = useCategories()
  return (code) => categoryName(labelOf(items, code), locale)
}
