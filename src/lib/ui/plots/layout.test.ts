import { array, assert, constantFrom, double, integer, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { addDays, toDateOnly } from '#lib/pure/date.ts'

import { byOpenItems, dueCalendar, LINE, levelsOf, NARROWEST, reach, spread, widthOf } from './layout.ts'

test('PLT-10 a Chinese character is as wide as it is high, digits are narrower', () => {
  expect(widthOf('办理')).toBe(2)
  expect(widthOf('12')).toBeCloseTo(1.24)
  expect(widthOf('')).toBe(0)
})

describe('labels beside the ends of lines', () => {
  test('PLT-10 none, one and two that lie apart stay where they are', () => {
    expect(spread([], LINE, 0, 10)).toEqual([])
    expect(spread([4], LINE, 0, 10)).toEqual([4])
    expect(spread([2, 8], LINE, 0, 10)).toEqual([2, 8])
  })

  test('PLT-10 two at the very bottom move up, in their order', () => {
    expect(spread([10, 9.9], 2, 0, 10)).toEqual([10, 8])
  })

  test('PLT-10 however many lie together, no text touches its neighbour, and all stay inside where there is room', () => {
    assert(
      property(array(double({ min: 0, max: 10, noNaN: true }), { maxLength: 7 }), (wanted) => {
        const placed = spread(wanted, LINE, 0, 10).toSorted((a, b) => a - b)
        for (const [at, place] of placed.entries()) {
          if (at > 0) expect(place - placed[at - 1]!).toBeGreaterThanOrEqual(LINE - 1e-9)
          expect(place).toBeGreaterThanOrEqual(-1e-9)
          expect(place).toBeLessThanOrEqual(10 + 1e-9)
        }
      }),
    )
  })
})

test('PLT-10 labels along an axis never touch in their row, at the narrowest and wider, nor leave the picture where they fit into it', () => {
  const label = record({
    at: double({ min: 0, max: 1, noNaN: true }),
    text: constantFrom('3 个月', '6 个月', '会议闭幕', '交办截止日', '2022-10-21', 'x'),
  })
  assert(
    property(array(label, { maxLength: 6 }), integer({ min: NARROWEST, max: 90 }), (labels, width) => {
      const placed = levelsOf(labels).map(({ level, anchor }, at) => {
        const [left, right] = reach(labels[at]!.at * width, widthOf(labels[at]!.text), anchor)
        return { level, left, right }
      })
      for (const [at, one] of placed.entries()) {
        expect(one.left).toBeGreaterThan(-1)
        expect(one.right).toBeLessThan(width + 1)
        for (const other of placed.slice(0, at)) {
          if (other.level === one.level) expect(one.right <= other.left || other.right <= one.left).toBe(true)
        }
      }
    }),
  )
})

describe('the calendar of due dates', () => {
  const today = toDateOnly('2022-09-27')

  test('PLT-10 nothing due is empty weeks from this Monday on', () => {
    const { columns, late, later } = dueCalendar([], today, 3)
    expect(columns.map(({ monday, total, month }) => [monday, total, month])).toEqual([
      ['2022-09-26', 0, null],
      ['2022-10-03', 0, 10],
      ['2022-10-10', 0, null],
    ])
    expect([late, later]).toEqual([0, 0])
  })

  test('PLT-10 yesterday is late, today is not; the day after the last week is later; days of one date add up', () => {
    const days = [-1, 0, 0, 4, 26, 27].map((plus) => ({ on: addDays(today, plus), count: 1 }))
    const { columns, late, later, most, hasWeekend } = dueCalendar(days, today, 4)
    expect([late, later, most, hasWeekend]).toEqual([1, 1, 2, true])
    expect(columns.map(({ total }) => total)).toEqual([3, 0, 0, 1])
    expect(columns[0]!.cells[1]).toMatchObject({ count: 2, isToday: true })
  })

  test('PLT-10 nothing is lost: late, drawn and later make the whole', () => {
    const day = record({ plus: integer({ min: -400, max: 400 }), count: integer({ min: 0, max: 50 }) })
    assert(
      property(array(day), integer({ min: 1, max: 30 }), (list, weeks) => {
        const days = list.map(({ plus, count }) => ({ on: addDays(today, plus), count }))
        const { columns, late, later } = dueCalendar(days, today, weeks)
        const drawn = columns.reduce((sum, { total }) => sum + total, 0)
        expect(late + drawn + later).toBe(list.reduce((sum, { count }) => sum + count, 0))
      }),
    )
  })
})

test('PLT-10 units stand by what is open, not by their rate', () => {
  const unit = (label: string, handedOver: number, answered: number) => ({ label, handedOver, answered })
  const sorted = byOpenItems([unit('一', 2, 1), unit('二', 100, 90), unit('三', 50, 50), unit('四', 9, 8)])
  expect(sorted.map(({ label }) => label)).toEqual(['二', '四', '一', '三'])
})
