import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '#kernel/identity/contract.ts'
import type { Measure } from '#kernel/metrics/contract.ts'
import { addDays, toDateOnly, yearOf, type DateOnly } from '#lib/pure/date.ts'
import type { Status } from '../contract.ts'
import { after, carryProblem, type Changed } from './course.ts'
import { refusal } from './may.ts'
import { dimensionOf, isDue, isInTime, measures, readDimension } from './measures.ts'

const handler: Actor = { id: 'h', congressId: 1, name: '', roles: new Set(['handling_unit']), unitId: 'u', deputyId: null }

interface Row {
  status: Status
  unitId: string
  leadDeputyId: string
  isConfidential: boolean
  openedOn: string
  firstDueOn: string
  dueOn: string
  carries: number
  settledOn: string | null
  askedOn: string | null
  carriedYear: number | null
}

type Try =
  | { readonly act: 'report' | 'keep' | 'giveUp' | 'supersede'; readonly pause: number }
  | { readonly act: 'carry'; readonly pause: number; readonly days: number }

const pause = fc.nat(200)
const tries: fc.Arbitrary<Try> = fc.oneof(
  fc.record({ act: fc.constantFrom('report', 'keep', 'giveUp', 'supersede' as const), pause }),
  fc.record({ act: fc.constant('carry' as const), pause, days: fc.integer({ min: -50, max: 900 }) }),
)
const START = toDateOnly('2022-03-01')

/** One attempt as an action makes it: refused by the rules, or the change that they give. */
function attempt(row: Row, it: Try, today: DateOnly): Changed | null {
  if (it.act === 'supersede') return row.status === 'open' ? after.supersede(today) : null
  if (refusal(handler, { ...row, yearly: null }, it.act, today)) return null
  if (it.act !== 'carry') return after[it.act](today)
  const dueOn = addDays(toDateOnly(row.dueOn), it.days)
  return carryProblem(row, dueOn, today) ? null : after.carry(row, dueOn)
}

function begun(days: number, isConfidential: boolean): Row {
  const firstDueOn = addDays(START, days)
  return {
    status: 'open',
    unitId: 'u',
    leadDeputyId: 'd',
    isConfidential,
    openedOn: START,
    firstDueOn,
    dueOn: firstDueOn,
    carries: 0,
    settledOn: null,
    askedOn: null,
    carriedYear: null,
  }
}

test('SUG-27 whatever is tried in whatever order, dates stay ordered, one carry a year, and nothing leaves a settled state', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.array(tries, { maxLength: 20 }), (days, list) => {
      const row = begun(days, false)
      let today = START
      const carriedIn: number[] = []
      for (const it of list) {
        today = addDays(today, it.pause)
        const before = { ...row }
        const change = attempt(row, it, today)
        if (!change) continue
        Object.assign(row, change)
        if (it.act === 'carry') carriedIn.push((row.carriedYear = yearOf(today)))
        expect(before.status).toBe('open')
        expect(row.firstDueOn).toBe(before.firstDueOn)
        expect(row.openedOn < row.firstDueOn && row.firstDueOn <= row.dueOn && before.dueOn <= row.dueOn).toBe(true)
        expect(row.carries > 0).toBe(row.firstDueOn < row.dueOn)
        expect(row.status === 'open').toBe(row.settledOn === null)
        expect(row.settledOn === null || row.settledOn >= row.openedOn).toBe(true)
      }
      expect(new Set(carriedIn).size).toBe(carriedIn.length)
    }),
  )
})

test('SUG-34 the totals that changes add up to are those of a recount, and with the live count they are 落实率 itself', () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 800 }), fc.boolean(), fc.array(tries, { maxLength: 8 })), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(some, (list) => {
      const kept: Measure[] = []
      let last = START
      const rows = list.map(([days, isConfidential, attempts]) => {
        let row = begun(days, isConfidential)
        let today = START
        kept.push(...measures(row))
        for (const it of attempts) {
          today = addDays(today, it.pause)
          const change = attempt(row, it, today)
          if (!change) continue
          const next = { ...row, ...change }
          kept.push(...measures(row).map((one) => ({ ...one, amount: -one.amount })), ...measures(next))
          row = next
        }
        if (today > last) last = today
        return row
      })
      const recount = rows.flatMap((row) => measures(row))
      expect(summed(kept)).toEqual(summed(recount))
      const sum = (metric: string) => recount.filter((it) => it.metric === metric).reduce((all, it) => all + it.amount, 0)
      const pastFirst = rows.filter((row) => row.status === 'open' && row.firstDueOn < last).length
      expect(sum('commitment.settled') + pastFirst).toBe(rows.filter((row) => isDue(row, last)).length)
      expect(sum('commitment.kept_in_time')).toBe(rows.filter((row) => isInTime(row)).length)
    }),
  )
})

test('SUG-34 a dimension says unit, year and confidentiality, and is read back', () => {
  for (const isConfidential of [true, false]) {
    const place = { unitId: '0190', isConfidential, firstDueOn: '2022-12-31' }
    expect(readDimension(dimensionOf(place))).toEqual({ unitId: '0190', isConfidential, year: 2022 })
  }
})

function summed(all: readonly Measure[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { metric, dimension, amount } of all) {
    const key = `${metric} ${dimension}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0).toSorted())
}
