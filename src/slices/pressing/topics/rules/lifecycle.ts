import type { Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'

/** 专委会提出 → 代表工委汇总 → 主任会议确定 → 督办 → 办结 (domain A1.10). What the meeting decided is not dropped, it is concluded. */
export const lifecycle: Lifecycle<Status, Action> = {
  proposed: { edit: 'proposed', addMember: 'proposed', removeMember: 'proposed', compile: 'compiled', drop: 'dropped' },
  compiled: { edit: 'compiled', addMember: 'compiled', removeMember: 'compiled', decide: 'decided', drop: 'dropped' },
  decided: { addMember: 'decided', removeMember: 'decided', start: 'in_progress' },
  in_progress: { addMember: 'in_progress', removeMember: 'in_progress', report: 'in_progress', conclude: 'concluded' },
  concluded: {},
  dropped: {},
}

/** From the decision of the chairpersons' meeting on its suggestions are 重点督办, and anybody may know. */
export const decidedStatuses: readonly Status[] = ['decided', 'in_progress', 'concluded']

export function isDecided(status: Status): boolean {
  return decidedStatuses.includes(status)
}
