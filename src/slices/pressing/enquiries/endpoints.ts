import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { pageOf, pageQuery } from '#lib/http/page.ts'
import { CaseEnquiries, EnquiryAnswer, EnquiryInput, Item } from './contract.ts'

const params = z.object({ id: z.uuid() })
const readers = ['deputy', 'handling_unit', 'deputies_affairs', 'special_committee', 'supervision_office', 'leader'] as const
const unit = ['handling_unit'] as const

export const enquiryApi = define({
  listEnquiries: {
    method: 'GET',
    path: '/pressing/enquiries',
    summary: '代表的追问、约见和视察',
    audience: readers,
    query: pageQuery.extend({ cursor: z.uuid().optional(), open: z.enum(['yes']).optional() }),
    ok: pageOf(Item),
  },
  listEnquiriesOf: {
    method: 'GET',
    path: '/suggestions/{id}/enquiries',
    summary: '一件建议的追问、约见和视察',
    audience: readers,
    params,
    ok: CaseEnquiries,
  },
  askUnit: {
    method: 'POST',
    path: '/suggestions/{id}/enquiries',
    summary: '追问、约见承办单位，或者提出视察',
    audience: ['deputy'],
    params,
    body: EnquiryInput,
    ok: CaseEnquiries,
    status: 201,
  },
  recallEnquiry: {
    method: 'POST',
    path: '/pressing/enquiries/{id}/recall',
    summary: '收回，在承办单位看到以前',
    audience: ['deputy'],
    params,
    ok: CaseEnquiries,
  },
  acknowledgeEnquiry: {
    method: 'POST',
    path: '/pressing/enquiries/{id}/acknowledge',
    summary: '已阅',
    audience: unit,
    params,
    ok: CaseEnquiries,
  },
  answerEnquiry: {
    method: 'POST',
    path: '/pressing/enquiries/{id}/answer',
    summary: '登记怎样回应了代表，同时记入沟通记录',
    audience: unit,
    params,
    body: EnquiryAnswer,
    ok: CaseEnquiries,
  },
})
