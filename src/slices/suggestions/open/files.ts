import { PassThrough } from 'node:stream'
import * as z from 'zod'
import { writeCsv } from '#kernel/documents/api.ts'
import { calendarEvent, calendarHead, CALENDAR_END } from '#lib/pure/ical.ts'
import { toBeijingDate, toDateOnly } from '#lib/pure/date.ts'
import { pick } from '#lib/pure/words.ts'
import { portalFile, type FileReading, type PortalFile } from '#portal/route.ts'
import { portalWords } from '../portal/words.ts'
import { licence, openFields, unitOfCount, type OpenRow } from './fields.ts'
import { suggestionFeed } from './feed.ts'
import { openRows } from './rows.ts'

const nothing = z.object({})
/** A unit that cannot be read is left out, as on the pages. */
const ofUnit = z.object({ unitId: z.uuid().optional().catch(undefined) })

/** A reference that cannot be read is left out as well. */
const ofOne = z.object({ reference: z.string().max(40).optional().catch(undefined) })

/** The feeds, tables and calendars of this slice. */
export const files: readonly PortalFile[] = [
  portalFile({ path: '/suggestions.csv', mediaType: 'text/csv; charset=utf-8', query: nothing, write: csv }),
  portalFile({ path: '/suggestions.json', mediaType: 'application/json; charset=utf-8', query: nothing, write: json }),
  portalFile({
    path: '/suggestions.atom',
    mediaType: 'application/atom+xml; charset=utf-8',
    query: ofOne,
    write: suggestionFeed,
  }),
  portalFile({ path: '/suggestions.ics', mediaType: 'text/calendar; charset=utf-8', query: ofUnit, write: calendar }),
]

async function* csv(reading: FileReading): AsyncGenerator<string> {
  const columns = openFields.map(({ head, value }) => ({ header: pick(reading.locale, head), type: 'text' as const, value }))
  const out = new PassThrough({ encoding: 'utf8' })
  // A failure ends the stream that is being read, so it reaches whoever reads it.
  const written = writeCsv({ columns, rows: openRows(reading) }, out).catch((error: Error) => void out.destroy(error))
  yield* out as AsyncIterable<string>
  await written
}

async function* json(reading: FileReading): AsyncGenerator<string> {
  const { locale, congress, now } = reading
  const head = {
    publisher: congress.name,
    asOf: now.toISOString(),
    licence: { name: pick(locale, licence.name), url: licence.url },
    unitOfCount: pick(locale, unitOfCount),
    fields: openFields.map(({ name, head, meaning }) => ({ name, title: pick(locale, head), meaning: pick(locale, meaning) })),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`
  let comma = ''
  for await (const it of openRows(reading)) {
    yield `${comma}\n${JSON.stringify(Object.fromEntries(openFields.map(({ name, value }) => [name, value(it)])))}`
    comma = ','
  }
  yield '\n]}\n'
}

/** The last days for replies of what is in handling, of all or of one unit. */
async function* calendar(reading: FileReading, { unitId }: z.output<typeof ofUnit>): AsyncGenerator<string> {
  const t = pick(reading.locale, portalWords)
  yield calendarHead(`${reading.congress.name} ${t.deadlines}`)
  for (const status of ['assigned', 'objected', 'accepted'] as const) {
    for await (const it of openRows(reading, { status, unitId })) yield event(reading, it, t.deadline)
  }
  yield CALENDAR_END
}

function event({ now, origin }: FileReading, it: OpenRow, label: string): string {
  if (it.dueOn === null) return ''
  const on = toDateOnly(it.dueOn)
  return calendarEvent({
    // Another due date means another round, and the entry of the old one is over.
    uid: `${it.reference}@${new URL(origin).hostname}`,
    on,
    title: `${label}：${it.title}`,
    description: [it.reference, it.unit?.name, it.deputy.name, toBeijingDate(now) > on ? '!' : ''].filter(Boolean).join(' · '),
    url: it.url,
    stamp: now,
  })
}
