import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next, statusesBefore } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { actions, type Action, type Satisfaction, type Status } from '../contract.ts'
import { conditionOf } from './conditions.ts'
import { answering, type Handler } from './handling.ts'
import { lifecycle } from './lifecycle.ts'

/** One deputy who was asked to join. `isCurrent`: the answer is about the present text. */
export interface Invited {
  readonly deputyId: string
  readonly answer: 'confirmed' | 'declined' | null
  readonly isCurrent: boolean
  readonly hasAgreedWithdrawal: boolean
}

/** What a decision needs to know of a suggestion. Counts are those of the present round. */
export interface Facts {
  readonly status: Status
  readonly leadDeputyId: string
  readonly invited: readonly Invited[]
  readonly handlers: readonly Handler[]
  readonly round: number
  /** Contacts of each unit, by unit id. */
  readonly contacts: Readonly<Record<string, number>>
  readonly rating: { attitude: Satisfaction; result: Satisfaction } | null
  /** Units whose time to object has passed, unless this place takes late ones. */
  readonly pastObjection: readonly string[]
  /** Co-handlers whose opinion is not here though its time has not passed. */
  readonly awaitedOpinions: readonly string[]
  readonly hasOpenExtension: boolean
  readonly isReplyLate: boolean
  /** Answering units with something written, and those whose text is signed. */
  readonly drafted: readonly string[]
  readonly signed: readonly string[]
  readonly needsSignature: boolean
  readonly withdrawal: 'beforeHandOver' | 'anyTime'
  readonly isWithdrawalAsked: boolean
  /** The office has opened what was submitted. */
  readonly isSeen: boolean
  /** The office has opened the rating of this round. */
  readonly isRatingOpened: boolean
}

type Whose = 'leadDeputy' | 'cosigner' | 'deputiesAffairs' | 'handlingUnit' | 'clock'

/** Whose act it is. The deputy speaks, the deputies' committee hands over, the unit handles: nobody does another's part. */
const whose: Readonly<Record<Action, Whose>> = {
  edit: 'leadDeputy',
  invite: 'leadDeputy',
  submit: 'leadDeputy',
  recallSubmission: 'leadDeputy',
  rate: 'leadDeputy',
  amendRating: 'leadDeputy',
  withdraw: 'leadDeputy',
  cosign: 'cosigner',
  agreeWithdrawal: 'cosigner',
  see: 'deputiesAffairs',
  return: 'deputiesAffairs',
  decline: 'deputiesAffairs',
  passOn: 'deputiesAffairs',
  register: 'deputiesAffairs',
  assign: 'deputiesAffairs',
  uphold: 'deputiesAffairs',
  reassign: 'deputiesAffairs',
  decideExtension: 'deputiesAffairs',
  openRating: 'deputiesAffairs',
  rehandle: 'deputiesAffairs',
  escalate: 'deputiesAffairs',
  close: 'deputiesAffairs',
  publish: 'deputiesAffairs',
  protect: 'deputiesAffairs',
  accept: 'handlingUnit',
  object: 'handlingUnit',
  logContact: 'handlingUnit',
  giveOpinion: 'handlingUnit',
  requestExtension: 'handlingUnit',
  draftReply: 'handlingUnit',
  concur: 'handlingUnit',
  signReply: 'handlingUnit',
  reply: 'handlingUnit',
  lapse: 'clock',
}

/** Why `actor` may not do `action` now, or null. The same rule greys the button and guards the transaction. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  return wrongPerson(actor, it, action) ?? wrongStatus(it, action) ?? conditionOf(action)?.(it, actor) ?? null
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

/** What decides who may see a suggestion at all. */
export interface Seen {
  readonly leadDeputyId: string
  readonly submittedOn: string | null
  readonly isConfidential: boolean
  readonly unitIds: readonly string[]
  readonly cosignerIds: readonly string[]
}

/**
 * True when `actor` may read it at all; otherwise it does not exist for them (404). What was never submitted is known to its author
 * and those who were asked to join; what is confidential to nobody beside them but the deputies' committee and the units.
 */
export function maySee(actor: Actor, it: Seen): boolean {
  if (actor.deputyId !== null && (actor.deputyId === it.leadDeputyId || it.cosignerIds.includes(actor.deputyId))) return true
  if (it.submittedOn === null) return false
  if (it.isConfidential ? actor.roles.has('deputies_affairs') : seesEverything(actor)) return true
  return actor.roles.has('handling_unit') && actor.unitId !== null && it.unitIds.includes(actor.unitId)
}

/** What a suggestion waits for, the most pressing first; what may be done at any time (修改、撤回) waits for nobody. */
const pressing: readonly Action[] = ['rate', 'uphold', 'register', 'assign', 'accept', 'reply', 'close', 'submit']

/** The statuses in which a suggestion waits for this actor's part, in the order in which to work through them. */
export function turnsOf(actor: Actor): Status[] {
  // A unit waits by its own part in the suggestion, which may stand elsewhere than the whole.
  if (actor.roles.has('handling_unit') && !seesEverything(actor)) return ['assigned', 'accepted']
  const waiting = pressing.filter((action) => rolePlays(actor, whose[action]))
  return [...new Set(waiting.flatMap((action) => statusesBefore(lifecycle, action)))].filter((it) => waitsFor[it] !== 'nobody')
}

/** Statuses that an arrow leads out of, though the office need not hurry. */
const waitsFor: Readonly<Partial<Record<Status, 'nobody'>>> = { assigned: 'nobody', accepted: 'nobody' }

function rolePlays({ roles }: Actor, part: Whose): boolean {
  if (part === 'leadDeputy' || part === 'cosigner') return roles.has('deputy')
  return roles.has(part === 'deputiesAffairs' ? 'deputies_affairs' : 'handling_unit')
}

function wrongPerson(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (isTheirs(actor, it, whose[action])) return null
  return { kind: 'forbidden', code: 'not-your-part', sentence: `这一步由${whoseWords[whose[action]]}来做。需要时请与他们联系。` }
}

function isTheirs(actor: Actor, it: Facts, part: Whose): boolean {
  if (part === 'leadDeputy') return actor.roles.has('deputy') && actor.deputyId === it.leadDeputyId
  if (part === 'cosigner') return actor.roles.has('deputy') && it.invited.some(({ deputyId }) => deputyId === actor.deputyId)
  if (part === 'deputiesAffairs') return actor.roles.has('deputies_affairs')
  if (part === 'clock') return false
  return actor.roles.has('handling_unit') && it.handlers.some((one) => one.unitId === actor.unitId && one.status !== 'released')
}

const whoseWords: Readonly<Record<Whose, string>> = {
  leadDeputy: '领衔代表本人',
  cosigner: '被邀请联名的代表',
  deputiesAffairs: '代表工作委员会',
  handlingUnit: '承办单位',
  clock: '系统到期时自动',
}

function wrongStatus(it: Facts, action: Action): Refusal | null {
  if (next(lifecycle, it.status, action) !== undefined) return null
  const sentence = '这件建议现在的状态不能做这一步，可能别人刚刚处理过。请刷新后看现在可以做什么。'
  return { kind: 'conflict', code: 'wrong-status', sentence }
}

/** True when this unit is one of those that answer the deputy. */
export function isAnswering(it: Pick<Facts, 'handlers'>, unitId: string | null): boolean {
  return answering(it.handlers).some((one) => one.unitId === unitId)
}
