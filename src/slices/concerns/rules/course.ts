import { next } from '#lib/pure/lifecycle.ts'
import type { Status } from '../contract.ts'
import { isSettled, lifecycle, type Arrow } from './lifecycle.ts'

/** Where an arrow leads, and the day on which that ends it; a conversion later does not move the day. Undefined where there is no such arrow. */
export function moved(
  it: { readonly status: Status; readonly settledOn: string | null },
  arrow: Arrow,
  today: string,
): { readonly status: Status; readonly settledOn: string | null } | undefined {
  const status = next(lifecycle, it.status, arrow)
  if (status === undefined) return undefined
  return { status, settledOn: isSettled(status) ? (it.settledOn ?? today) : null }
}
