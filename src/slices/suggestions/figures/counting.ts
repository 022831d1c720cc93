import type { Act } from '#kernel/identity/act.ts'
import type { Actor } from '#kernel/identity/contract.ts'
import { percent, totalsOf } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { pick, type Locale } from '#lib/pure/words.ts'
import { commitmentFigures, publicCommitmentFigures } from '#slices/commitments/api.ts'
import type { SuggestionClock } from '../clock.ts'
import { countLate } from './figures-store.ts'
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
  /** 年度; null counts all of them together. */
  readonly year: number | null
}

export function publicReader({ tx, now }: { tx: Tx; now: Date }, year: number | null = null): Reader {
  return { tx, now, actor: null, seesConfidential: false, onlyUnit: null, year }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** The offices read of every unit, a unit of itself. */
export function readerOf({ tx, now, actor }: Act, isOffice: boolean, year: number | null): Reader {
  const seesConfidential = !isOffice || actor.roles.has('deputies_affairs')
  return { tx, now, actor, seesConfidential, onlyUnit: isOffice ? null : (actor.unitId ?? NOBODY), year }
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
      const total = readDimension(dimension)
      if (isCounted(reader, total)) add(total.key, metric, amount)
    }
  for (const it of await countLate(tx, clock.lateBounds(), reader.year)) {
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

/** Whether a total is among what this reader counts. */
export function isCounted(
  { seesConfidential, year }: Pick<Reader, 'seesConfidential' | 'year'>,
  total: ReturnType<typeof readDimension>,
): boolean {
  return (seesConfidential || !total.isConfidential) && (year === null || total.year === year)
}

/** A promise belongs to the year in which it falls due first. */
async function promisesOf({ tx, now, actor, year }: Reader) {
  const summary = actor ? await commitmentFigures({ tx, now, actor }, year) : await publicCommitmentFigures({ tx, now }, year)
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

/** Whose figures these are, and for whom: the lists behind them hold the same rows. */
export interface Shown {
  readonly unitId: string | null
  readonly year: number | null
  readonly locale: Locale
  readonly isPublic: boolean
}

/** Every figure of the catalogue, with the lists behind it. */
export function figuresOf(counts: Counts, of: Shown): FigureItem[] {
  return catalogue.map((metric) => figureOf(metric, counts, of))
}

function figureOf(metric: Metric, counts: Counts, of: Shown): FigureItem {
  const [part, whole] = [metric.part.count(counts), metric.whole?.count(counts) ?? null]
  // Promises have no list of their own in public; they stand on the pages of their suggestions.
  const hasList = !of.isPublic || metric.unit === 'suggestion'
  const address = (side: Metric['whole']) => (side && hasList ? addressOf(side.list, of) : null)
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
