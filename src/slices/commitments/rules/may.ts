import type { Actor, Role } from '#kernel/identity/contract.ts'
import { yearOf, type DateOnly } from '#lib/pure/date.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { actions, type Action, type Status } from '../contract.ts'
import { lifecycle } from './lifecycle.ts'

/** What a decision needs to know of a promise on a day. */
export interface Facts {
  readonly status: Status
  readonly unitId: string
  readonly leadDeputyId: string
  readonly carriedYear: number | null
  readonly askedOn: string | null
  /** The newest yearly report, the last day for rating it, and whether it was rated. */
  readonly yearly: { readonly year: number; readonly rateBy: string; readonly isRated: boolean } | null
}

type Part = 'leadDeputy' | 'deputiesAffairs' | 'handlingUnit'

/** Whose act it is. The unit keeps its word and says how far it is, the deputy judges, the deputies' committee asks. */
const part: Readonly<Record<Action, Part>> = {
  report: 'handlingUnit',
  keep: 'handlingUnit',
  giveUp: 'handlingUnit',
  carry: 'handlingUnit',
  ask: 'deputiesAffairs',
  rate: 'leadDeputy',
}

/** Why `actor` may not do `action` today, or null. The same rule greys the button and guards the transaction. */
export function refusal(actor: Actor, it: Facts, action: Action, today: DateOnly): Refusal | null {
  return wrongPerson(actor, it, action) ?? wrongStatus(it, action) ?? conditions[action]?.(it, today) ?? null
}

/** What `actor` can do today; travels with every view, so the browser never derives a permission. */
export function allowed(actor: Actor, it: Facts, today: DateOnly): Action[] {
  return actions.filter((action) => refusal(actor, it, action, today) === null)
}

/** The offices that follow what units promise, except in what is confidential. */
const offices: readonly Role[] = ['special_committee', 'supervision_office', 'leader']
/** Of its own unit, its head reads what its handlers read. */
const ofUnit: readonly Role[] = ['handling_unit', 'leader']

/** Whose promises an actor may read; a list takes it as a condition, one row is measured against it. */
export interface Sight {
  readonly all: boolean
  readonly notConfidential: boolean
  readonly unitId: string | null
  readonly deputyId: string | null
}

export function sightOf({ roles, unitId, deputyId }: Actor): Sight {
  const has = (some: readonly Role[]) => some.some((role) => roles.has(role))
  return {
    all: roles.has('deputies_affairs'),
    notConfidential: has(offices),
    unitId: has(ofUnit) ? unitId : null,
    deputyId: roles.has('deputy') ? deputyId : null,
  }
}

/** True when `actor` may read it at all; otherwise it does not exist for them (404). */
export function maySee(actor: Actor, it: Pick<Facts, 'unitId' | 'leadDeputyId'> & { readonly isConfidential: boolean }): boolean {
  const sight = sightOf(actor)
  if (sight.all || (sight.notConfidential && !it.isConfidential)) return true
  return sight.unitId === it.unitId || sight.deputyId === it.leadDeputyId
}

/** Why `actor` may not add or remove what shows that it is kept, or null. What was reported as kept keeps its proof. */
export function proofRefusal(
  actor: Actor,
  it: Pick<Facts, 'status' | 'unitId' | 'leadDeputyId'>,
  step: 'attach' | 'detach',
): Refusal | null {
  if (!isTheirPart(actor, it, 'handlingUnit')) return forbidden('not-your-part', `佐证由${whose.handlingUnit}来附。`)
  if (it.status === 'superseded') return conflict('wrong-status', settledSentence.superseded)
  if (step === 'detach' && it.status !== 'open') return conflict('wrong-status', '这项承诺已经报告，佐证不能移除，可以再补充。')
  return null
}

function wrongPerson(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (isTheirPart(actor, it, part[action])) return null
  return forbidden('not-your-part', `这一步由${whose[part[action]]}来做。需要时请与他们联系。`)
}

function isTheirPart({ roles, unitId, deputyId }: Actor, it: Pick<Facts, 'unitId' | 'leadDeputyId'>, whosePart: Part): boolean {
  if (whosePart === 'leadDeputy') return roles.has('deputy') && deputyId === it.leadDeputyId
  if (whosePart === 'deputiesAffairs') return roles.has('deputies_affairs')
  return roles.has('handling_unit') && unitId === it.unitId
}

const whose: Readonly<Record<Part, string>> = {
  leadDeputy: '领衔代表本人',
  deputiesAffairs: '代表工作委员会',
  handlingUnit: '作出承诺的承办单位',
}

function wrongStatus(it: Facts, action: Action): Refusal | null {
  if (next(lifecycle, it.status, action) !== undefined) return null
  return conflict('wrong-status', settledSentence[it.status as Exclude<Status, 'open'>])
}

const settledSentence: Readonly<Record<Exclude<Status, 'open'>, string>> = {
  kept: '这项承诺已经报告办成，不用再报。请刷新看最新情况。',
  not_kept: '这项承诺已经说明不能办成。请刷新看最新情况。',
  superseded: '这件建议已重新办理或者撤回，这项承诺不再跟踪。',
}

const conditions: Readonly<Partial<Record<Action, (it: Facts, today: DateOnly) => Refusal | null>>> = {
  carry: (it, today) =>
    it.carriedYear === yearOf(today)
      ? conflict('carried-this-year', '这项承诺今年已经结转过一次，一年只能结转一次。请在期限内办成，或者说明不能办成的原因。')
      : null,
  ask: ({ askedOn }) =>
    askedOn === null ? null : conflict('already-asked', `${askedOn} 已经请承办单位报告，还没有收到。收到后可以再请。`),
  rate: ({ yearly }, today) => {
    if (yearly === null) return conflict('no-report', '承办单位还没有报告年度落实情况，收到报告后再评价。')
    if (yearly.isRated) return conflict('already-rated', `${yearly.year}年度的落实情况您已经评价过，评价不能修改。`)
    return today > yearly.rateBy
      ? conflict('rating-closed', `评价截止到 ${yearly.rateBy}，已经过了。本年度按“未评价”记录。`)
      : null
  },
}

function forbidden(code: string, sentence: string): Refusal {
  return { kind: 'forbidden', code, sentence }
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
