import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { pageOf } from '#lib/http/page.ts'
import { DateOnly } from '#lib/pure/date.ts'
import {
  AnswerInput,
  Detail,
  Item,
  ListQuery,
  PassOnInput,
  Proposal,
  ProposalInput,
  ReasonInput,
  SendInput,
  Summary,
  Terms,
} from './contract.ts'
import { ConcernProfile } from './rules/profile.ts'

/** Terms of this congress from a day on, with what they rest on. */
export const TermsInput = z.strictObject({
  effectiveOn: DateOnly,
  title: z.string().trim().min(2).max(100),
  settings: ConcernProfile,
})
export type TermsInput = z.infer<typeof TermsInput>

/** Every operation of the slice; paths stand under `/api/v1`. Nothing of it is public. */
const byId = z.object({ id: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'leader'] as const
/** Requests a minute from one address: a hall full of deputies sends a few, a script hundreds. */
const rateLimit = 60

export const api = define({
  listConcerns: {
    method: 'GET',
    path: '/concerns',
    summary: '民情直通列表',
    audience: readers,
    query: ListQuery,
    ok: pageOf(Item),
  },
  summariseConcerns: {
    method: 'GET',
    path: '/concerns/summary',
    summary: '民情直通办理情况汇总',
    audience: ['handling_unit', 'deputies_affairs', 'leader'],
    ok: Summary,
  },
  getConcernTerms: {
    method: 'GET',
    path: '/concerns/terms',
    summary: '答复和确认的期限与依据',
    audience: readers,
    ok: Terms,
  },
  activateConcernTerms: {
    method: 'POST',
    path: '/concerns/terms',
    summary: '启用本级的民情直通期限',
    audience: ['system_admin'],
    body: TermsInput,
    ok: Terms,
  },
  proposeConcernUnits: {
    method: 'POST',
    path: '/concerns/unit-proposal',
    summary: '可能负责的单位，来自本级以往的交办；送来的文字不保存',
    audience: ['deputy'],
    body: ProposalInput,
    ok: Proposal,
    rateLimit,
    // What is written is nobody's business yet: neither the words nor the answer are kept.
    isShownOnce: true,
  },
  sendConcern: {
    method: 'POST',
    path: '/concerns',
    summary: '代表直送承办单位',
    audience: ['deputy'],
    body: SendInput,
    ok: Detail,
    status: 201,
    rateLimit,
  },
  getConcern: { method: 'GET', path: '/concerns/{id}', summary: '一件民情直通', audience: readers, params: byId, ok: Detail },
  getConcernTimeline: {
    method: 'GET',
    path: '/concerns/{id}/timeline',
    summary: '办理经过',
    audience: readers,
    params: byId,
    ok: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), at: z.iso.datetime(), sentence: z.string() })) }),
  },
  openConcernPhoto: {
    method: 'GET',
    path: '/concerns/{id}/photos/{fileId}',
    summary: '一张照片',
    audience: readers,
    params: z.object({ id: z.uuid(), fileId: z.uuid() }),
    ok: fileAnswer,
  },
  acceptConcern: {
    method: 'POST',
    path: '/concerns/{id}/accept',
    summary: '签收',
    audience: ['handling_unit'],
    params: byId,
    ok: Detail,
  },
  answerConcern: {
    method: 'POST',
    path: '/concerns/{id}/answer',
    summary: '答复代表',
    audience: ['handling_unit'],
    params: byId,
    body: AnswerInput,
    ok: Detail,
  },
  passOnConcern: {
    method: 'POST',
    path: '/concerns/{id}/pass-on',
    summary: '转办，一次',
    audience: ['handling_unit'],
    params: byId,
    body: PassOnInput,
    ok: Detail,
  },
  disputeConcern: {
    method: 'POST',
    path: '/concerns/{id}/dispute',
    summary: '说明不属于本单位',
    audience: ['handling_unit'],
    params: byId,
    body: ReasonInput,
    ok: Detail,
  },
  assignConcern: {
    method: 'POST',
    path: '/concerns/{id}/assign',
    summary: '确定承办单位',
    audience: ['deputies_affairs'],
    params: byId,
    body: PassOnInput,
    ok: Detail,
  },
  declineConcern: {
    method: 'POST',
    path: '/concerns/{id}/decline',
    summary: '决定不走民情直通',
    audience: ['deputies_affairs'],
    params: byId,
    body: ReasonInput,
    ok: Detail,
  },
  confirmConcern: {
    method: 'POST',
    path: '/concerns/{id}/confirm',
    summary: '满意',
    audience: ['deputy'],
    params: byId,
    ok: Detail,
  },
  rejectConcern: {
    method: 'POST',
    path: '/concerns/{id}/reject',
    summary: '不满意，写明意见',
    audience: ['deputy'],
    params: byId,
    body: ReasonInput,
    ok: Detail,
  },
  convertConcern: {
    method: 'POST',
    path: '/concerns/{id}/convert',
    summary: '转为本人的建议草稿',
    audience: ['deputy'],
    params: byId,
    ok: Detail,
  },
  withdrawConcern: {
    method: 'POST',
    path: '/concerns/{id}/withdraw',
    summary: '撤回',
    audience: ['deputy'],
    params: byId,
    body: ReasonInput,
    ok: Detail,
  },
})
