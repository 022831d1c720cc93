import { useWords } from '#workbench/kit.ts'
import { figureWords, toldFilters } from '../words.ts'

/** The page of the workbench with the rows behind a figure; the words of its filter travel along and stand over the list. */
export function useLinks(): (list: string | null) => string | undefined {
  const { filters } = useWords(figureWords)
  return (list) => {
    if (list === null) return undefined
    const told = toldFilters(filters, Object.fromEntries(new URLSearchParams(list.split('?')[1])))
    return `/workbench${list}${told.length > 0 ? `&only=${encodeURIComponent(told.join('、'))}` : ''}`
  }
}
