import { listUnitNames } from '#kernel/congress/api.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { percent, totalsOf } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import { findBriefs } from '#slices/suggestions/api.ts'
import type { Detail, Figures, Summary } from './contract.ts'
import { countOverdue } from './figures-store.ts'
import { sightOf, type Sight } from './rules/may.ts'
import { metrics, readDimension, type Place } from './rules/measures.ts'
import type { Concern } from './store.ts'

type Counts = Omit<Figures, 'rate'>
type Counted = Place & Counts

/** The figures of what this actor may see, by the unit that has it now: the lists behind them hold the same rows. */
export async function summarise(tx: Tx, actor: Actor, today: DateOnly): Promise<Summary> {
  const sight = sightOf(actor)
  const counted = [...(await countAll(tx)), ...(await countLate(tx, today))].filter((it) => isSeen(sight, it))
  const units = new Set(counted.map((it) => it.unitId))
  const named = (await listUnitNames(tx)).filter(({ id }) => units.has(id))
  const byUnit = named.map(({ id, name }) => ({ id, name, ...sumOf(counted.filter((it) => it.unitId === id)) }))
  return { ...sumOf(counted), byUnit }
}

function isSeen({ all, notConfidential, unitId }: Sight, it: Place): boolean {
  return all || (notConfidential && !it.isConfidential) || unitId === it.unitId
}

const nothing: Counts = { all: 0, open: 0, overdue: 0, answered: 0, solved: 0, converted: 0 }

async function countAll(tx: Tx): Promise<Counted[]> {
  const found = await totalsOf(tx, metrics)
  return metrics.flatMap((metric) => {
    const name = metric.slice('concern.'.length)
    return [...(found.get(metric) ?? [])].map(([dimension, amount]) => ({
      ...nothing,
      ...readDimension(dimension),
      [name]: amount,
    }))
  })
}

async function countLate(tx: Tx, today: DateOnly): Promise<Counted[]> {
  return (await countOverdue(tx, today)).map((it) => ({ ...nothing, ...it }))
}

function sumOf(counted: readonly Counted[]): Figures {
  const sum = (name: keyof Counts) => counted.reduce((all, it) => all + it[name], 0)
  const [answered, solved] = [sum('answered'), sum('solved')]
  return {
    all: sum('all'),
    open: sum('open'),
    overdue: sum('overdue'),
    answered,
    solved,
    rate: percent(solved, answered),
    converted: sum('converted'),
  }
}

/** What it became, for its author at once and for the deputies' committee once it was submitted: a draft is its author's alone. */
export async function suggestionOf(tx: Tx, actor: Actor, it: Concern): Promise<Detail['suggestion']> {
  if (it.suggestionId === null) return null
  const [brief] = await findBriefs(tx, [it.suggestionId])
  if (!brief) return null
  const isOffice = actor.roles.has('deputies_affairs') && brief.submittedOn !== null
  return isOffice || actor.deputyId === it.deputyId ? { id: brief.id, name: brief.title } : null
}
