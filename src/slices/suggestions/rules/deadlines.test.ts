import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, extensionRefusal, remaining, type Deadline, type Term } from '#kernel/procedure/contract.ts'
import { shippedHolidays } from '#kernel/procedure/api.ts'
import { addDays, addMonths, fromDayNumber, toDateOnly as d, toDayNumber } from '#lib/pure/date.ts'
import { presets } from '../presets/presets.ts'
import {
  coOpinionDue,
  feedbackDue,
  firstContactDue,
  handOverDue,
  objectionDue,
  rehandlingDue,
  replyDue,
  type DeadlineFacts,
} from './deadlines.ts'

const calendar = calendarOf(shippedHolidays)
const { standard, beijing, shanghai, shandong, chongqing } = presets
const months = (amount: number): Term => ({ amount, unit: 'month' })

/** The suggestion of product.md 8.8: put forward on 16 February 2022, handed over on the 25th, answered on 20 May. */
const facts: DeadlineFacts = {
  submittedOn: '2022-02-16',
  handedOverOn: '2022-02-25',
  acceptedOn: '2022-02-28',
  repliedOn: '2022-05-20',
  rehandlingDemandedOn: '2022-06-10',
}

describe('SUG-23 every step has its date under every profile', () => {
  type Due = typeof replyDue
  it.each<[string, keyof typeof presets, string | null, Due]>([
    ['hand-over', 'standard', '2022-02-25', handOverDue],
    ['hand-over', 'shanghai', '2022-02-25', handOverDue],
    ['hand-over', 'beijing', null, handOverDue],
    ['hand-over', 'shandong', '2022-02-21', handOverDue],
    ['hand-over', 'chongqing', '2022-03-02', handOverDue],
    ['objection', 'standard', '2022-03-08', objectionDue],
    ['objection', 'beijing', null, objectionDue],
    ['objection', 'shandong', '2022-03-02', objectionDue],
    ['objection', 'chongqing', '2022-03-11', objectionDue],
    ['first contact', 'standard', null, firstContactDue],
    ['first contact', 'chongqing', '2022-03-25', firstContactDue],
    ['co-opinion', 'standard', '2022-03-25', coOpinionDue],
    ['co-opinion', 'chongqing', '2022-04-11', coOpinionDue],
    ['reply', 'standard', '2022-05-25', replyDue],
    ['reply', 'beijing', '2022-05-25', replyDue],
    ['reply', 'chongqing', '2022-05-25', replyDue],
    ['feedback', 'standard', '2022-06-13', feedbackDue],
    ['feedback', 'beijing', '2022-06-13', feedbackDue],
    ['feedback', 'shanghai', null, feedbackDue],
    ['feedback', 'chongqing', '2022-06-20', feedbackDue],
    ['re-handling', 'standard', '2022-07-10', rehandlingDue],
    ['re-handling', 'beijing', '2022-08-10', rehandlingDue],
  ])('%s under %s: %s', (_, name, dueOn, due) => {
    expect(due(facts, presets[name].settings, calendar)?.dueOn ?? null).toBe(dueOn)
  })

  it('no clock runs before its day has come', () => {
    for (const due of [handOverDue, objectionDue, firstContactDue, coOpinionDue, replyDue, feedbackDue, rehandlingDue]) {
      expect(due({}, chongqing.settings, calendar)).toBeNull()
    }
  })
})

describe('SUG-23 the reply', () => {
  const reply = (more: Partial<DeadlineFacts>, profile = standard) =>
    replyDue({ handedOverOn: '2022-02-25', ...more }, profile.settings, calendar)

  it('explains itself with the article', () => {
    expect(reply({})?.sentence.zh).toBe(
      '自交办之日（2022年2月25日，当日不计）起 3 个月，至2022年5月25日（星期三）。依据：《代表法》第五十一条。',
    )
    expect(reply({}, shanghai)?.basis).toBe('《代表法》第五十一条、《上海市人民代表大会关于代表建议、批评和意见的规定》第十九条')
    expect(reply({}, shandong)?.basis).toContain('第十九条')
  })

  it.each<[string, Partial<DeadlineFacts>, string]>([
    ['three months', {}, '2022-05-25'],
    ['six where wide or difficult', { isDifficult: true }, '2022-08-25'],
    ['extended by one', { replyExtensions: [months(1)] }, '2022-06-25'],
    ['extended twice', { replyExtensions: [months(1), months(2)] }, '2022-08-25'],
    ['never beyond six', { replyExtensions: [months(3), months(3)] }, '2022-08-25'],
    ['never beyond six, also where difficult', { isDifficult: true, replyExtensions: [months(3)] }, '2022-08-25'],
    ['set by hand with a reason', { replyOverride: { dueOn: d('2022-06-30'), reason: '等待专家评估' } }, '2022-06-30'],
  ])('%s', (_, more, dueOn) => {
    expect(reply(more)?.dueOn).toBe(dueOn)
  })

  it('was answered five days early on 20 May, and stays so', () => {
    const due = reply({ repliedOn: '2022-05-20' })
    expect(due && remaining(due.clock, d('2023-01-01'), calendar)).toMatchObject({ level: 'done', earlyDays: 5 })
  })

  it('can be extended by three months and not by four', () => {
    const clock = (reply({}) as Deadline).clock
    expect(extensionRefusal(clock, months(3), calendar)).toBeNull()
    expect(extensionRefusal(clock, months(4), calendar)?.code).toBe('beyond-limit')
  })

  it('is due within six months of hand-over, whatever was decided', () => {
    const anyDay = fc.integer({ min: toDayNumber(d('2020-01-01')), max: toDayNumber(d('2030-12-31')) }).map(fromDayNumber)
    const anyTerm = fc.record({
      amount: fc.integer({ min: 1, max: 60 }),
      unit: fc.constantFrom('month' as const, 'day' as const, 'workday' as const),
    })
    fc.assert(
      fc.property(anyDay, fc.boolean(), fc.array(anyTerm, { maxLength: 3 }), (handedOverOn, isDifficult, replyExtensions) => {
        const due = replyDue({ handedOverOn, isDifficult, replyExtensions }, beijing.settings, calendar)?.dueOn ?? handedOverOn
        expect(due >= addMonths(handedOverOn, 3) && due <= addMonths(handedOverOn, 6)).toBe(true)
      }),
    )
  })
})

describe('SUG-23 clocks stop on the act they wait for', () => {
  const on = addDays(d('2022-06-13'), 1)
  const level = (due: Deadline | null) => due && remaining(due.clock, on, calendar).level

  it('feedback stops with the rating', () => {
    expect(level(feedbackDue(facts, standard.settings, calendar))).toBe('overdue')
    expect(level(feedbackDue({ ...facts, ratedOn: '2022-06-01' }, standard.settings, calendar))).toBe('done')
  })

  it('an objection is out of the question once the unit accepts', () => {
    expect(level(objectionDue({ ...facts, acceptedOn: null }, standard.settings, calendar))).toBe('overdue')
    expect(level(objectionDue(facts, standard.settings, calendar))).toBe('done')
  })

  it('a unit cannot put off its clock by not signing, a paper that came later counts from its day', () => {
    expect(coOpinionDue({ handedOverOn: '2022-02-25' }, standard.settings, calendar)?.dueOn).toBe('2022-03-25')
    expect(coOpinionDue({ handedOverOn: '2022-02-25', receivedOn: '2022-03-01' }, standard.settings, calendar)?.dueOn).toBe(
      '2022-04-01',
    )
  })
})
