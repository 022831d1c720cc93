import type { MarkKind } from '#lib/pure/status-mark.ts'
import type { Due, Status } from '../contract.ts'

const marks: Readonly<Record<Status, MarkKind>> = {
  draft: 'idle',
  cosigning: 'normal',
  submitted: 'idle',
  returned: 'attention',
  received: 'normal',
  to_committee: 'normal',
  on_agenda: 'done',
  not_motion: 'attention',
  consented: 'normal',
  converted: 'transferred',
  ended: 'done',
  merged: 'transferred',
  lapsed: 'notAdopted',
  withdrawn: 'notAdopted',
}

/** The mark of a motion (product 7.1); the clock is the committee's. */
export function markOfMotion({ status, due }: { status: Status; due?: Due | null }): MarkKind {
  if (status === 'to_committee' && due?.level === 'overdue') return 'late'
  if (status === 'to_committee' && due?.level === 'near') return 'near'
  return marks[status]
}
