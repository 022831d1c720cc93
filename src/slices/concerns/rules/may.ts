import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { actions, type Action, type Result, type Status } from '../contract.ts'
import { lifecycle } from './lifecycle.ts'

/** What a decision needs to know of a concern. */
export interface Facts {
  readonly status: Status
  readonly deputyId: string
  readonly unitId: string
  readonly passes: number
  readonly result: Result | null
}

type Part = 'author' | 'unit' | 'office'

/** Whose act it is. The unit that has it now answers or hands it on, the deputy judges, the deputies' committee decides whose it is. */
const part: Readonly<Record<Action, Part>> = {
  accept: 'unit',
  answer: 'unit',
  passOn: 'unit',
  dispute: 'unit',
  assign: 'office',
  decline: 'office',
  confirm: 'author',
  reject: 'author',
  convert: 'author',
  withdraw: 'author',
}

/** Why `actor` may not do `action`, or null. The same rule greys the button and guards the transaction. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  return wrongPerson(actor, it, action) ?? wrongStatus(it, action) ?? conditions[action]?.(it) ?? null
}

/** What `actor` can do now; travels with every view, so the browser never derives a permission. */
export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

/** Of its own unit, its head reads what its handlers read. */
const ofUnit: readonly Role[] = ['handling_unit', 'leader']

/** Whose concerns an actor may read; a list takes it as a condition, one row is measured against it. */
export interface Sight {
  readonly all: boolean
  readonly notConfidential: boolean
  readonly unitId: string | null
  readonly deputyId: string | null
}

export function sightOf({ roles, unitId, deputyId }: Actor): Sight {
  return {
    all: roles.has('deputies_affairs'),
    notConfidential: roles.has('leader'),
    unitId: ofUnit.some((role) => roles.has(role)) ? unitId : null,
    deputyId: roles.has('deputy') ? deputyId : null,
  }
}

/**
 * True when `actor` may read it at all; otherwise it does not exist for them (404). A unit that handed it on goes on seeing what became
 * of it.
 */
export function maySee(
  actor: Actor,
  it: Pick<Facts, 'deputyId'> & { readonly isConfidential: boolean; readonly unitIds: readonly string[] },
): boolean {
  const sight = sightOf(actor)
  if (sight.all || (sight.notConfidential && !it.isConfidential)) return true
  return sight.deputyId === it.deputyId || (sight.unitId !== null && it.unitIds.includes(sight.unitId))
}

function wrongPerson(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (plays[part[action]](actor, it)) return null
  return { kind: 'forbidden', code: 'not-your-part', sentence: `这一步由${whose[part[action]]}来做。需要时请与他们联系。` }
}

const plays: Readonly<Record<Part, (actor: Actor, it: Facts) => boolean>> = {
  author: (actor, it) => actor.roles.has('deputy') && actor.deputyId === it.deputyId,
  unit: (actor, it) => actor.roles.has('handling_unit') && actor.unitId === it.unitId,
  office: (actor) => actor.roles.has('deputies_affairs'),
}

const whose: Readonly<Record<Part, string>> = {
  author: '反映问题的代表本人',
  unit: '现在承办的单位',
  office: '代表工作委员会',
}

function wrongStatus(it: Facts, action: Action): Refusal | null {
  if (next(lifecycle, it.status, action) !== undefined) return null
  return conflict('wrong-status', '这件事现在的状态不能做这一步，可能别人刚刚处理过。请刷新后看现在可以做什么。')
}

const conditions: Readonly<Partial<Record<Action, (it: Facts) => Refusal | null>>> = {
  passOn: ({ passes }) =>
    passes === 0
      ? null
      : conflict('passed-once', '这件事已经转办过一次，不能再转。请办理；确实不属于本单位的，说明理由，由代表工委决定。'),
  convert: ({ status, result }) =>
    status === 'satisfied' && result === 'solved' ? conflict('solved', '这件事已经解决，您也表示满意，不需要再转为建议。') : null,
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
