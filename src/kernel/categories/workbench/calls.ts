import { useQuery } from '@tanstack/react-query'
import { client } from '#workbench/kit.ts'
import type { categoriesApi } from '../endpoints.ts'

export const calls = client<Omit<typeof categoriesApi, 'listPublicCategories'>>({
  listCategories: ['GET', '/categories'],
  addCategory: ['POST', '/categories'],
  renameCategory: ['PUT', '/categories/{code}'],
  moveCategory: ['POST', '/categories/{code}/move'],
  retireCategory: ['POST', '/categories/{code}/retire'],
  restoreCategory: ['POST', '/categories/{code}/restore'],
})

/** What a change of the dictionary makes stale: itself, and whatever shows the name of a category. */
export const topics = ['categories', 'suggestions'] as const

export function useDictionary() {
  return useQuery({ queryKey: ['categories'], queryFn: () => calls.listCategories() })
}
