import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceOfWhen, toCrontab, type When } from './crontab.ts'

describe('Beijing time to crontab in UTC', () => {
  test.each<[When, string]>([
    [{ everyMinutes: 1 }, '* * * * *'],
    [{ everyMinutes: 5 }, '*/5 * * * *'],
    [{ at: '08:30' }, '30 0 * * *'],
    [{ at: '08:00' }, '0 0 * * *'],
    [{ at: '07:59' }, '59 23 * * *'],
    [{ at: '00:30' }, '30 16 * * *'],
    [{ at: '23:59' }, '59 15 * * *'],
    [{ at: '09:00', weekdays: [1] }, '0 1 * * 1'],
    [{ at: '09:00', weekdays: [7] }, '0 1 * * 0'],
    [{ at: '02:00', weekdays: [1] }, '0 18 * * 0'],
    [{ at: '02:00', weekdays: [7] }, '0 18 * * 6'],
    [{ at: '02:00', weekdays: [1, 2, 3, 4, 5] }, '0 18 * * 0,1,2,3,4'],
    [{ at: '09:00', monthDays: [15, 1] }, '0 1 1,15 * *'],
    [{ at: '08:00', monthDays: [1] }, '0 0 1 * *'],
    [{ at: '06:00', monthDays: [2, 28] }, '0 22 1,27 * *'],
  ])('%j is %s', (when, crontab) => {
    expect(toCrontab(when)).toBe(crontab)
  })

  test.each<[When, string]>([
    [{ at: '24:00' }, 'not a time'],
    [{ at: '8:30' }, 'not a time'],
    [{ at: '07:00', monthDays: [1] }, 'before 08:00'],
    [{ at: '09:00', monthDays: [29] }, 'every month'],
    [{ at: '09:00', monthDays: [] }, 'at least one'],
    [{ at: '09:00', weekdays: [] }, 'at least one'],
  ])('refuses %j', (when, reason) => {
    expect(() => toCrontab(when)).toThrow(reason)
  })

  test('every weekday and time of a week comes back when eight hours are added', () => {
    const minuteOfWeek = fc.integer({ min: 0, max: 7 * 1440 - 1 })
    fc.assert(
      fc.property(minuteOfWeek, (n) => {
        const weekday = (Math.floor(n / 1440) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
        const at = `${String(Math.floor((n % 1440) / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
        const [minute, hour, , , day] = toCrontab({ at, weekdays: [weekday] })
          .split(' ')
          .map(Number)
        const utc = ((((day ?? 0) + 6) % 7) * 24 + (hour ?? 0)) * 60 + (minute ?? 0)
        expect((utc + 480) % (7 * 1440)).toBe(n)
      }),
    )
  })
})

test.each<[When, string, string]>([
  [{ everyMinutes: 1 }, '每分钟', 'every minute'],
  [{ everyMinutes: 5 }, '每 5 分钟', 'every 5 minutes'],
  [{ at: '08:30' }, '每天 08:30', 'every day at 08:30'],
  [{ at: '09:00', weekdays: [1, 7] }, '每周一、周日 09:00', 'Monday, Sunday at 09:00'],
  [{ at: '09:00', monthDays: [1, 15] }, '每月 1、15 日 09:00', 'day 1, 15 of each month at 09:00'],
])('%j reads %s', (when, zh, en) => {
  expect(sentenceOfWhen(when)).toEqual({ zh, en })
})
