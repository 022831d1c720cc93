import type { Handlers } from '#lib/http/contract.ts'
import { actOf, type Reading } from '../routes.ts'
import { seesEverything } from '../rules/may.ts'
import { publicReader, readerOf, type Reader } from './counting.ts'
import type { figuresApi } from './endpoints.ts'
import { readFigures, readScorecards } from './reading.ts'
import { exportFigures } from './workbook.ts'

export const figureHandlers: Handlers<Reading, typeof figuresApi> = {
  getFigures: (context) => readFigures(reader(context), context.locale),
  getUnitScorecards: (context) => readScorecards(reader(context), context.locale),
  exportFigures: (context) => exportFigures(actOf(context), reader(context)),
  getPublicFigures: (context) => readFigures(publicReader(context), context.locale),
  getPublicScorecards: (context) => readScorecards(publicReader(context), context.locale),
}

function reader(context: Reading): Reader {
  const act = actOf(context)
  return readerOf(act, seesEverything(act.actor))
}
