import { findDeputy, findUnit, type UnitName } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { Stale } from '#lib/http/refused.ts'
import { toBeijingDate } from '#lib/pure/date.ts'

/** The units of ids that a form sent, if they are in being today; otherwise 422 at the field `path`. */
export async function knownUnits({ tx, now }: Act, ids: readonly string[], path: string): Promise<UnitName[]> {
  const units: UnitName[] = []
  for (const id of new Set(ids)) {
    const unit = await findUnit(tx, id, toBeijingDate(now))
    if (!unit) throw wrongField('unknown-unit', path, '没有这个单位，或者它已经撤销。请从列表里重新选择。')
    units.push(unit)
  }
  return units
}

export async function knownDeputies({ tx }: Act, ids: readonly string[], path: string): Promise<string[]> {
  const wanted = [...new Set(ids)]
  for (const id of wanted) {
    if (!(await findDeputy(tx, id))) throw wrongField('unknown-deputy', path, '代表名册里没有这位代表。请从列表里重新选择。')
  }
  return wanted
}

/** A day that has already come. */
export function notAhead(day: string, now: Date, path: string): void {
  if (day > toBeijingDate(now)) throw wrongField('not-yet', path, '这一天还没有到，请填今天或以前的日期。')
}

/** A day that is still to come, today included. */
export function notPast(day: string, now: Date, path: string): void {
  if (day < toBeijingDate(now)) throw wrongField('already-past', path, '这一天已经过了，请填今天或以后的日期。')
}

/** `version` is what the writer had read (If-Match); an older one is refused, so no two tabs overwrite each other. */
export function notStale(version: number | null, now: number): void {
  if (version !== null && version !== now) throw new Stale()
}

export function wrongField(code: string, path: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path, message }] })
}
