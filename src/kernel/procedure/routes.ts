import type { Actor } from '#kernel/identity/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import { loadCalendar, readYear, replaceYear } from './calendars.ts'
import type { calendarApi } from './endpoints.ts'
import { calendarWarnings } from './rules/calendar.ts'

/** What these routes need of a request. */
interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
  readonly ifMatch: number | null
}

export const calendarHandlers: Handlers<Reading, typeof calendarApi> = {
  getCalendarYear: ({ tx }, { params }) => readYear(tx, params.year),
  replaceCalendarYear: (context, { params, body }) => replaceYear(context, params.year, body.days, context.ifMatch),
  listCalendarWarnings: async ({ tx, now, locale }) => {
    const today = toBeijingDate(now)
    const warnings = calendarWarnings(await loadCalendar(tx), today)
    return { today, items: warnings.map(({ year, sentence }) => ({ year, sentence: pick(locale, sentence) })) }
  },
}
