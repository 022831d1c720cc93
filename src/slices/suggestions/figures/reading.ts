import { totalsOf } from '#kernel/metrics/api.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { loadClock, type SuggestionClock } from '../clock.ts'
import { countInHandling, listHandlingUnits } from '../figures-store.ts'
import { burnUp } from '../rules/figures.ts'
import { HANDED_OVER_IN, readDimension, REPLIED_IN } from '../rules/measures.ts'
import { readCategoryFigures } from './categories.ts'
import type { FiguresView, Scorecard, Scorecards } from './contract.ts'
import { countUnits, figuresOf, handlingOf, sumOf, todayOf, type Reader } from './counting.ts'
import type { Counts } from './rules/catalogue.ts'

/** The figures of the whole house, or of the reader's own unit, with what the plots draw. */
export async function readFigures(reader: Reader, locale: Locale): Promise<FiguresView> {
  const clock = await loadClock(reader.tx, todayOf(reader), locale)
  const counts = sumOf((await countUnits(reader, clock)).values())
  const unitId = reader.onlyUnit
  return {
    asOf: reader.now.toISOString(),
    items: figuresOf(counts, { unitId, locale, isPublic: reader.actor === null }),
    run: unitId === null ? await readRun(reader) : { months: [], handedOver: [], replied: [] },
    due: await readDueDays(reader, clock),
    categories: await readCategoryFigures(reader, locale),
    today: todayOf(reader),
  }
}

/** Hand-over and reply month by month. */
export async function readRun({ tx, seesConfidential }: Pick<Reader, 'tx' | 'seesConfidential'>): Promise<FiguresView['run']> {
  const all = await totalsOf(tx, [HANDED_OVER_IN, REPLIED_IN])
  const months = (metric: string) =>
    [...(all.get(metric) ?? [])].flatMap(([dimension, amount]) => {
      const { key: month, isConfidential } = readDimension(dimension)
      return seesConfidential || !isConfidential ? [{ month, amount }] : []
    })
  return burnUp(months(HANDED_OVER_IN), months(REPLIED_IN))
}

/** What is in handling by the last day for its reply: rows alike in all that decides it are one computation. */
async function readDueDays(reader: Reader, clock: SuggestionClock): Promise<FiguresView['due']> {
  const counts = new Map<string, number>()
  for (const { amount, ...it } of await countInHandling(reader.tx, reader.seesConfidential, reader.onlyUnit)) {
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
  const items = named.map((unit) => scorecardOf(unit, units.get(unit.id)!, locale, reader.actor === null))
  return { asOf: reader.now.toISOString(), items: items.toSorted((a, b) => b.open - a.open || b.handedOver - a.handedOver) }
}

export function scorecardOf(unit: { id: string; name: string }, counts: Counts, locale: Locale, isPublic: boolean): Scorecard {
  const { satisfied, basically_satisfied, dissatisfied } = counts
  return {
    unit,
    ...handlingOf(counts),
    ratings: { satisfied, basically_satisfied, dissatisfied },
    items: figuresOf(counts, { unitId: unit.id, locale, isPublic }),
  }
}
