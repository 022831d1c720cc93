import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/identity/contract.ts'
import type { Measure } from '#kernel/metrics/contract.ts'
import { change } from '#kernel/metrics/rules/change.ts'
import { addDays, toDateOnly } from '#lib/pure/date.ts'
import { actions, results, type Result, type Status } from '../contract.ts'
import { moved } from './course.ts'
import { isSettled, lifecycle, open, running, type Arrow } from './lifecycle.ts'
import { refusal } from './may.ts'
import { isSolved, measures } from './measures.ts'

const person = (role: Role, more: Partial<Actor>): Actor => {
  return { id: 'a', congressId: 1, name: '', roles: new Set([role]), unitId: null, deputyId: null, ...more }
}
const cast = {
  author: person('deputy', { deputyId: 'd' }),
  stranger: person('deputy', { deputyId: 'e' }),
  first: person('handling_unit', { unitId: 'u1' }),
  second: person('handling_unit', { unitId: 'u2' }),
  office: person('deputies_affairs', {}),
  leader: person('leader', { unitId: 'u1' }),
} as const

interface Row {
  status: Status
  deputyId: string
  unitId: string
  isConfidential: boolean
  passes: number
  result: Result | null
  isSatisfied: boolean | null
  settledOn: string | null
}

const tries = fc.record({
  who: fc.constantFrom(...(Object.keys(cast) as (keyof typeof cast)[])),
  act: fc.constantFrom<Arrow>(...actions, 'lapse'),
  to: fc.constantFrom('u1', 'u2'),
  result: fc.constantFrom(...results),
})
type Try = { who: keyof typeof cast; act: Arrow; to: string; result: Result }

/** One attempt as an action or the nightly job makes it: null where the rules refuse it. */
function attempt(row: Row, { who, act, to, result }: Try, today: string): Row | null {
  if (act !== 'lapse' && refusal(cast[who], row, act)) return null
  const arrow = moved(row, act, today)
  if (!arrow) return null
  return {
    ...row,
    ...arrow,
    ...((act === 'passOn' || act === 'assign') && { unitId: to }),
    ...(act === 'passOn' && { passes: row.passes + 1 }),
    ...(act === 'answer' && { result }),
    ...((act === 'confirm' || act === 'reject') && { isSatisfied: act === 'confirm' }),
  }
}

const START = toDateOnly('2022-03-01')
const begun = (isConfidential: boolean): Row => ({
  status: 'sent',
  deputyId: 'd',
  unitId: 'u1',
  isConfidential,
  passes: 0,
  result: null,
  isSatisfied: null,
  settledOn: null,
})

test('SUG-36 whoever tries what in whatever order: passed on once at most, answered once, and what is settled only becomes a suggestion', () => {
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 30 }), (list) => {
      let row = begun(false)
      list.forEach((it, days) => {
        const after = attempt(row, it, addDays(START, days))
        if (!after) return
        expect(['stranger', 'leader']).not.toContain(it.act === 'lapse' ? '' : it.who)
        expect(after.passes).toBeLessThanOrEqual(1)
        expect(after.settledOn !== null).toBe(isSettled(after.status))
        if (row.settledOn !== null) expect([after.status, after.settledOn]).toEqual(['converted', row.settledOn])
        if (row.result !== null) expect(after.result).toBe(row.result)
        if (['answered', 'satisfied', 'dissatisfied', 'lapsed'].includes(after.status)) expect(after.result).not.toBeNull()
        if (after.status === 'converted') expect(isSolved(after) && after.isSatisfied === true).toBe(false)
        row = after
      })
    }),
  )
})

test('SUG-36 the totals that changes add up to are those of a recount', () => {
  const some = fc.array(fc.tuple(fc.boolean(), fc.array(tries, { maxLength: 12 })), { maxLength: 12 })
  fc.assert(
    fc.property(some, (list) => {
      const kept: Measure[] = []
      const rows = list.map(([isConfidential, attempts]) => {
        let row = begun(isConfidential)
        kept.push(...measures(row))
        for (const it of attempts) {
          const after = attempt(row, it, START)
          if (after) kept.push(...change(measures(row), measures(after)))
          row = after ?? row
        }
        return row
      })
      expect(summed(kept)).toEqual(summed(rows.flatMap((row) => measures(row))))
      const figure = (metric: string) => rows.flatMap((row) => measures(row)).filter((it) => it.metric === metric).length
      expect(figure('concern.open')).toBe(rows.filter((row) => open.includes(row.status)).length)
      expect(figure('concern.solved')).toBeLessThanOrEqual(figure('concern.answered'))
    }),
  )
})

test('SUG-36 every status can be reached, and what runs at a unit is open', () => {
  const reached = new Set<Status>(['sent'])
  for (let before = 0; before !== reached.size;) {
    before = reached.size
    for (const status of reached) for (const to of Object.values(lifecycle[status])) reached.add(to)
  }
  expect([...reached].toSorted()).toEqual(Object.keys(lifecycle).toSorted())
  expect(running.every((status) => open.includes(status))).toBe(true)
  expect(open.filter((status) => isSettled(status))).toEqual([])
})

function summed(all: readonly Measure[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { metric, dimension, amount } of all) {
    const key = `${metric} ${dimension}`
    sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0).toSorted())
}
