import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfDocumentNumber, formatDocumentNumber, parseDocumentNumber, tidyDocumentNumber } from './document-number.ts'

describe('document numbers', () => {
  test('are written with six-cornered brackets, the full year and no leading zeros', () => {
    expect(formatDocumentNumber({ series: '人办', year: 2022, number: 5 })).toBe('人办〔2022〕5号')
    expect(faultOfDocumentNumber('人办〔2022〕5号')).toBeNull()
    expect(parseDocumentNumber('沈人大（常）函〔2022〕120号')).toEqual({ series: '沈人大（常）函', year: 2022, number: 120 })
  })

  test.each([
    ['人办[2022]5号', '人办〔2022〕5号'],
    ['人办（2022）第005号', '人办〔2022〕5号'],
    ['人办【22】5号', '人办〔2022〕5号'],
    ['人办 〔２０２２〕 ５ 号', '人办〔2022〕5号'],
    ['人办〔2022年〕5', '人办〔2022〕5号'],
  ])('%s is refused, and %s offered', (typed, right) => {
    expect(parseDocumentNumber(typed)).toBeNull()
    expect(tidyDocumentNumber(typed)).toBe(right)
    expect(faultOfDocumentNumber(typed)).toContain(right)
  })

  test.each(['', '5号', '人办2022第5号', '人办〔2022〕0号', 'A〔2022〕5号', '人办〔2022〕5号x'])(
    '%j is refused with an example',
    (typed) => {
      expect(parseDocumentNumber(typed)).toBeNull()
      expect(faultOfDocumentNumber(typed)).toContain('人办〔2022〕5号')
    },
  )

  test('what is formatted can be read again', () => {
    const parts = fc.record({
      series: fc.constantFrom('人办', '沈人常', '临住建函'),
      year: fc.integer({ min: 1979, max: 2100 }),
      number: fc.integer({ min: 1, max: 99_999 }),
    })
    fc.assert(fc.property(parts, (it) => void expect(parseDocumentNumber(formatDocumentNumber(it))).toEqual(it)))
  })
})
