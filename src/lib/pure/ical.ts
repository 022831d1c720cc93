import { addDays, type DateOnly } from './date.ts'

/** A day in a calendar, from 0:00 to 24:00 in Beijing. `url` leads back to the thing itself. */
export interface CalendarDayEvent {
  /** Never changes, so that a calendar moves an entry instead of doubling it. */
  readonly uid: string
  readonly on: DateOnly
  readonly title: string
  readonly description: string
  readonly url: string
  readonly stamp: Date
}

/** The head of a calendar (RFC 5545), with the one time zone of China: without it a reader abroad would see another day. */
export function calendarHead(name: string): string {
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minyi//Minyi//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${ZONE}`,
    'BEGIN:VTIMEZONE',
    `TZID:${ZONE}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0800',
    'TZOFFSETTO:+0800',
    'TZNAME:CST',
    'END:STANDARD',
    'END:VTIMEZONE',
  ])
}

const ZONE = 'Asia/Shanghai'

export function calendarEvent(it: CalendarDayEvent): string {
  return lines([
    'BEGIN:VEVENT',
    `UID:${escaped(it.uid)}`,
    `DTSTAMP:${it.stamp.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;TZID=${ZONE}:${midnight(it.on)}`,
    `DTEND;TZID=${ZONE}:${midnight(addDays(it.on, 1))}`,
    `SUMMARY:${escaped(it.title)}`,
    `DESCRIPTION:${escaped(it.description)}`,
    // An address is no text: nothing in it is escaped, and it holds no line break by itself.
    `URL:${it.url.replaceAll(/[\r\n]/g, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
}

export const CALENDAR_END = 'END:VCALENDAR\r\n'

function midnight(day: DateOnly): string {
  return `${day.replaceAll('-', '')}T000000`
}

function escaped(text: string): string {
  return text
    .replaceAll(/(?!\n)\p{Cc}|\p{Cs}/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${folded(text)}\r\n`).join('')
}

const MOST_OCTETS = 75

/** Lines of at most 75 octets, never cut inside a character; each further line begins with a space. */
function folded(text: string): string {
  const parts = ['']
  let octets = 0
  for (const character of text) {
    const size = octetsOf(character)
    if (octets + size > MOST_OCTETS) {
      parts.push('')
      octets = 1
    }
    parts[parts.length - 1] += character
    octets += size
  }
  return parts.join('\r\n ')
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
