import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { percent, totalsOf } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import { commitmentFigures, publicCommitmentFigures } from '#slices/commitments/api.ts'
import type { SuggestionClock } from '../clock.ts'
import { countLate } from '../figures-store.ts'
import { readDimension, unitMetrics } from '../rules/measures.ts'
import type { FigureItem } from './contract.ts'
import { addressOf, catalogue, liveCounts, unitWords, type Counts, type Metric } from './rules/catalogue.ts'

/** Whose figures these are: what is confidential is counted only for those whose lists hold it. */
export interface Reader {
  readonly tx: Tx
  readonly now: Date
  /** Null for the public. */
  readonly actor: Actor | null
  readonly seesConfidential: boolean
  /** A handling unit counts its own alone. */
  readonly onlyUnit: string | null
}

export function publicReader({ tx, now }: { tx: Tx; now: Date }): Reader {
  return { tx, now, actor: null, seesConfidential: false, onlyUnit: null }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The offices read of every unit, a unit of itself. */
export function readerOf({ tx, now, actor }: Act, isOffice: boolean): Reader {
  const seesConfidential = !isOffice || actor.roles.has('deputies_affairs')
  return { tx, now, actor, seesConfidential, onlyUnit: isOffice ? null : (actor.unitId ?? NOBODY) }
}

/** The counts of every unit that ever handled something or promised something. */
export async function countUnits(reader: Reader, clock: SuggestionClock): Promise<Map<string, Counts>> {
  const { tx } = reader
  const units = new Map<string, Record<keyof Counts, number>>()
  const add = (unitId: string, key: keyof Counts, amount: number) => {
    if (reader.onlyUnit !== null && reader.onlyUnit !== unitId) return
    if (!units.has(unitId)) units.set(unitId, { ...noCounts })
    units.get(unitId)![key] += amount
  }
  const all = await totalsOf(
    tx,
    unitMetrics.map((metric) => `suggestion.${metric}`),
  )
  for (const metric of unitMetrics)
    for (const [dimension, amount] of all.get(`suggestion.${metric}`) ?? []) {
      const { key, isConfidential } = readDimension(dimension)
      if (reader.seesConfidential || !isConfidential) add(key, metric, amount)
    }
  for (const it of await countLate(tx, clock.lateBounds())) {
    if (!reader.seesConfidential && it.isConfidential) continue
    add(it.unitId, 'overdue', it.late)
    add(it.unitId, 'overdueFirst', it.unanswered)
  }
  for (const { id, due, inTime } of await promisesOf(reader)) {
    add(id, 'promisesDue', due)
    add(id, 'promisesKept', inTime)
  }
  return units
}

async function promisesOf({ tx, now, actor }: Reader) {
  const summary = actor ? await commitmentFigures({ tx, now, actor }) : await publicCommitmentFigures({ tx, now })
  return summary.byUnit
}

const noCounts = Object.fromEntries([...unitMetrics, ...liveCounts].map((it) => [it, 0])) as Record<keyof Counts, number>

export function sumOf(units: Iterable<Counts>): Counts {
  const all = { ...noCounts }
  for (const it of units) for (const key of Object.keys(all) as (keyof Counts)[]) all[key] += it[key]
  return all
}

/** What was handed over to a unit, answered by it, is open and late. */
export function handlingOf(it: Counts) {
  return { handedOver: it.handed_over, replied: it.replied, open: it.handed_over - it.replied, late: it.overdue }
}

/** Every figure of the catalogue, with the lists behind it; `unitId` narrows them to one unit. */
export function figuresOf(counts: Counts, of: { unitId: string | null; locale: Locale; isPublic: boolean }): FigureItem[] {
  return catalogue.map((metric) => figureOf(metric, counts, of))
}

function figureOf(metric: Metric, counts: Counts, of: { unitId: string | null; locale: Locale; isPublic: boolean }): FigureItem {
  const [part, whole] = [metric.part.count(counts), metric.whole?.count(counts) ?? null]
  // Promises have no list of their own in public; they stand on the pages of their suggestions.
  const hasList = !of.isPublic || metric.unit === 'suggestion'
  const address = (side: Metric['whole']) => (side && hasList ? addressOf(side.list, of.unitId) : null)
  return {
    id: metric.id,
    name: pick(of.locale, metric.words),
    formula: pick(of.locale, metric.formula),
    unitOfCount: pick(of.locale, unitWords[metric.unit]),
    source: pick(of.locale, metric.source),
    part,
    whole,
    value: whole === null ? String(part) : percent(part, whole),
    partList: address(metric.part),
    wholeList: address(metric.whole),
  }
}

export function todayOf({ now }: Pick<Reader, 'now'>) {
  return toBeijingDate(now)
}
