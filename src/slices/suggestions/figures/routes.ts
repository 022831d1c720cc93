import type { Handlers } from '#lib/http/contract.ts'
import { actOf, type Reading } from '../routes.ts'
import { seesEverything } from '../rules/may.ts'
import type { YearOrAll } from './contract.ts'
import { publicReader, readerOf, type Reader } from './counting.ts'
import type { figuresApi } from './endpoints.ts'
import { presentYear, readFigures, readScorecards } from './reading.ts'
import { exportFigures } from './workbook.ts'

export const figureHandlers: Handlers<Reading, typeof figuresApi> = {
  getFigures: async (context, { query }) => readFigures(await readerIn(context, query.year), context.locale),
  getUnitScorecards: async (context, { query }) => readScorecards(await readerIn(context, query.year), context.locale),
  exportFigures: async (context, { query }) => exportFigures(actOf(context), await readerIn(context, query.year)),
  getPublicFigures: (context, { query }) => readFigures(publicReader(context, numberOf(query.year ?? 'all')), context.locale),
  getPublicScorecards: (context, { query }) =>
    readScorecards(publicReader(context, numberOf(query.year ?? 'all')), context.locale),
}

/** The reader of a year, of the present one where none was named. */
export async function readerIn(context: Reading, year: YearOrAll | undefined): Promise<Reader> {
  const act = actOf(context)
  return readerOf(act, seesEverything(act.actor), year === undefined ? await presentYear(context) : numberOf(year))
}

function numberOf(year: YearOrAll): number | null {
  return year === 'all' ? null : Number(year)
}
