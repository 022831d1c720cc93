import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { ReasonInput, SuggestionInput } from '../contract.ts'
import {
  ConcludeInput,
  DecideInput,
  Detail,
  Item,
  PublicTopic,
  ReportInput,
  StartInput,
  Status,
  TopicEdit,
  TopicInput,
} from './contract.ts'

const byId = z.object({ id: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const preparers = ['special_committee', 'deputies_affairs'] as const

export const topicApi = define({
  listTopics: {
    method: 'GET',
    path: '/pressing/topics',
    summary: '重点督办选题列表',
    audience: readers,
    query: pageQuery.extend({
      cursor: z.uuid().optional(),
      year: z.coerce.number().int().min(1954).max(2200).optional(),
      status: Status.optional(),
    }),
    ok: pageOf(Item),
  },
  getTopic: { method: 'GET', path: '/pressing/topics/{id}', summary: '一个选题', audience: readers, params: byId, ok: Detail },
  proposeTopic: {
    method: 'POST',
    path: '/pressing/topics',
    summary: '提出选题',
    audience: ['special_committee'],
    body: TopicInput,
    ok: Detail,
    status: 201,
  },
  editTopic: {
    method: 'PUT',
    path: '/pressing/topics/{id}',
    summary: '修改选题',
    audience: preparers,
    params: byId,
    body: TopicEdit,
    ok: Detail,
  },
  addTopicMember: {
    method: 'POST',
    path: '/pressing/topics/{id}/members',
    summary: '加入一件建议',
    audience: preparers,
    params: byId,
    body: SuggestionInput,
    ok: Detail,
  },
  removeTopicMember: {
    method: 'DELETE',
    path: '/pressing/topics/{id}/members/{suggestionId}',
    summary: '移出一件建议',
    audience: preparers,
    params: z.object({ id: z.uuid(), suggestionId: z.uuid() }),
    ok: Detail,
  },
  compileTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/compile',
    summary: '汇总，提请主任会议确定',
    audience: ['deputies_affairs'],
    params: byId,
    ok: Detail,
  },
  dropTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/drop',
    summary: '不列入',
    audience: ['deputies_affairs'],
    params: byId,
    body: ReasonInput,
    ok: Detail,
  },
  decideTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/decide',
    summary: '登记主任会议的决定',
    audience: ['deputies_affairs'],
    params: byId,
    body: DecideInput,
    ok: Detail,
  },
  startTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/start',
    summary: '制定督办方案，开始督办',
    audience: preparers,
    params: byId,
    body: StartInput,
    ok: Detail,
  },
  reportTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/reports',
    summary: '登记督办情况',
    audience: preparers,
    params: byId,
    body: ReportInput,
    ok: Detail,
    status: 201,
  },
  concludeTopic: {
    method: 'POST',
    path: '/pressing/topics/{id}/conclude',
    summary: '形成督办报告，结束督办',
    audience: preparers,
    params: byId,
    body: ConcludeInput,
    ok: Detail,
  },
  listPublicTopics: {
    method: 'GET',
    path: '/public/key-topics',
    summary: '公开的重点督办选题',
    audience: ['public'],
    ok: z.object({ items: z.array(PublicTopic) }),
  },
})
