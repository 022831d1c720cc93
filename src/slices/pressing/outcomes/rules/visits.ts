import type { Actor } from '#kernel/identity/contract.ts'
import { next, type Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { addDays, type DateOnly } from '#lib/pure/date.ts'
import { isOfUnit, type Brief } from '../../rules/reach.ts'
import { conflict, forbidden, wrongStatus } from '../../rules/refusals.ts'
import { visitActions, type VisitAction, type VisitStatus } from '../contract.ts'

export const visitLifecycle: Lifecycle<VisitStatus, VisitAction> = { due: { record: 'made' }, made: {} }

export interface VisitFacts {
  readonly status: VisitStatus
  readonly unitId: string | null
}

/** Why `actor` may not record a follow-up visit, or null. */
export function visitRefusal(actor: Actor, it: VisitFacts, action: VisitAction): Refusal | null {
  if (!goes(actor, it.unitId === null ? [] : [it.unitId]))
    return forbidden('not-your-part', '回访由代表工作委员会或者承办单位来做。需要时请与他们联系。')
  return next(visitLifecycle, it.status, action) === undefined ? wrongStatus('这次回访') : null
}

export function visitAllowed(actor: Actor, it: VisitFacts): VisitAction[] {
  return visitActions.filter((action) => visitRefusal(actor, it, action) === null)
}

/** Why `actor` may not plan a visit about this suggestion, or null: people are visited once it was answered. */
export function planRefusal(actor: Actor, it: Pick<Brief, 'unitIds' | 'repliedOn'>): Refusal | null {
  if (!goes(actor, it.unitIds)) return forbidden('not-your-part', '回访由代表工作委员会或者承办单位来安排。需要时请与他们联系。')
  return it.repliedOn === null ? conflict('not-answered', '这件建议还没有答复，答复以后再安排回访。') : null
}

function goes(actor: Actor, unitIds: readonly string[]): boolean {
  return actor.roles.has('deputies_affairs') || unitIds.some((unitId) => isOfUnit(actor, unitId))
}

export const reminderLevels = ['week', 'overdue'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

const WEEK = 7

/** What to remind of on `today`: a week ahead, and once when the day has passed. `given` holds what was reminded of already. */
export function visitReminder(dueOn: DateOnly, given: readonly ReminderLevel[], today: DateOnly): ReminderLevel | null {
  const level: ReminderLevel | null = dueOn < today ? 'overdue' : dueOn <= lastDayAhead(today) ? 'week' : null
  return level === null || given.includes(level) ? null : level
}

/** The last due day of which a reminder is given on `today`. */
export function lastDayAhead(today: DateOnly): DateOnly {
  return addDays(today, WEEK)
}

export function isVisitOverdue(it: { status: VisitStatus; dueOn: string }, today: string): boolean {
  return it.status === 'due' && it.dueOn < today
}
