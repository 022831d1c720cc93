import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { metricIds } from './contract.ts'
import { figuresOf, sumOf } from './counting.ts'
import { addressOf, catalogue, type Counts } from './rules/catalogue.ts'

const all = { unitId: null, year: null }
const shown = (counts: Partial<Counts>, isPublic = false) =>
  figuresOf({ ...sumOf([]), ...counts }, { unitId: null, year: null, locale: 'zh-CN', isPublic })
const figure = (counts: Partial<Counts>, id: string) => shown(counts).find((it) => it.id === id)!

test('SUG-02 796 of 823 is 96.7%, and nothing of nothing is a dash, for every rate', () => {
  expect(figure({ replied: 796, handed_over: 823 }, 'reply_rate')).toMatchObject({ value: '96.7%', part: 796, whole: 823 })
  for (const it of shown({})) expect(it.value, it.id).toBe(it.whole === null ? '0' : '—')
})

test('SUG-02 what is not due yet counts neither for nor against punctuality', () => {
  const counts = { handed_over: 20, in_time: 4, late: 2, overdueFirst: 1 }
  expect(figure(counts, 'in_time_rate')).toMatchObject({ part: 4, whole: 7, value: '57.1%' })
})

test('SUG-34 those not rated stand outside the rates of satisfaction and are told beside them', () => {
  const counts = { replied: 10, rated: 4, satisfied: 2, basically_satisfied: 1, dissatisfied: 1, unrated: 5 }
  expect(figure(counts, 'satisfied_rate')).toMatchObject({ value: '50.0%', whole: 4 })
  expect(figure(counts, 'content_rate')).toMatchObject({ value: '75.0%', whole: 4 })
  expect(figure(counts, 'feedback_rate')).toMatchObject({ value: '40.0%', whole: 10 })
  expect(figure(counts, 'unrated')).toMatchObject({ value: '5', whole: null })
})

test('PLT-09 every figure has its words in both languages, a definition, a source and a list of its own', () => {
  expect(catalogue.map((it) => it.id)).toEqual(metricIds)
  for (const it of catalogue) {
    for (const words of [it.words, it.formula, it.source]) {
      expect(words.zh, it.id).toMatch(/\p{Script=Han}/u)
      expect(words.en, it.id).not.toMatch(/\p{Script=Han}/u)
    }
    if (it.whole) expect(addressOf(it.part.list, all), it.id).not.toBe(addressOf(it.whole.list, all))
  }
  const promises = shown({}, true).filter(({ partList }) => partList === null)
  expect(promises.map((it) => it.id)).toEqual(['kept_rate'])
})

test('PLT-09 the sum of the units is the figure of the house, and no rate exceeds a hundred', () => {
  const unit = fc.record({ handed_over: fc.nat(500), share: fc.nat(100) })
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (units) => {
      const counts = units.map(({ handed_over, share }): Counts => {
        return { ...sumOf([]), handed_over, replied: Math.floor((handed_over * share) / 100) }
      })
      const items = figuresOf(sumOf(counts), { ...all, locale: 'zh-CN', isPublic: true })
      const { part, whole, value } = items.find((it) => it.id === 'reply_rate')!
      expect(part).toBe(counts.reduce((sum, it) => sum + it.replied, 0))
      expect(whole).toBe(counts.reduce((sum, it) => sum + it.handed_over, 0))
      if (value !== '—') expect(Number.parseFloat(value)).toBeLessThanOrEqual(100)
    }),
  )
})
