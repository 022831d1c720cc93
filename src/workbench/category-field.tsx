import { useQuery } from '@tanstack/react-query'
import type { Category, CategoryLabel } from '#kernel/categories/contract.ts'
import type { categoriesApi } from '#kernel/categories/endpoints.ts'
import { categoryOptions } from '#kernel/categories/rules/options.ts'
import { categoryName, isLiving, labelOf } from '#kernel/categories/rules/reading.ts'
import { useLocale, useWords } from '#lib/ui/locale.tsx'
import { SelectOptions } from '#lib/ui/select-options.tsx'

import { client } from './client.ts'
import type { FilterSpec } from './filter-bar.tsx'
import { FormField } from './form-field.tsx'
import type { Problem } from './problem.ts'
import { words } from './words.ts'

const calls = client<Pick<typeof categoriesApi, 'listCategories'>>({ listCategories: ['GET', '/categories'] })

/** The dictionary of categories; empty until it is there. */
function useCategories(): readonly Category[] {
  return useQuery({ queryKey: ['categories'], queryFn: () => calls.listCategories() }).data?.items ?? []
}

/** What a code is called in the reader's language. */
export function useCategoryName(): (code: string) => string {
  const locale = useLocale()
  const items = useCategories()
  return (code) => categoryName(labelOf(items, code), locale)
}

/** The category that a row carries, on one line. */
export function CategoryName({ of }: { of: CategoryLabel }) {
  return <span className="one-line">{categoryName(of, useLocale())}</span>
}

/** A list of one field with all its classes, or of one class; the retired ones are still there to look for. */
export function useCategoryFilter(label: string): FilterSpec {
  return { kind: 'select', name: 'category', label, options: categoryOptions(useCategories(), 'filter', useLocale()) }
}

/** A field and a class of it in one choice; what was retired since it was chosen still stands there, and says so. */
export function CategoryField({
  label,
  value,
  problem,
  onChange,
}: {
  label: string
  value: string | null
  problem: Problem | null
  onChange: (code: string | null) => void
}) {
  const t = useWords(words)
  const locale = useLocale()
  const items = useCategories()
  const isStale = value !== null && items.length > 0 && !isLiving(items, value)
  const stale = isStale ? categoryName(labelOf(items, value), locale) : ''
  return (
    <FormField name="category" label={label} hint={isStale ? t.categoryRetired(stale) : t.categoryHint} problem={problem}>
      {({ status: _status, ...control }) => (
        <select {...control} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
          <option value="">{t.choose}</option>
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
