import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { toDateOnly } from './date.ts'
import { calendarEvent, calendarHead } from './ical.ts'

const event = {
  uid: '17-1-0112-1@city.example',
  on: toDateOnly('2022-05-31'),
  title: '答复期限',
  description: '',
  url: 'https://city.example/suggestions/17-1-0112',
  stamp: new Date('2022-03-01T04:00:00Z'),
}

test('a day lasts from midnight to midnight in Beijing, and leads back', () => {
  const text = calendarEvent(event)
  expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20220531T000000\r\n')
  expect(text).toContain('DTEND;TZID=Asia/Shanghai:20220601T000000\r\n')
  expect(text).toContain('DTSTAMP:20220301T040000Z\r\n')
  expect(text).toContain('URL:https://city.example/suggestions/17-1-0112\r\n')
  expect(calendarHead('建议')).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n')
})

test('a line separator of Unicode stays inside its line', () => {
  expect(calendarEvent({ ...event, title: '上\u2028下' }).split('\r\n')).toContain('SUMMARY:上\u2028下')
})

test('lines are at most 75 octets, unfold to what was written, and no text begins a line of its own', () => {
  assert(
    property(string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const text = calendarEvent({ ...event, title })
      for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      const unfolded = text.replaceAll('\r\n ', '')
      expect(unfolded.split('\r\n')).toHaveLength(11)
      // By the ends of lines of RFC 5545 alone: a title may hold U+2028, at which a pattern in JavaScript would end.
      const summary = unfolded
        .split('\r\n')
        .find((line) => line.startsWith('SUMMARY:'))
        ?.slice('SUMMARY:'.length)
      const read = summary?.replaceAll(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
      expect(read).toBe(title.replaceAll(/(?!\n)\p{Cc}|\p{Cs}/gu, ''))
    }),
  )
})
