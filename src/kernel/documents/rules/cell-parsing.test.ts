import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellString, parseDay, parseNumber, parsePercent, toHalfWidth } from './cell-parsing.ts'

describe('parseDay', () => {
  test.each([
    ['2022.9.27', '2022-09-27'],
    ['2022-09-27', '2022-09-27'],
    ['2022/9/27', '2022-09-27'],
    ['2022年9月27日', '2022-09-27'],
    ['２０２２年９月２７日', '2022-09-27'],
    ['2022年 9月 27日', '2022-09-27'],
    ['20220927', '2022-09-27'],
    ['2022-09-27 14:30', '2022-09-27'],
    [20220927, '2022-09-27'],
    [44831, '2022-09-27'],
    [44831.75, '2022-09-27'],
    ['44831', '2022-09-27'],
    ['9月27日', '2022-09-27'],
    [' 9月7号 ', '2022-09-07'],
  ])('%j is %s', (cell, day) => expect(parseDay(cell, { year: 2022 })).toBe(day))

  test.each([
    ['2022.2.30'],
    ['13月1日'],
    ['2022年9月'],
    ['22.9.27'],
    ['尽快'],
    [''],
    [60],
    [0],
    [null],
    ['2022.9.27-10.1'],
    ['1.5'],
  ])('%j is no day', (cell) => expect(parseDay(cell, { year: 2022 })).toBeNull())

  test('a day without a year is no day where the year is unknown', () => expect(parseDay('9月27日')).toBeNull())

  test('reads every day that exists, however it is written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = day.split('-').map(Number)
        for (const text of [day, `${year}.${month}.${dayOfMonth}`, `${year}年${month}月${dayOfMonth}日`])
          expect(parseDay(text)).toBe(day)
      }),
    )
  })
})

test('numbers may be full-width and grouped, never with a unit', () => {
  expect(['１，２３４．５', '1,234.5', '-7', '−7', ' 12 '].map(parseNumber)).toEqual([1234.5, 1234.5, -7, -7, 12])
  expect(['12件', '1,23', '1e5', '', '=1+1', null].map(parseNumber)).toEqual([null, null, null, null, null, null])
})

test('percentages are parts of one', () => {
  expect(['96.7%', '９６．７％', 0.967, '100 %', '多'].map(parsePercent)).toEqual([0.967, 0.967, 0.967, 1, null])
})

test('half width touches only ASCII', () => {
  expect(toHalfWidth('（Ａ１）　①㎡〔2022〕')).toBe('(A1) ①㎡〔2022〕')
  expect(cellString('　张\u200b三 ')).toBe('张三')
})
