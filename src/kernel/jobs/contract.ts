import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'

/** A job that failed as often as it may and waits for a human. */
export const ParkedJob = z.object({
  id: z.string(),
  name: z.string(),
  attempts: z.number().int(),
  problem: z.string(),
  failedAt: z.iso.datetime(),
})
export type ParkedJob = z.infer<typeof ParkedJob>

/** One line of the timetable, in the reader's language and Beijing time. `lastRunAt` is null until it first ran. */
export const TimetableLine = z.object({
  name: z.string(),
  when: z.string(),
  what: z.string(),
  lastRunAt: z.iso.datetime().nullable(),
})
export type TimetableLine = z.infer<typeof TimetableLine>

export const api = define({
  listTimetable: {
    method: 'GET',
    path: '/jobs/timetable',
    summary: '定时作业：什么时候做什么、上次是什么时候',
    audience: ['system_admin'],
    ok: z.object({ items: z.array(TimetableLine) }),
  },
  listParkedJobs: {
    method: 'GET',
    path: '/jobs/parked',
    summary: '多次失败、已停放的后台作业',
    audience: ['system_admin'],
    ok: z.object({ items: z.array(ParkedJob) }),
  },
  retryParkedJob: {
    method: 'POST',
    path: '/jobs/parked/{id}/retry',
    summary: '重新执行一个停放的后台作业',
    audience: ['system_admin'],
    params: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
    ok: z.object({}),
  },
})
