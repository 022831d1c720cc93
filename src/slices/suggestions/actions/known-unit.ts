import { findUnit, type UnitName } from '#kernel/congress/api.ts'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import type { DateOnly } from '#lib/pure/date.ts'

/** The unit of an id that a form sent, if it is in being on `day`; otherwise 422 at the field `path`. */
export async function knownUnit(tx: Tx, id: string, day: DateOnly, path: string): Promise<UnitName> {
  const unit = await findUnit(tx, id, day)
  if (unit) return unit
  const message = '没有这个承办单位，或者它已经撤销。请从列表里重新选择。'
  throw new Problem(422, 'unknown-unit', message, { fields: [{ path, message }] })
}
