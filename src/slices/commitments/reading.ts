import type { Actor } from '#kernel/identity/contract.ts'
import { percent, totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import type { Figures, Summary } from './contract.ts'
import { countOpen, listToDeputy, listUnitNames, type DeputyRow } from './figures-store.ts'
import { sightOf, type Sight } from './rules/may.ts'
import { isDue, isInTime, readDimension, type Place } from './rules/measures.ts'

/** The figures at one place; a sum of such rows is a figure of a unit, a year or the whole house. */
interface Counted extends Place {
  readonly open: number
  readonly due: number
  readonly inTime: number
  readonly overdue: number
  readonly carried: number
}

/** 落实率 and what stands behind it, of what this actor may see and of one year or all: the lists behind the figures hold the same rows. */
export async function summarise(tx: Tx, actor: Actor, today: DateOnly, year: number | null = null): Promise<Summary> {
  const sight = sightOf(actor)
  const counted = isDeputyOnly(sight)
    ? (await listToDeputy(tx, sight.deputyId)).map((it) => countedRow(it, today))
    : (await countAll(tx, today)).filter((it) => isSeen(sight, it))
  return ofYear(tx, counted, year)
}

/** The figures of units for the public: what is confidential left out. */
export async function summarisePublicly(tx: Tx, today: DateOnly, year: number | null = null): Promise<Summary> {
  const counted = (await countAll(tx, today)).filter((it) => !it.isConfidential)
  return ofYear(tx, counted, year)
}

async function ofYear(tx: Tx, all: readonly Counted[], year: number | null): Promise<Summary> {
  const counted = all.filter((it) => year === null || it.year === year)
  return summaryOf(counted, await listUnitNames(tx, [...new Set(counted.map((it) => it.unitId))]))
}

function isDeputyOnly(sight: Sight): sight is Sight & { deputyId: string } {
  return !sight.all && !sight.notConfidential && sight.unitId === null && sight.deputyId !== null
}

function isSeen(sight: Sight, it: Place): boolean {
  return sight.all || (sight.notConfidential && !it.isConfidential) || sight.unitId === it.unitId
}

async function countAll(tx: Tx, today: DateOnly): Promise<Counted[]> {
  const of = async (metric: string, part: (amount: number) => Partial<Counted>) =>
    [...(await totals(tx, metric))].map(([dimension, amount]) => ({ ...nothing, ...readDimension(dimension), ...part(amount) }))
  const live = (await countOpen(tx, today)).map(({ pastFirst, ...it }) => ({ ...nothing, ...it, due: pastFirst }))
  return [
    ...(await of('commitment.open', (open) => ({ open }))),
    ...(await of('commitment.settled', (due) => ({ due }))),
    ...(await of('commitment.kept_in_time', (inTime) => ({ inTime }))),
    ...live,
  ]
}

const nothing = { open: 0, due: 0, inTime: 0, overdue: 0, carried: 0 }

function countedRow(it: DeputyRow, today: DateOnly): Counted {
  const isOpen = it.status === 'open'
  const one = (is: boolean) => (is ? 1 : 0)
  return {
    unitId: it.unitId,
    year: Number(it.firstDueOn.slice(0, 4)),
    isConfidential: it.isConfidential,
    open: one(isOpen),
    due: one(isDue(it, today)),
    inTime: one(isInTime(it)),
    overdue: one(isOpen && it.dueOn < today),
    carried: one(isOpen && it.carries > 0),
  }
}

function summaryOf(counted: readonly Counted[], units: readonly { id: string; name: string }[]): Summary {
  const years = [...new Set(counted.map((it) => it.year))].toSorted((a, b) => b - a)
  return {
    ...sumOf(counted),
    byUnit: units.map((unit) => ({ ...unit, ...sumOf(counted.filter((it) => it.unitId === unit.id)) })),
    byYear: years.map((year) => ({ year, ...figuresOf(counted.filter((it) => it.year === year)) })),
  }
}

function sumOf(counted: readonly Counted[]) {
  const sum = (of: (it: Counted) => number) => counted.reduce((all, it) => all + of(it), 0)
  return {
    ...figuresOf(counted),
    open: sum((it) => it.open),
    overdue: sum((it) => it.overdue),
    carried: sum((it) => it.carried),
  }
}

function figuresOf(counted: readonly Counted[]): Figures {
  const due = counted.reduce((all, it) => all + it.due, 0)
  const inTime = counted.reduce((all, it) => all + it.inTime, 0)
  return { due, inTime, rate: percent(inTime, due) }
}
