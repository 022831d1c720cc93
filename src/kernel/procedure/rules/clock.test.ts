import { describe, expect, it } from 'vitest'
import { toDateOnly as d } from '#lib/pure/date.ts'
import type { Clock, Term } from '../contract.ts'
import { shippedHolidays } from '../shipped-holidays.ts'
import { calendarOf } from './calendar.ts'
import { extensionRefusal, overrideRefusal } from './change-clock.ts'
import { deadline, dueDate, remaining } from './clock.ts'

const calendar = calendarOf(shippedHolidays)
const ARTICLE = '《代表法》第五十一条'
const startsAt = { zh: '交办', en: 'hand-over' }
const months = (amount: number): Term => ({ amount, unit: 'month' })
const days = (amount: number): Term => ({ amount, unit: 'day' })
const workdays = (amount: number): Term => ({ amount, unit: 'workday' })

function clock(startsOn: string, term: Term, more: { extensions?: Term[]; limit?: Term } = {}): Clock {
  return { startsOn: d(startsOn), startsAt, term, extensions: [], ...more }
}

describe('PLT-04 due dates', () => {
  it.each<[string, Term, string, string]>([
    ['2022-02-25', months(3), '2022-05-25', 'three months from hand-over'],
    ['2022-02-25', months(6), '2022-08-25', 'six months'],
    ['2025-11-30', months(3), '2026-02-28', 'no such day: the end of the month'],
    ['2023-11-30', months(3), '2024-02-29', 'the same in a leap year'],
    ['2025-11-28', months(3), '2026-02-28', 'the corresponding day'],
    ['2026-01-31', months(1), '2026-02-28', 'one month from the 31st'],
    ['2026-03-31', months(2), '2026-05-31', 'two months that both have a 31st'],
    ['2025-12-31', months(2), '2026-02-28', 'over the year'],
    ['2026-03-05', days(5), '2026-03-10', '5 日 are calendar days'],
    ['2026-03-05', workdays(5), '2026-03-12', '5 个工作日 are not'],
    ['2022-02-16', workdays(7), '2022-02-25', 'the seventh working day'],
    ['2022-09-28', workdays(3), '2022-10-08', 'a make-up Saturday counts'],
    ['2022-01-29', workdays(2), '2022-02-07', 'over the spring festival: 30 Jan is a make-up Sunday'],
  ])('%s + %j = %s (%s)', (startsOn, term, dueOn) => {
    expect(dueDate(clock(startsOn, term), calendar)).toBe(dueOn)
    expect(deadline(clock(startsOn, term), calendar, ARTICLE).dueOn).toBe(dueOn)
  })

  it('sums months before counting them: 3 + 3 months are six months from day 0', () => {
    expect(dueDate(clock('2025-11-30', months(3), { extensions: [months(3)] }), calendar)).toBe('2026-05-30')
    expect(dueDate(clock('2025-08-31', months(3), { extensions: [months(1), months(2)] }), calendar)).toBe('2026-02-28')
  })

  it('counts another unit from where the one before ended', () => {
    expect(dueDate(clock('2022-06-27', months(3), { extensions: [workdays(4)] }), calendar)).toBe('2022-10-08')
  })

  it('never passes the outer limit of the law', () => {
    const stretched = clock('2022-02-25', months(3), { extensions: [months(4)], limit: months(6) })
    expect(dueDate(stretched, calendar)).toBe('2022-08-25')
    expect(deadline(stretched, calendar, ARTICLE).sentence.zh).toContain('最长不得超过 6 个月，止于2022年8月25日')
  })

  it('stays on a day of rest by default, and moves where the profile says so', () => {
    const saturday = clock('2026-02-09', months(3))
    expect(deadline(saturday, calendar, ARTICLE)).toMatchObject({ dueOn: '2026-05-09', isEstimate: false })
    const holiday = clock('2022-07-02', months(3))
    expect(dueDate(holiday, calendar)).toBe('2022-10-02')
    expect(deadline(holiday, calendar, ARTICLE).sentence.zh).toContain('期限不顺延')
    expect(dueDate({ ...holiday, restDayRule: 'nextWorkday' }, calendar)).toBe('2022-10-08')
  })
})

describe('PLT-04 a date explains itself', () => {
  it('names day 0, the term, the date and the law', () => {
    const it = deadline(clock('2022-02-25', months(3)), calendar, ARTICLE)
    expect(it.sentence.zh).toBe(
      '自交办之日（2022年2月25日，当日不计）起 3 个月，至2022年5月25日（星期三）。依据：《代表法》第五十一条。',
    )
    expect(it.sentence.en).toBe(
      'Counted from the day of hand-over (25 February 2022, itself not counted), 3 months end on Wednesday, 25 May 2022. Basis: 《代表法》第五十一条.',
    )
    expect(it.basis).toBe(ARTICLE)
    expect(it.steps.map((step) => [step.kind, step.on])).toEqual([
      ['start', '2022-02-25'],
      ['term', '2022-05-25'],
    ])
  })

  it('says which days were left out and which were made up', () => {
    expect(deadline(clock('2022-09-27', workdays(5)), calendar, ARTICLE).sentence.zh).toContain(
      '5 个工作日（放假 7 天不计，调休上班 2 天计入），至2022年10月9日（星期日）',
    )
  })

  it('tells of extensions and of a change by hand with its reason', () => {
    const changed: Clock = {
      ...clock('2022-02-25', months(3), { extensions: [months(1)] }),
      override: { dueOn: d('2022-07-01'), reason: '现场勘察受汛期影响' },
    }
    const { dueOn, sentence } = deadline(changed, calendar, ARTICLE)
    expect(dueOn).toBe('2022-07-01')
    expect(sentence.zh).toContain('经批准延长 1 个月，至2022年6月25日（星期六）')
    expect(sentence.zh).toContain('人工调整为2022年7月1日（星期五），理由：现场勘察受汛期影响')
  })

  it('falls back to Monday to Friday in an unknown year and says so', () => {
    const it = deadline(clock('2026-12-30', workdays(4)), calendar, ARTICLE)
    expect(it).toMatchObject({ dueOn: '2027-01-05', isEstimate: true })
    expect(it.sentence.zh).toContain('2027年放假安排尚未录入，暂按周一至周五计算')
    expect(it.sentence.en).toContain('the holidays of 2027 are not entered yet')
  })

  it('does not call months an estimate: they need no holidays', () => {
    expect(deadline(clock('2026-12-01', months(3)), calendar, ARTICLE).isEstimate).toBe(false)
  })
})

describe('PLT-04 where a clock stands', () => {
  const handedOver = clock('2022-02-25', months(3))

  it.each([
    ['2022-02-24', { level: 'notStarted', startsInDays: 1 }],
    ['2022-02-25', { level: 'normal', daysLeft: 89 }],
    ['2022-05-17', { level: 'normal', workdaysLeft: 6 }],
    ['2022-05-18', { level: 'near', workdaysLeft: 5 }],
    ['2022-05-24', { level: 'near', workdaysLeft: 1 }],
    ['2022-05-25', { level: 'near', workdaysLeft: 0, sentence: { zh: '今天到期', en: 'Due today' } }],
    ['2022-05-26', { level: 'overdue', overdueDays: 1 }],
    ['2022-06-25', { level: 'overdue', overdueDays: 31 }],
  ])('on %s: %j', (today, expected) => {
    expect(remaining(handedOver, d(today), calendar)).toMatchObject(expected)
  })

  it('has 4 working days left on 2022-09-27 for 2022-10-08, which is a make-up Saturday', () => {
    const it = remaining(clock('2022-07-08', months(3)), d('2022-09-27'), calendar)
    expect(it).toMatchObject({ level: 'near', workdaysLeft: 4 })
    expect(it.sentence.zh).toBe('还剩 4 个工作日（2022年10月8日到期，当日调休上班）')
  })

  it('takes the warning distance from the caller', () => {
    expect(remaining(handedOver, d('2022-05-18'), calendar, 4).level).toBe('normal')
  })

  it.each([
    ['2022-05-20', { level: 'done', earlyDays: 5, lateDays: 0 }, '2022年5月20日办结，提前 5 天'],
    ['2022-05-25', { level: 'done', earlyDays: 0, lateDays: 0 }, '2022年5月25日按期办结'],
    ['2022-05-27', { level: 'done', earlyDays: 0, lateDays: 2 }, '2022年5月27日办结，逾期 2 天'],
  ])('stops for good on delivery (%s)', (stoppedOn, expected, zh) => {
    const it = remaining({ ...handedOver, stoppedOn: d(stoppedOn) }, d('2023-01-01'), calendar)
    expect(it).toMatchObject(expected)
    expect(it.sentence.zh).toBe(zh)
  })

  it('shows a past day as it was: a later delivery had not happened', () => {
    expect(remaining({ ...handedOver, stoppedOn: d('2022-05-27') }, d('2022-05-26'), calendar).level).toBe('overdue')
  })

  it('says that the days of a coming year are an estimate', () => {
    expect(remaining(clock('2026-11-30', months(3)), d('2026-12-01'), calendar).sentence.zh).toContain('2027年放假安排尚未录入')
  })
})

describe('PLT-04 pauses, only where no statute sets the clock', () => {
  const task = (term: Term, pauses: { from: string; until: string }[]): Clock => ({
    startsOn: d('2026-03-02'),
    startsAt: { zh: '下达', en: 'issue' },
    term,
    extensions: [],
    isStatutory: false,
    pauses: pauses.map((it) => ({ from: d(it.from), until: d(it.until), reason: '待补充材料' })),
  })

  it.each([
    [days(10), [{ from: '2026-03-05', until: '2026-03-08' }], '2026-03-15'],
    [workdays(5), [{ from: '2026-03-05', until: '2026-03-10' }], '2026-03-12'],
    [months(1), [{ from: '2026-04-10', until: '2026-04-20' }], '2026-04-02'],
    [
      days(10),
      [
        { from: '2026-03-05', until: '2026-03-08' },
        { from: '2026-03-06', until: '2026-03-09' },
      ],
      '2026-03-16',
    ],
    [days(10), [{ from: '2026-03-08', until: '2026-03-05' }], '2026-03-12'],
    [days(10), [{ from: '2026-02-01', until: '2026-03-04' }], '2026-03-13'],
  ])('%j with %j is due on %s', (term, pauses, dueOn) => {
    expect(dueDate(task(term, pauses), calendar)).toBe(dueOn)
  })

  it('names the reason in the sentence', () => {
    const it = deadline(task(days(10), [{ from: '2026-03-05', until: '2026-03-08' }]), calendar, '任务书')
    expect(it.sentence.zh).toContain('扣除中止期间（待补充材料），至2026年3月15日')
  })
})

describe('PLT-04 changing a clock', () => {
  const limited = clock('2022-02-25', months(3), { limit: months(6) })

  it('extends up to the limit and not a day further', () => {
    expect(extensionRefusal(limited, months(3), calendar)).toBeNull()
    expect(extensionRefusal(limited, days(92), calendar)).toBeNull()
    expect(extensionRefusal(limited, days(93), calendar)).toMatchObject({ kind: 'conflict', code: 'beyond-limit' })
    expect(extensionRefusal({ ...limited, extensions: [months(3)] }, days(1), calendar)?.code).toBe('beyond-limit')
  })

  it('does not extend what has stopped or was set by hand', () => {
    expect(extensionRefusal({ ...limited, stoppedOn: d('2022-05-20') }, months(1), calendar)?.code).toBe('clock-stopped')
    const byHand = { ...limited, override: { dueOn: d('2022-06-01'), reason: '理由' } }
    expect(extensionRefusal(byHand, months(1), calendar)?.code).toBe('clock-overridden')
  })

  it.each([
    ['2022-08-25', '延长调研', undefined],
    ['2022-08-26', '延长调研', 'beyond-limit'],
    ['2022-02-25', '延长调研', 'before-start'],
    ['2022-06-01', '  ', 'reason-missing'],
  ])('sets %s by hand for the reason "%s": %s', (dueOn, reason, code) => {
    expect(overrideRefusal(limited, { dueOn: d(dueOn), reason }, calendar)?.code).toBe(code)
  })

  it('does not set a stopped clock, and has no limit where none is given', () => {
    const override = { dueOn: d('2030-01-01'), reason: '长期任务' }
    expect(overrideRefusal({ ...limited, stoppedOn: d('2022-05-20') }, override, calendar)?.code).toBe('clock-stopped')
    expect(overrideRefusal(clock('2022-02-25', months(3)), override, calendar)).toBeNull()
  })
})
