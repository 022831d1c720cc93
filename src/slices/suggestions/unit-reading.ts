import { findUnit } from '#kernel/congress/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from './clock.ts'
import type { PublicItem } from './contract.ts'
import { countByMonth, countLate, countRatings, listHandlingUnits } from './figures-store.ts'
import { list } from './list-store.ts'
import { burnUp, verdictOf, type Verdict } from './rules/figures.ts'
import { toPublicItem } from './views.ts'

/** What one unit got, answered, has open and has late; open is the difference of the two before it. */
export interface UnitFigures {
  readonly id: string
  readonly name: string
  readonly handedOver: number
  readonly replied: number
  readonly open: number
  readonly late: number
}

export interface UnitsData {
  readonly units: readonly UnitFigures[]
  readonly all: Omit<UnitFigures, 'id' | 'name'>
  readonly verdict: Verdict
  readonly run: ReturnType<typeof burnUp>
}

/** Every unit that handles suggestions, in official order, with the figures of all of them. */
export async function readUnits({ tx, now }: { tx: Tx; now: Date }): Promise<UnitsData> {
  const units = await figuresOf(tx, now)
  const sum = (of: (it: UnitFigures) => number) => units.reduce((total, it) => total + of(it), 0)
  return {
    units,
    all: {
      handedOver: sum((it) => it.handedOver),
      replied: sum((it) => it.replied),
      open: sum((it) => it.open),
      late: sum((it) => it.late),
    },
    verdict: verdictOf(await countRatings(tx, 'last'), 'result'),
    run: burnUp(await countByMonth(tx, 'handed_over_on'), await countByMonth(tx, 'replied_on')),
  }
}

export interface UnitData {
  readonly unit: UnitFigures
  readonly attitude: Verdict
  readonly result: Verdict
  readonly latest: readonly PublicItem[]
}

const LATEST = 10

/** One unit, also one that has been dissolved but handled something; 404 for any other. */
export async function readUnit({ tx, now }: { tx: Tx; now: Date }, id: string): Promise<UnitData> {
  const found = (await figuresOf(tx, now)).find((it) => it.id === id) ?? (await untouched(tx, now, id))
  const ratings = await countRatings(tx, 'last', id)
  const rows = await list(tx, { kind: 'public' }, { unitId: id, limit: LATEST - 1 })
  return {
    unit: found,
    attitude: verdictOf(ratings, 'attitude'),
    result: verdictOf(ratings, 'result'),
    latest: rows.map(toPublicItem),
  }
}

async function untouched(tx: Tx, now: Date, id: string): Promise<UnitFigures> {
  const unit = await findUnit(tx, id, toBeijingDate(now))
  if (!unit) throw notFound('这个单位')
  return { id: unit.id, name: unit.name, handedOver: 0, replied: 0, open: 0, late: 0 }
}

async function figuresOf(tx: Tx, now: Date): Promise<UnitFigures[]> {
  const clock = await loadClock(tx, toBeijingDate(now))
  const handedOver = await totals(tx, 'suggestion.handed_over')
  const replied = await totals(tx, 'suggestion.replied')
  const late = await countLate(tx, clock.lateBounds())
  const units = await listHandlingUnits(tx, [...handedOver.keys()])
  return units.map(({ id, name }) => {
    const [all, answered] = [handedOver.get(id) ?? 0, replied.get(id) ?? 0]
    return { id, name, handedOver: all, replied: answered, open: all - answered, late: late.get(id) ?? 0 }
  })
}
