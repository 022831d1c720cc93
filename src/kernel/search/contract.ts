import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'

/** How a thing was found, the best first (product.md 7.4): its exact number, its name, an open item of mine by its text, any by its text. */
export const matches = ['number', 'name', 'mine', 'text'] as const
export const Match = z.enum(matches)
export type Match = z.infer<typeof Match>

/** One thing that a person may be looking for. `kind` is named by the module that found it: `suggestion`, `deputy`, `unit`. */
export const Found = z.object({
  kind: z.string(),
  id: z.uuid(),
  title: z.string(),
  /** What tells it apart from others of that name: whose it is, where it stands. May be empty. */
  detail: z.string(),
  match: Match,
})
export type Found = z.infer<typeof Found>

export const api = define({
  search: {
    method: 'GET',
    path: '/search',
    summary: '全站查找：编号、标题、代表、单位；只含本人可以查看的内容',
    audience: ['signed_in'],
    query: z.object({ q: z.string().trim().min(1).max(80) }),
    ok: z.object({ items: z.array(Found) }),
  },
})
