import type * as z from 'zod'

import type { Endpoint } from '#lib/http/contract.ts'
import { client } from '../client.ts'

/** A row as the sample server sends it. */
export type StoryRow = { id: string; title: string; unit: string; days: number; allowed: string[] }

type StoryApi = {
  list: Endpoint & {
    method: 'GET'
    path: '/story/rows'
    query: z.ZodObject<{ cursor: z.ZodOptional<z.ZodString>; unit: z.ZodOptional<z.ZodString>; q: z.ZodOptional<z.ZodString> }>
    ok: z.ZodObject<{ items: z.ZodArray<z.ZodType<StoryRow>>; next: z.ZodNullable<z.ZodString> }>
  }
  assign: Endpoint & {
    method: 'POST'
    path: '/story/rows/{id}/assign'
    params: z.ZodObject<{ id: z.ZodString }>
    body: z.ZodObject<{ unit: z.ZodString; reason: z.ZodString }>
    ok: z.ZodType<StoryRow>
  }
}

export const api = client<StoryApi>({
  list: ['GET', '/story/rows'],
  assign: ['POST', '/story/rows/{id}/assign'],
})
