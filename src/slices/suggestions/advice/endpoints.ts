import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { AdviceInput, ReviewAdvice, Similar, UnitProposal } from './contract.ts'

const params = z.object({ id: z.uuid() })

/** Help that explains itself and never blocks; paths stand under `/api/v1`. */
export const adviceApi = define({
  findSimilar: {
    method: 'POST',
    path: '/suggestions/similar',
    summary: '可能相似的建议；送来的文字不保存',
    audience: ['deputy', 'deputies_affairs'],
    body: AdviceInput,
    ok: z.object({ items: z.array(Similar) }),
    // What is written is nobody's business yet: neither the words nor the answer are kept.
    isShownOnce: true,
  },
  reviewSuggestion: {
    method: 'GET',
    path: '/suggestions/{id}/review-advice',
    summary: '审查参考：要件、一事一议、不作为建议的情形',
    audience: ['deputies_affairs'],
    params,
    ok: ReviewAdvice,
  },
  proposeUnit: {
    method: 'GET',
    path: '/suggestions/{id}/unit-proposal',
    summary: '承办单位参考，来自本级以往的交办',
    audience: ['deputies_affairs'],
    params,
    ok: UnitProposal,
  },
  learnUnits: {
    method: 'POST',
    path: '/suggestions/unit-model',
    summary: '从本级以往的交办重新学习承办单位参考',
    audience: ['deputies_affairs'],
    ok: z.object({ isQueued: z.literal(true) }),
    status: 202,
  },
})
