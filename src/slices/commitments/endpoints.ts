import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { versionsOf } from '#kernel/procedure/contract.ts'
import { fileAnswer } from '#lib/http/file.ts'
import { pageOf } from '#lib/http/page.ts'
import { DateOnly } from '#lib/pure/date.ts'
import {
  AskInput,
  CarryInput,
  Detail,
  GiveUpInput,
  Item,
  KeepInput,
  ListQuery,
  RateInput,
  ReportInput,
  Summary,
  Terms,
} from './contract.ts'
import { CommitmentProfile } from './rules/profile.ts'

/** Settings of this congress from a day on, with the provisions they rest on. */
export const TermsInput = z.strictObject({
  effectiveOn: DateOnly,
  title: z.string().trim().min(2).max(100),
  settings: CommitmentProfile,
  /** The newest version that it was compared with; 0 where there is none. */
  after: z.int().min(0),
})
export type TermsInput = z.infer<typeof TermsInput>
export const TermsVersions = versionsOf(CommitmentProfile)

/** Every operation of the slice; paths stand under `/api/v1`. */
const byId = z.object({ id: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const

export const api = define({
  listCommitments: {
    method: 'GET',
    path: '/commitments',
    summary: '承诺事项列表',
    audience: readers,
    query: ListQuery,
    ok: pageOf(Item),
  },
  summariseCommitments: {
    method: 'GET',
    path: '/commitments/summary',
    summary: '承诺落实情况汇总',
    audience: readers,
    ok: Summary,
  },
  getCommitmentTerms: {
    method: 'GET',
    path: '/commitments/terms',
    summary: '年度报告和评价的期限与依据',
    audience: readers,
    ok: Terms,
  },
  listCommitmentTerms: {
    method: 'GET',
    path: '/commitments/terms/versions',
    summary: '年度报告和评价设置的历次版本，新的在前',
    audience: ['system_admin'],
    ok: TermsVersions,
  },
  activateCommitmentTerms: {
    method: 'POST',
    path: '/commitments/terms',
    summary: '启用本级的年度报告和评价设置',
    audience: ['system_admin'],
    body: TermsInput,
    ok: Terms,
  },
  exportCommitments: {
    method: 'GET',
    path: '/commitments/export',
    summary: '导出 Excel：当前筛选的全部承诺事项',
    audience: readers,
    query: ListQuery.omit({ cursor: true, limit: true }),
    ok: fileAnswer,
    isRecorded: true,
  },
  listCommitmentsOf: {
    method: 'GET',
    path: '/commitments/of/{id}',
    summary: '一件建议的承诺事项',
    audience: readers,
    params: byId,
    ok: z.object({ items: z.array(Detail) }),
  },
  getCommitment: { method: 'GET', path: '/commitments/{id}', summary: '一项承诺', audience: readers, params: byId, ok: Detail },
  reportCommitment: {
    method: 'POST',
    path: '/commitments/{id}/report',
    summary: '报告进展',
    audience: ['handling_unit'],
    params: byId,
    body: ReportInput,
    ok: Detail,
  },
  keepCommitment: {
    method: 'POST',
    path: '/commitments/{id}/keep',
    summary: '报告办成，附依据',
    audience: ['handling_unit'],
    params: byId,
    body: KeepInput,
    ok: Detail,
  },
  giveUpCommitment: {
    method: 'POST',
    path: '/commitments/{id}/give-up',
    summary: '说明不能办成的原因',
    audience: ['handling_unit'],
    params: byId,
    body: GiveUpInput,
    ok: Detail,
  },
  carryCommitment: {
    method: 'POST',
    path: '/commitments/{id}/carry',
    summary: '结转到新期限，说明原因，一年一次',
    audience: ['handling_unit'],
    params: byId,
    body: CarryInput,
    ok: Detail,
  },
  askAboutCommitment: {
    method: 'POST',
    path: '/commitments/{id}/ask',
    summary: '请承办单位报告',
    audience: ['deputies_affairs'],
    params: byId,
    body: AskInput,
    ok: Detail,
  },
  rateCommitment: {
    method: 'POST',
    path: '/commitments/{id}/rate',
    summary: '评价年度落实情况',
    audience: ['deputy'],
    params: byId,
    body: RateInput,
    ok: Detail,
  },
})
