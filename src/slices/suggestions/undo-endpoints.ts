import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { Detail, RateInput } from './contract.ts'

const params = z.object({ id: z.uuid() })

/** What ends the time in which a step can be undone, and what undoes it. */
export const undoApi = define({
  seeSuggestion: {
    method: 'POST',
    path: '/suggestions/{id}/see',
    summary: '代表工委打开新提交的建议，此后代表不能再收回修改',
    audience: ['deputies_affairs'],
    params,
    ok: Detail,
  },
  recallSubmission: {
    method: 'POST',
    path: '/suggestions/{id}/submit/recall',
    summary: '收回修改，在代表工委打开以前',
    audience: ['deputy'],
    params,
    ok: Detail,
  },
  amendRating: {
    method: 'PUT',
    path: '/suggestions/{id}/rate',
    summary: '修改评价，在代表工委查看以前',
    audience: ['deputy'],
    params,
    body: RateInput,
    ok: Detail,
  },
})
