import type { Status } from '../contract.ts'

/** What an act changes in the row of a promise. */
export interface Changed {
  readonly status?: Status
  readonly dueOn?: string
  readonly carries?: number
  readonly settledOn?: string
  readonly askedOn?: string | null
}

/** The changes of each act, apart from the transaction that writes them. A report, of whatever kind, answers what was asked. */
export const after = {
  report: (): Changed => ({ askedOn: null }),
  keep: (today: string): Changed => ({ status: 'kept', settledOn: today, askedOn: null }),
  giveUp: (today: string): Changed => ({ status: 'not_kept', settledOn: today, askedOn: null }),
  supersede: (today: string): Changed => ({ status: 'superseded', settledOn: today, askedOn: null }),
  carry: (it: { carries: number }, dueOn: string): Changed => ({ dueOn, carries: it.carries + 1 }),
  ask: (today: string): Changed => ({ askedOn: today }),
}

/** Why a promise cannot be carried to that day, or null: it moves forward only, into the future. */
export function carryProblem(it: { dueOn: string }, dueOn: string, today: string): string | null {
  if (dueOn <= today) return '新的期限要在今天以后。'
  return dueOn <= it.dueOn ? '新的期限要晚于现在的期限。提前办成的，请直接报告办成。' : null
}
