import { listOpenings } from '#kernel/congress/api.ts'
import { totalsOf } from '#kernel/metrics/api.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import { countInHandling, listHandlingUnits } from './figures-store.ts'
import { burnUp } from './rules/figures.ts'
import { HANDED_OVER_IN, readDimension, REPLIED_IN } from '../rules/measures.ts'
import { yearOf } from '../rules/year.ts'
import { readCategoryFigures } from './categories.ts'
import type { FiguresView, Scorecard, Scorecards } from './contract.ts'
import { countUnits, figuresOf, handlingOf, isCounted, sumOf, todayOf, type Reader, type Shown } from './counting.ts'
import type { Counts } from './rules/catalogue.ts'

/** The figures of the whole house, or of the reader's own unit, with what the plots draw. */
export async function readFigures(reader: Reader, locale: Locale): Promise<FiguresView> {
  const clock = await loadClock(reader.tx, todayOf(reader), locale)
  const counts = sumOf((await countUnits(reader, clock)).values())
  const { onlyUnit: unitId, year } = reader
  return {
    asOf: reader.now.toISOString(),
    year,
    years: await listYears(reader),
    items: figuresOf(counts, { unitId, year, locale, isPublic: reader.actor === null }),
    run: unitId === null ? await readRun(reader) : { months: [], handedOver: [], replied: [] },
    due: await readDueDays(reader, clock),
    categories: await readCategoryFigures(reader, locale),
    today: todayOf(reader),
  }
}

/** 年度 of which there is something to read, and the present one, the newest first. */
export async function listYears(reader: Omit<Reader, 'year'>): Promise<number[]> {
  const totals = [...((await totalsOf(reader.tx, ['suggestion.handed_over'])).get('suggestion.handed_over')?.keys() ?? [])]
  const years = totals
    .map(readDimension)
    .filter(({ key }) => reader.onlyUnit === null || key === reader.onlyUnit)
    .flatMap((total) => (isCounted({ ...reader, year: null }, total) && total.year !== null ? [total.year] : []))
  return [...new Set([await presentYear(reader), ...years])].toSorted((a, b) => b - a)
}

/** The year to which a suggestion would belong that is put today between sessions. */
export async function presentYear(reader: Pick<Reader, 'tx' | 'now'>): Promise<number> {
  return yearOf({ term: 0, session: null }, todayOf(reader), await listOpenings(reader.tx))
}

/** Hand-over and reply month by month. */
export async function readRun(reader: Pick<Reader, 'tx' | 'seesConfidential' | 'year'>): Promise<FiguresView['run']> {
  const all = await totalsOf(reader.tx, [HANDED_OVER_IN, REPLIED_IN])
  const months = (metric: string) =>
    [...(all.get(metric) ?? [])].flatMap(([dimension, amount]) => {
      const total = readDimension(dimension)
      return isCounted(reader, total) ? [{ month: total.key, amount }] : []
    })
  return burnUp(months(HANDED_OVER_IN), months(REPLIED_IN))
}

/** What is in handling by the last day for its reply: rows alike in all that decides it are one computation. */
async function readDueDays(reader: Reader, clock: SuggestionClock): Promise<FiguresView['due']> {
  const counts = new Map<string, number>()
  for (const { amount, ...it } of await countInHandling(reader.tx, reader)) {
    const on = clock.replyDueOn({ ...it, submittedOn: null, repliedOn: null })
    counts.set(on, (counts.get(on) ?? 0) + amount)
  }
  return [...counts].map(([on, count]) => ({ on: toDateOnly(on), count })).toSorted((a, b) => a.on.localeCompare(b.on))
}

/** A scorecard for each unit (SUG-34), the most open items first; the table shows every n, since a rate alone misleads. */
export async function readScorecards(reader: Reader, locale: Locale): Promise<Scorecards> {
  const clock = await loadClock(reader.tx, todayOf(reader), locale)
  const units = await countUnits(reader, clock)
  const named = await listHandlingUnits(reader.tx, [...units.keys()])
  const items = named.map((unit) =>
    scorecardOf(unit, units.get(unit.id)!, { year: reader.year, locale, isPublic: reader.actor === null }),
  )
  return { asOf: reader.now.toISOString(), items: items.toSorted((a, b) => b.open - a.open || b.handedOver - a.handedOver) }
}

export function scorecardOf(unit: { id: string; name: string }, counts: Counts, of: Omit<Shown, 'unitId'>): Scorecard {
  const { satisfied, basically_satisfied, dissatisfied } = counts
  return {
    unit,
    ...handlingOf(counts),
    ratings: { satisfied, basically_satisfied, dissatisfied },
    items: figuresOf(counts, { ...of, unitId: unit.id }),
  }
}
