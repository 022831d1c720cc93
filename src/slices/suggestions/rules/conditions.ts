import type { Actor } from '#kernel/identity/contract.ts'
import type { Refusal } from '#lib/pure/refusal.ts'
import type { Action } from '../contract.ts'
import { answering, concurring, type Handler } from './handling.ts'
import type { Facts } from './may.ts'

type Condition = (it: Facts, actor: Actor) => Refusal | null

/** What must hold beside the person and the status; each says what to do instead. */
export function conditionOf(action: Action): Condition | undefined {
  return conditions[action]
}

const conditions: Readonly<Partial<Record<Action, Condition>>> = {
  cosign: (it, actor) => {
    const mine = it.invited.find(({ deputyId }) => deputyId === actor.deputyId)
    if (!mine?.answer || !mine.isCurrent) return null
    return conflict('answered', '您已经对这一稿表明了意见。文本再修改时会再次请您确认。')
  },
  see: (it) => (it.isSeen ? conflict('seen', '代表工作委员会已经有人打开过。') : null),
  recallSubmission: (it) =>
    it.isSeen || it.isWithdrawalAsked
      ? conflict('seen', '代表工作委员会已经打开这件建议，不能收回修改。可以撤回，或者请他们退回修改。')
      : null,
  amendRating: (it) =>
    it.isRatingOpened ? conflict('opened', '代表工作委员会已经查看评价，不能再修改。需要时请与他们联系。') : null,
  accept: (it, actor) => mine(it, actor, 'assigned', '这件建议你单位已经签收过了。'),
  object: (it, actor) =>
    mine(it, actor, 'assigned', '已经签收的建议不能再申请退办。请联系代表工作委员会。') ??
    (it.pastObjection.includes(actor.unitId ?? '')
      ? conflict('objection-late', '申请退办的期限已过，请联系代表工作委员会；在决定之前请照常办理。')
      : null),
  uphold: objected,
  reassign: (it) =>
    it.handlers.some((one) => one.status === 'objected' || one.status === 'assigned')
      ? null
      : conflict('all-accepted', '承办单位都已签收，不能再改交。需要时请与承办单位协商。'),
  logContact: received,
  giveOpinion: (it, actor) => {
    const own = part(it, actor)
    if (own?.part !== 'co') return conflict('not-co', '会办意见由会办单位提出；你单位直接答复代表。')
    return mine(it, actor, 'accepted', '请先签收再送会办意见；已经送出的意见不能再改。')
  },
  requestExtension: (it, actor) => answers(it, actor) ?? extensionProblem(it),
  decideExtension: (it) => (it.hasOpenExtension ? null : conflict('no-request', '没有等待决定的延期申请。')),
  draftReply: answers,
  concur: (it, actor) => {
    const [first] = answering(it.handlers)
    if (!concurring(it.handlers).some((one) => one.unitId === actor.unitId))
      return conflict('not-joint', '只有共同主办的单位才需要会签。')
    return first && it.drafted.includes(first.unitId) ? null : conflict('no-draft', '牵头的主办单位还没有拟好答复。')
  },
  signReply: (it, actor) =>
    answers(it, actor) ??
    (it.drafted.includes(actor.unitId ?? '') ? null : conflict('no-draft', '还没有拟好答复，请先拟稿并保存。')),
  reply: (it, actor) => answers(it, actor) ?? replyProblem(it, actor.unitId ?? ''),
  rehandle: (it) => {
    if (it.status === 'escalated') return null
    if (!isDissatisfied(it)) return conflict('not-dissatisfied', '代表没有表示不满意，不需要重新办理，可以办结。')
    return it.round > 1 ? conflict('escalate-first', '代表第二次表示不满意。请先组织见面沟通或者评估，再决定怎么办。') : null
  },
  escalate: (it) =>
    it.round > 1 && isDissatisfied(it)
      ? null
      : conflict('not-refused-twice', '重新办理后代表仍不满意的，才组织见面沟通或者评估。'),
  close: (it) =>
    it.status === 'rated' && isDissatisfied(it)
      ? conflict('dissatisfied', '代表对办理不满意，不能办结。请转承办单位重新办理。')
      : null,
  withdraw: (it) => {
    if (it.isWithdrawalAsked) return conflict('withdrawal-asked', '已经请联名代表同意撤回，全部同意后自动撤回。')
    const isHandedOver = it.handlers.length > 0
    return isHandedOver && it.withdrawal === 'beforeHandOver'
      ? conflict('handed-over', '按本地规定，交办以后不能撤回。请与代表工作委员会联系。')
      : null
  },
  agreeWithdrawal: (it, actor) => {
    if (!it.isWithdrawalAsked) return conflict('no-withdrawal', '领衔代表没有申请撤回。')
    const mine = it.invited.find(({ deputyId }) => deputyId === actor.deputyId)
    return mine?.answer === 'confirmed' && !mine.hasAgreedWithdrawal ? null : conflict('answered', '不需要您再同意撤回。')
  },
}

export function isDissatisfied(it: Pick<Facts, 'rating'>): boolean {
  return it.rating?.attitude === 'dissatisfied' || it.rating?.result === 'dissatisfied'
}

function objected(it: Facts): Refusal | null {
  return it.handlers.some((one) => one.status === 'objected') ? null : conflict('no-objection', '没有等待决定的退办申请。')
}

/** Talking to the deputy is for whoever has received it, whatever the part. */
function received(it: Facts, actor: Actor): Refusal | null {
  const own = part(it, actor)
  return own?.status === 'accepted' || own?.status === 'done' ? null : conflict('receive-first', '请先签收，再登记沟通。')
}

function answers(it: Facts, actor: Actor): Refusal | null {
  const own = answering(it.handlers).find((one) => one.unitId === actor.unitId)
  if (!own) return conflict('not-answering', '这一步由答复代表的主办单位来做。')
  return mine(it, actor, 'accepted', '请先签收；已经答复的不能再改。')
}

function replyProblem(it: Facts, unitId: string): Refusal | null {
  if (!it.contacts[unitId])
    return conflict('no-contact', '还没有和代表联系过。请先登记一次沟通（走访、座谈、电话），再答复代表。')
  if (!it.drafted.includes(unitId)) return conflict('no-draft', '还没有拟好答复，请先拟稿并保存。')
  if (it.awaitedOpinions.length > 0)
    return conflict('opinion-missing', '会办单位的意见还没有送到，期限也还没有过。请先催办或者等候。')
  if (concurring(it.handlers).some((one) => one.concurredOn === null))
    return conflict('not-concurred', '共同主办的单位还没有会签同意这份答复。')
  return it.needsSignature && !it.signed.includes(unitId)
    ? conflict('not-signed', '答复还没有由单位负责人签发。请先登记签发，再答复代表。')
    : null
}

function extensionProblem(it: Facts): Refusal | null {
  if (it.hasOpenExtension) return conflict('asked', '已经有一份延期申请在等待决定。')
  if (it.round > 1) return conflict('rehandling', '重新办理的期限不能延长。')
  return it.isReplyLate ? conflict('too-late', '答复期限已过，不能再申请延期。请尽快答复代表。') : null
}

function mine(it: Facts, actor: Actor, status: Handler['status'], sentence: string): Refusal | null {
  return part(it, actor)?.status === status ? null : conflict('your-part-stands-elsewhere', sentence)
}

function part(it: Facts, actor: Actor): Handler | undefined {
  return it.handlers.find((one) => one.unitId === actor.unitId && one.status !== 'released')
}

function conflict(code: string, sentence: string): Refusal {
  return { kind: 'conflict', code, sentence }
}
