import { findUnit } from '#kernel/congress/api.ts'
import { totals } from '#kernel/metrics/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import type { Locale } from '#lib/pure/words.ts'
import { loadClock } from '../clock.ts'
import type { PublicItem } from '../contract.ts'
import type { FigureItem, FiguresView, Scorecard } from './contract.ts'
import { countUnits, figuresOf, publicReader, sumOf, todayOf } from './counting.ts'
import { readRun, scorecardOf } from './reading.ts'
import { listHandlingUnits } from './figures-store.ts'
import { list } from '../list-store.ts'
import { readDimension } from '../rules/measures.ts'
import { toPublicItem } from '../views.ts'

interface Reading {
  readonly tx: Tx
  readonly now: Date
  readonly locale: Locale
}

export interface UnitsData {
  readonly units: readonly Scorecard[]
  readonly all: Omit<Scorecard, 'unit'>
  readonly run: FiguresView['run']
}

/** The pages for everybody tell of all years together. */
const allYears = { year: null, isPublic: true } as const

/** Every unit that handles suggestions, in official order, with the figures of all of them. */
export async function readUnits({ tx, now, locale }: Reading): Promise<UnitsData> {
  const reader = publicReader({ tx, now })
  const counts = await countUnits(reader, await loadClock(tx, todayOf(reader), locale))
  const named = await listHandlingUnits(tx, [...counts.keys()])
  const shown = { ...allYears, locale }
  const units = named.map((unit) => scorecardOf(unit, counts.get(unit.id)!, shown))
  const { unit: _everybody, ...all } = scorecardOf({ id: '', name: '' }, sumOf(counts.values()), shown)
  const items = figuresOf(sumOf(counts.values()), { ...shown, unitId: null })
  return { units, all: { ...all, items }, run: await readRun(reader) }
}

export interface UnitData {
  readonly card: Scorecard
  readonly latest: readonly PublicItem[]
}

const LATEST = 10

/** One unit, also one that has been dissolved but handled something; 404 for any other. */
export async function readUnit({ tx, now, locale }: Reading, id: string): Promise<UnitData> {
  const reader = publicReader({ tx, now })
  const counts = await countUnits(reader, await loadClock(tx, todayOf(reader), locale))
  const own = counts.get(id)
  const unit = own ? (await listHandlingUnits(tx, [id]))[0] : await findUnit(tx, id, todayOf(reader))
  if (!unit) throw notFound('这个单位')
  const rows = await list(tx, { kind: 'public' }, { unitId: id, limit: LATEST - 1 })
  const card = scorecardOf({ id: unit.id, name: unit.name }, own ?? sumOf([]), { ...allYears, locale })
  return { card, latest: rows.map(toPublicItem) }
}

/** Units that anybody may choose from: what is confidential puts none into the list. */
export async function listPublicUnits({ tx }: Pick<Reading, 'tx'>): Promise<{ id: string; name: string }[]> {
  const dimensions = [...(await totals(tx, 'suggestion.handed_over')).keys()].map(readDimension)
  const ids = dimensions.filter(({ isConfidential }) => !isConfidential).map(({ key }) => key)
  return listHandlingUnits(tx, ids)
}

/** The figures of the whole house as anybody may read them, for the head of the list. */
export async function readPublicFigures({ tx, now, locale }: Reading): Promise<readonly FigureItem[]> {
  const reader = publicReader({ tx, now })
  const counts = await countUnits(reader, await loadClock(tx, todayOf(reader), locale))
  return figuresOf(sumOf(counts.values()), { ...allYears, unitId: null, locale })
}
