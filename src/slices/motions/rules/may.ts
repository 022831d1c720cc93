import type { Actor, Role } from '#kernel/identity/contract.ts'
import { next } from '#lib/pure/lifecycle.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import { actions, type Action, type Standing, type Status } from '../contract.ts'
import { signatories, standingOf, unanswered, type Cosigner } from './cosigning.ts'
import { lifecycle } from './lifecycle.ts'

/** What a decision needs to know of a motion. `minimum` is the number in force, frozen by the submission. */
export interface Facts {
  readonly status: Status
  readonly leadDeputyId: string
  readonly committeeId: string | null
  readonly hasOpinion: boolean
  readonly textVersion: number
  readonly minimum: number
  readonly cosigners: readonly Cosigner[]
  readonly submittedOn: string | null
}

type Part = 'leadDeputy' | 'invited' | 'signed' | 'deputiesAffairs' | 'committee'

/** Whose act it is. */
const part: Readonly<Record<Action, Part>> = {
  edit: 'leadDeputy',
  invite: 'leadDeputy',
  submit: 'leadDeputy',
  withdraw: 'leadDeputy',
  agreeToConversion: 'leadDeputy',
  declineConversion: 'leadDeputy',
  read: 'invited',
  cosign: 'invited',
  declineCosigning: 'invited',
  withdrawCosigning: 'signed',
  return: 'deputiesAffairs',
  receive: 'deputiesAffairs',
  refer: 'deputiesAffairs',
  putOnAgenda: 'deputiesAffairs',
  rejectAsMotion: 'deputiesAffairs',
  leaveOffAgenda: 'deputiesAffairs',
  merge: 'deputiesAffairs',
  convert: 'deputiesAffairs',
  link: 'deputiesAffairs',
  giveOpinion: 'committee',
}

/** Why `actor` may not do `action` now, or null. The same rule greys the button and guards the transaction. */
export function refusal(actor: Actor, it: Facts, action: Action): Refusal | null {
  return wrongPerson(actor, it, action) ?? wrongStatus(it, action) ?? conditions[action]?.(it, actor) ?? null
}

/** What `actor` can do now; travels with every view, so the browser never derives a permission. */
export function allowed(actor: Actor, it: Facts): Action[] {
  return actions.filter((action) => refusal(actor, it, action) === null)
}

const offices: readonly Role[] = ['deputies_affairs', 'supervision_office', 'leader']

/** True for the offices of the congress, which see every motion that was submitted. */
export function seesEverything(actor: Actor): boolean {
  return offices.some((role) => actor.roles.has(role))
}

/** True when `actor` may read it at all; otherwise it does not exist for them (404). A committee sees what was sent to it. */
export function maySee(actor: Actor, it: Pick<Facts, 'leadDeputyId' | 'committeeId' | 'cosigners' | 'submittedOn'>): boolean {
  if (actor.deputyId !== null && [it.leadDeputyId, ...it.cosigners.map((one) => one.deputyId)].includes(actor.deputyId))
    return true
  if (it.submittedOn === null) return false
  if (seesEverything(actor)) return true
  return isOfCommittee(actor, it)
}

/** Where the reader stands as one who was invited; null for anybody else. */
export function standingAs(actor: Actor, it: Pick<Facts, 'cosigners' | 'textVersion'>): Standing | null {
  const mine = it.cosigners.find(({ deputyId }) => deputyId === actor.deputyId)
  return mine ? standingOf(mine, it.textVersion) : null
}

function wrongPerson(actor: Actor, it: Facts, action: Action): Refusal | null {
  if (plays[part[action]](actor, it)) return null
  return { kind: 'forbidden', code: 'not-your-part', sentence: `这一步由${whose[part[action]]}来做。需要时请与他们联系。` }
}

const plays: Readonly<Record<Part, (actor: Actor, it: Facts) => boolean>> = {
  leadDeputy: (actor, it) => actor.roles.has('deputy') && actor.deputyId === it.leadDeputyId,
  invited: (actor, it) => actor.roles.has('deputy') && standingAs(actor, it) !== null,
  signed: (actor, it) => actor.roles.has('deputy') && standingAs(actor, it) !== null,
  deputiesAffairs: (actor) => actor.roles.has('deputies_affairs'),
  committee: isOfCommittee,
}

const whose: Readonly<Record<Part, string>> = {
  leadDeputy: '领衔代表本人',
  invited: '受邀联名的代表本人',
  signed: '已联名的代表本人',
  deputiesAffairs: '代表工作委员会',
  committee: '受委托审议的专门委员会',
}

function isOfCommittee(actor: Actor, it: Pick<Facts, 'committeeId'>): boolean {
  return actor.roles.has('special_committee') && it.committeeId !== null && actor.unitId === it.committeeId
}

function wrongStatus(it: Facts, action: Action): Refusal | null {
  if (next(lifecycle, it.status, action) !== undefined) return null
  return conflict('wrong-status', '这件议案现在的状态不能做这一步，可能别人刚刚处理过。请刷新后看现在可以做什么。')
}

type Condition = (it: Facts, actor: Actor) => Refusal | null
const needsOpinion: Condition = (it) =>
  it.status !== 'to_committee' || it.hasOpinion ? null : conflict('no-opinion', '专门委员会还没有提出意见。收到意见后再决定。')

const conditions: Readonly<Partial<Record<Action, Condition>>> = {
  submit: (it) => {
    const count = signatories(it.cosigners, it.textVersion)
    if (count >= it.minimum) return null
    return conflict(
      'too-few',
      `已有${count}人联名（含领衔代表），还差${it.minimum - count}人。联名代表都确认现在的文本后再提交。`,
    )
  },
  read: (it, actor) => (waits(it, actor) ? null : conflict('answered', '您已经答复过这份邀请，不需要再看一遍。')),
  cosign: (it, actor) => {
    if (!waits(it, actor)) return conflict('answered', '您已经答复过这份邀请。请刷新后看现在的情况。')
    const mine = it.cosigners.find(({ deputyId }) => deputyId === actor.deputyId)
    return mine?.readVersion === it.textVersion ? null : conflict('not-read', '请先打开全文看过，再确认联名。')
  },
  declineCosigning: (it, actor) => (waits(it, actor) ? null : conflict('answered', '您已经答复过这份邀请。')),
  withdrawCosigning: (it, actor) =>
    standingAs(actor, it) === 'confirmed' ? null : conflict('not-signed', '您还没有在现在的文本上联名，不需要退出。'),
  giveOpinion: (it) => (it.hasOpinion ? conflict('opinion-given', '委员会已经提出意见，意见提出后不能改。') : null),
  putOnAgenda: needsOpinion,
  rejectAsMotion: needsOpinion,
  leaveOffAgenda: needsOpinion,
}

function waits(it: Facts, actor: Actor): boolean {
  const standing = standingAs(actor, it)
  return standing !== null && unanswered.includes(standing)
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
