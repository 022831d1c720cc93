import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next, statusesBefore } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { actions, type Action, type Satisfaction, type Status } from '../contract.ts'
import { lifecycle } from './lifecycle.ts'

/** What a decision needs to know of a suggestion. `contacts` counts those of the present round. */
export interface Facts {
  readonly status: Status
  readonly leadDeputyId: string
  readonly unitId: string | null
  readonly contacts: number
  readonly rating: { attitude: Satisfaction; result: Satisfaction } | null
}

/** The facts in a row of the store. */
export function factsOf(it: Omit<Facts, 'rating'> & { attitude: Satisfaction | null; result: Satisfaction | null }): Facts {
  const rating = it.attitude && it.result ? { attitude: it.attitude, result: it.result } : null
  return { status: it.status, leadDeputyId: it.leadDeputyId, unitId: it.unitId, contacts: it.contacts, rating }
}

type Part = 'leadDeputy' | 'deputiesAffairs' | 'handlingUnit'

/** Whose act it is. The deputy speaks, the deputies' committee hands over, the unit handles: nobody does another's part. */
const part: Readonly<Record<Action, Part>> = {
  edit: 'leadDeputy',
  submit: 'leadDeputy',
  rate: 'leadDeputy',
  withdraw: 'leadDeputy',
  return: 'deputiesAffairs',
  register: 'deputiesAffairs',
  assign: 'deputiesAffairs',
  rehandle: 'deputiesAffairs',
  close: 'deputiesAffairs',
  accept: 'handlingUnit',
  logContact: 'handlingUnit',
  reply: 'handlingUnit',
}

/** Why `actor` may not do `action` now, or null. The same rule greys the button and guards the transaction. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  return wrongPerson(actor, it, action) ?? wrongStatus(it, action) ?? conditions[action]?.(it) ?? null
}

/** What `actor` can do now; travels with every view, so the browser never derives a permission. */
export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

/** True for the offices of the congress, which see every suggestion that was submitted. */
export function seesEverything(actor: Actor): boolean {
  return offices.some((role) => actor.roles.has(role))
}

const offices: readonly Role[] = ['deputies_affairs', 'special_committee', 'supervision_office', 'leader']

/**
 * True when `actor` may read it at all; otherwise it does not exist for them (404). What was never submitted is its author's alone,
 * also after it was taken back.
 */
export function maySee(actor: Actor, it: Pick<Facts, 'leadDeputyId' | 'unitId'> & { submittedOn: string | null }): boolean {
  if (actor.deputyId === it.leadDeputyId) return true
  if (it.submittedOn === null) return false
  if (seesEverything(actor)) return true
  return it.unitId !== null && actor.unitId === it.unitId && actor.roles.has('handling_unit')
}

/** What a suggestion waits for, the most pressing first; what may be done at any time (修改、撤回) waits for nobody. */
const pressing: readonly Action[] = ['rate', 'register', 'assign', 'accept', 'reply', 'close', 'submit']

/** The statuses in which a suggestion waits for this actor's part, in the order in which to work through them. */
export function turnsOf(actor: Actor): Status[] {
  const waiting = pressing.filter((action) => rolePlays(actor, part[action]))
  return [...new Set(waiting.flatMap((action) => statusesBefore(lifecycle, action)))]
}

function rolePlays({ roles }: Actor, whosePart: Part): boolean {
  if (whosePart === 'leadDeputy') return roles.has('deputy')
  return roles.has(whosePart === 'deputiesAffairs' ? 'deputies_affairs' : 'handling_unit')
}

function wrongPerson(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (isTheirPart(actor, it, part[action])) return null
  return forbidden('not-your-part', `这一步由${whose[part[action]]}来做。需要时请与他们联系。`)
}

function isTheirPart(actor: Actor, it: Facts, whosePart: Part): boolean {
  if (whosePart === 'leadDeputy') return actor.roles.has('deputy') && actor.deputyId === it.leadDeputyId
  if (whosePart === 'deputiesAffairs') return actor.roles.has('deputies_affairs')
  return actor.roles.has('handling_unit') && it.unitId !== null && actor.unitId === it.unitId
}

const whose: Readonly<Record<Part, string>> = {
  leadDeputy: '领衔代表本人',
  deputiesAffairs: '代表工作委员会',
  handlingUnit: '承办单位',
}

function wrongStatus(it: Facts, action: Action): Refusal | null {
  if (next(lifecycle, it.status, action) !== undefined) return null
  return conflict('wrong-status', '这件建议现在的状态不能做这一步，可能别人刚刚处理过。请刷新后看现在可以做什么。')
}

const conditions: Readonly<Partial<Record<Action, (it: Facts) => Refusal | null>>> = {
  reply: (it) =>
    it.contacts > 0 ? null : conflict('no-contact', '还没有和代表联系过。请先登记一次沟通（走访、座谈、电话），再答复代表。'),
  close: (it) => (isDissatisfied(it) ? conflict('dissatisfied', '代表对办理不满意，不能办结。请转承办单位重新办理。') : null),
  rehandle: (it) => (isDissatisfied(it) ? null : conflict('not-dissatisfied', '代表没有表示不满意，不需要重新办理，可以办结。')),
}

function isDissatisfied(it: Facts): boolean {
  return it.rating?.attitude === 'dissatisfied' || it.rating?.result === 'dissatisfied'
}

function forbidden(code: string, sentence: string): Refusal {
  return { kind: 'forbidden', code, sentence }
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
