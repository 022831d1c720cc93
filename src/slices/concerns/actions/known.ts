import { findUnit, type UnitName } from '#kernel/congress/api.ts'
import { takeOwnFile } from '#kernel/files/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import { mayReceive } from '../rules/receivers.ts'

/** The unit that a form named, if it is in being today and of a kind that receives concerns; otherwise 422 at `unitId`. */
export async function knownUnit({ tx }: Pick<Act, 'tx'>, id: string, today: DateOnly): Promise<UnitName> {
  const unit = await findUnit(tx, id, today)
  if (!unit) throw wrongUnit('unknown-unit', '没有这个单位，或者它已经撤销。请从列表里重新选择。')
  if (!mayReceive(unit.kind))
    throw wrongUnit('wrong-unit', '民情直通只送政府部门和公共服务单位，人大机构和法院、检察院、监委不承办。请重新选择。')
  return unit
}

export function wrongUnit(code: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path: 'unitId', message }] })
}

/** Takes up pictures that this very person uploaded, each once, always in one order; 422 otherwise. */
export async function takePhotos({ tx, actor }: Act, ids: readonly string[]): Promise<void> {
  if (new Set(ids).size < ids.length) {
    const message = '同一张照片只能放一次。'
    throw new Problem(422, 'photo-twice', message, { fields: [{ path: 'photoIds', message }] })
  }
  for (const id of ids.toSorted()) await takeOwnFile(tx, actor, id, ['png', 'jpg'])
}
