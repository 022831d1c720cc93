import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { CalendarInput, CalendarWarnings, CalendarYear } from './contract.ts'

const byYear = z.object({ year: z.coerce.number().int().min(2000).max(2100) })

export const calendarApi = define({
  getCalendarYear: {
    method: 'GET',
    path: '/calendar/{year}',
    summary: '一年的放假和调休安排：随程序附带的与本级录入的合在一起',
    audience: ['signed_in'],
    params: byYear,
    ok: CalendarYear,
  },
  replaceCalendarYear: {
    method: 'PUT',
    path: '/calendar/{year}',
    summary: '替换本级录入的一年放假和调休安排；空表即恢复附带的安排',
    audience: ['system_admin'],
    params: byYear,
    body: CalendarInput,
    ok: CalendarYear,
  },
  listCalendarWarnings: {
    method: 'GET',
    path: '/calendar/warnings',
    summary: '节假日表缺哪一年',
    audience: ['system_admin'],
    ok: CalendarWarnings,
  },
})
