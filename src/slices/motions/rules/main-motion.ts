import type { Status } from '../contract.ts'

/** Motions in being that others can be handled together with. */
export function isMain(status: Status): boolean {
  return status === 'received' || status === 'to_committee' || status === 'on_agenda'
}
