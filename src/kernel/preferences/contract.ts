import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'

/** More chips than this are a list to search in, not a choice at a glance. The table bounds its slots by the same number. */
export const MOST_SAVED = 20

/** A page of the workbench, below `/workbench`: `/suggestions`. */
const Page = z
  .string()
  .max(100)
  .regex(/^(\/|(\/[a-z0-9-]+)+)$/, '请写页面在工作台中的路径，例如 /suggestions。')

/** 常用筛选: a name for the query of a list page, as it stands in the address without `?`. */
export const SavedFilter = z.object({ id: z.uuid(), page: z.string(), name: z.string(), query: z.string() })
export type SavedFilter = z.infer<typeof SavedFilter>

export const SaveFilterInput = z.strictObject({
  page: Page,
  name: z.string().trim().min(1, '请写一个名称。').max(20, '名称最多 20 个字。'),
  query: z.string().min(1).max(500),
})
export type SaveFilterInput = z.infer<typeof SaveFilterInput>

export const SavedFilters = z.object({ items: z.array(SavedFilter) })
export type SavedFilters = z.infer<typeof SavedFilters>

export const api = define({
  listSavedFilters: {
    method: 'GET',
    path: '/me/filters',
    summary: '我的常用筛选',
    audience: ['signed_in'],
    ok: SavedFilters,
  },
  saveFilter: {
    method: 'POST',
    path: '/me/filters',
    summary: '保存常用筛选；同一页面上名称相同的换成新的，最多 20 个',
    audience: ['signed_in'],
    body: SaveFilterInput,
    ok: SavedFilters,
  },
  removeFilter: {
    method: 'DELETE',
    path: '/me/filters/{id}',
    summary: '删除一个常用筛选',
    audience: ['signed_in'],
    params: z.object({ id: z.uuid() }),
    ok: SavedFilters,
  },
})
