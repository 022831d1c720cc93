import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { change, percent } from '#kernel/metrics/rules/change.ts'
import type { Measure } from '#kernel/metrics/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Outcome, Status } from '../contract.ts'
import { lifecycle, type Arrow } from './lifecycle.ts'
import { fateOf, measures, summaryOf } from './measures.ts'

interface Row {
  status: Status
  number: number | null
  outcome: Outcome | null
  submittedOn: string | null
}

const outcomeOf: Partial<Record<Arrow, Outcome>> = {
  putOnAgenda: 'on_agenda',
  refer: 'to_committee',
  rejectAsMotion: 'not_motion',
  leaveOffAgenda: 'not_on_agenda',
  merge: 'merged',
}

/** A few motions live through any sequence of arrows that the lifecycle permits; totals are kept as the store keeps them. */
function live(steps: readonly (readonly [motion: number, choice: number])[]) {
  const rows: Row[] = Array.from({ length: 5 }, () => ({ status: 'draft', number: null, outcome: null, submittedOn: null }))
  const totals = new Map<string, number>()
  const given: number[] = []
  for (const [at, choice] of steps) {
    const it = rows[at]!
    const arrows = Object.keys(lifecycle[it.status]) as Arrow[]
    const arrow = arrows[choice % Math.max(1, arrows.length)]
    const to = arrow && next(lifecycle, it.status, arrow)
    if (!arrow || !to) continue
    if (arrow === 'receive') given.push(given.length + 1)
    const after: Row = {
      status: to,
      number: arrow === 'receive' ? given.length : it.number,
      outcome: outcomeOf[arrow] ?? it.outcome,
      submittedOn: arrow === 'submit' ? '2022-01-12' : it.submittedOn,
    }
    add(totals, change(measures(it), measures(after)))
    rows[at] = after
  }
  return { rows, totals, given }
}

function add(totals: Map<string, number>, list: readonly Measure[]): void {
  for (const { metric, dimension, amount } of list) {
    const key = `${metric} ${dimension}`
    totals.set(key, (totals.get(key) ?? 0) + amount)
  }
}

const step = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 12 }))

test('SUG-35 any sequence of permitted acts keeps numbers unique, totals equal to a recount, and every received paper in one place', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (steps) => {
      const { rows, totals, given } = live(steps)
      const numbers = rows.flatMap((it) => it.number ?? [])
      expect(new Set(numbers).size).toBe(numbers.length)
      expect(numbers.length).toBe(given.length)

      const recount = new Map<string, number>()
      for (const it of rows) add(recount, measures(it))
      for (const key of new Set([...totals.keys(), ...recount.keys()]))
        expect(totals.get(key) ?? 0, key).toBe(recount.get(key) ?? 0)

      const byFate = new Map(
        [...totals].flatMap(([key, n]) => (key.startsWith('motion.fate ') ? [[key.slice(12), n] as const] : [])),
      )
      const it = summaryOf(byFate)
      expect(it.received).toBe(given.length)
      expect(it.asMotion + it.converted + it.notConverted + it.undecided + it.lapsed + it.withdrawn).toBe(it.received)
    }),
    { numRuns: 300 },
  )
})

test('SUG-35 what was never received has no place among the figures', () => {
  for (const status of ['draft', 'cosigning', 'submitted', 'returned', 'lapsed', 'withdrawn'] as const) {
    expect(fateOf({ status, number: null, outcome: null })).toBeNull()
  }
  expect(fateOf({ status: 'ended', number: 1, outcome: 'not_motion' })).toBe('notConverted')
  expect(fateOf({ status: 'ended', number: 1, outcome: 'not_on_agenda' })).toBe('notOnAgenda')
})

test('SUG-35 the figures of 常州 2025 (W9): thirty papers, four motions of which two merged, 26 suggestions', () => {
  const it = summaryOf(
    new Map([
      ['toCommittee', 2],
      ['merged', 2],
      ['converted', 26],
    ]),
  )
  expect(it).toMatchObject({ received: 30, asMotion: 4, converted: 26, undecided: 0 })
  expect(percent(it.converted, it.received)).toBe('86.7%')
})
