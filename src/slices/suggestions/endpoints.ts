import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { Detail, Item, ListQuery, Profile, PublicDetail, PublicItem, Status, Summary } from './contract.ts'

/** Every operation of the slice; paths stand under `/api/v1`. */
const byId = z.object({ id: z.uuid() })
const office = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const readers = ['deputy', 'handling_unit', ...office] as const

export const api = define({
  listSuggestions: {
    method: 'GET',
    path: '/suggestions',
    summary: '建议列表',
    audience: readers,
    query: ListQuery,
    ok: pageOf(Item),
  },
  listTurns: {
    method: 'GET',
    path: '/suggestions/turns',
    summary: '等我处理的建议，急的在前，先来先办',
    audience: readers,
    query: pageQuery.extend({
      cursor: z
        .string()
        .regex(/^[a-z]+\.[0-9a-f-]{36}$/)
        .optional(),
      status: Status.optional(),
    }),
    ok: pageOf(Item),
  },
  getProfile: {
    method: 'GET',
    path: '/suggestions/profile',
    summary: '现行办理规则包中填表要用的部分',
    audience: readers,
    ok: Profile,
  },
  summariseSuggestions: { method: 'GET', path: '/suggestions/summary', summary: '办复情况汇总', audience: readers, ok: Summary },
  exportSuggestions: {
    method: 'GET',
    path: '/suggestions/export',
    summary: '导出 Excel：当前筛选的全部行',
    audience: readers,
    query: ListQuery.omit({ cursor: true, limit: true }),
    ok: fileAnswer,
    isRecorded: true,
  },
  getSuggestion: { method: 'GET', path: '/suggestions/{id}', summary: '一件建议', audience: readers, params: byId, ok: Detail },
  getTimeline: {
    method: 'GET',
    path: '/suggestions/{id}/timeline',
    summary: '办理经过',
    audience: readers,
    params: byId,
    ok: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), at: z.iso.datetime(), sentence: z.string() })) }),
  },
  listPublicSuggestions: {
    method: 'GET',
    path: '/public/suggestions',
    summary: '公开的建议列表',
    audience: ['public'],
    query: ListQuery,
    ok: pageOf(PublicItem),
  },
  summarisePublicSuggestions: {
    method: 'GET',
    path: '/public/suggestions/summary',
    summary: '公开的办复情况',
    audience: ['public'],
    ok: Summary,
  },
  getPublicSuggestion: {
    method: 'GET',
    path: '/public/suggestions/{reference}',
    summary: '公开的一件建议',
    audience: ['public'],
    params: z.object({ reference: z.string().max(40) }),
    ok: PublicDetail,
  },
})
