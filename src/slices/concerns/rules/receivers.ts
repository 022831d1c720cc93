import type { UnitKind } from '#kernel/congress/contract.ts'

const receivers: readonly UnitKind[] = ['government', 'department', 'district_government', 'other']

/** True for units that solve people's daily troubles: not the organs of the congress itself, nor those that judge and supervise. */
export function mayReceive(kind: UnitKind): boolean {
  return receivers.includes(kind)
}
