import { describe, expect, it } from 'vitest'
import { toDateOnly } from '#lib/pure/date.ts'
import { changesOf, ownDaysOf, plannedDays, shippedDaysOf, withDays, type YearView } from './planned-year.ts'

const feast = { day: '2022-10-03', isWorkday: false, name: '国庆节' }
const rescue = { day: '2022-10-04', isWorkday: true, name: '抢险' }
const cityDay = { day: '2022-03-09', isWorkday: false, name: '市庆' }

const year: YearView = {
  year: 2022,
  version: 7,
  isKnown: true,
  papers: [],
  days: [
    { ...feast, day: toDateOnly(feast.day), source: 'shipped', replaced: null },
    { ...rescue, day: toDateOnly(rescue.day), source: 'own', replaced: { isWorkday: false, name: '国庆节' } },
  ],
}

describe('PLT-04 a year while it is being changed', () => {
  it('knows its own days, and the shipped ones below them', () => {
    expect(ownDaysOf(year)).toEqual([rescue])
    expect(shippedDaysOf(year)).toEqual([feast, { ...feast, day: '2022-10-04' }])
  })

  it('an own day taken away lets the shipped one count again', () => {
    expect(plannedDays(year, [])).toEqual([
      { ...feast, source: 'shipped' },
      { ...feast, day: '2022-10-04', source: 'shipped' },
    ])
    expect(changesOf(year, [])).toEqual([{ day: '2022-10-04', before: rescue, after: { ...feast, day: '2022-10-04' } }])
  })

  it('a day added counts from nothing; the same days again are no change', () => {
    expect(changesOf(year, withDays(year, [rescue], [cityDay]))).toEqual([{ day: '2022-03-09', before: null, after: cityDay }])
    expect(changesOf(year, ownDaysOf(year))).toEqual([])
  })

  it('a day that repeats the shipped table is no entry of its own, and ends one that stood over it', () => {
    expect(withDays(year, [rescue], [feast])).toEqual([rescue])
    expect(withDays(year, [rescue], [{ ...feast, day: '2022-10-04' }])).toEqual([])
  })

  it('the later entry of a day wins', () => {
    const worked = { ...cityDay, isWorkday: true }
    expect(withDays(year, [cityDay], [worked])).toEqual([worked])
  })
})
