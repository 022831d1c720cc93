import type { Act } from '#kernel/identity/act.ts'
import { openCommitments } from '#slices/commitments/api.ts'
import type { ReplyInput } from '../contract.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { insertReply } from '../parts-store.ts'
import { dropReplyDrafts } from '../reply-draft-store.ts'
import { concurring } from '../rules/handling.ts'
import { save } from '../store.ts'
import { handledBy, lockFor, speakers, type Locked } from './locked.ts'
import { standing } from './standing.ts'

/** 答复代表: what was signed goes to every deputy who speaks through it; what it promises is opened; the clock stops with the last answer. */
export async function reply(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'reply')
  const { it, parts, clock, today } = locked
  const { own, said } = handledBy(locked, actor.unitId)
  const { content, signedOn, scanFileId } = parts.drafts.find((one) => one.unitId === own.unitId)!
  await insertReply(tx, it, own.unitId, { content, signedOn, scanFileId, on: today })
  await dropReplyDrafts(tx, id, [own.unitId])
  await changeHandlers(tx, id, [own.ordinal, ...concurring(parts.handlers).map((one) => one.ordinal)], { status: 'done' })
  await promise(act, locked, own.unitId, content)
  const { status, unitId } = await standing(tx, id)
  const meaning = clock.profileOf(it).classes.find(({ code }) => code === content.class)?.meaning ?? null
  await save(tx, it, { status, unitId, replyMeaning: meaning, ...(status === 'replied' && daysOf(locked)) })
  const { class: classOf, documentNumber } = content
  const payload = {
    ...said,
    class: classOf,
    documentNumber,
    round: it.round,
    leadDeputyId: it.leadDeputyId,
    deputyIds: speakers(locked),
  }
  await record(tx, now, { name: 'suggestion.replied', subjectId: id, actorId: actor.id, payload })
}

/** The first answer decides for good whether it came in time. */
function daysOf({ it, clock, today }: Locked) {
  const first = it.firstRepliedOn === null ? { firstRepliedOn: today, wasLate: today > clock.replyDueOn(it) } : {}
  return { repliedOn: today, ...first }
}

async function promise(act: Act, { it }: Locked, unitId: string, { commitments }: ReplyInput): Promise<void> {
  if (commitments.length === 0) return
  const { id: suggestionId, title, leadDeputyId, round, isConfidential } = it
  const given = { suggestionId, reference: it.reference!, title, unitId, leadDeputyId, round, isConfidential }
  await openCommitments(act, given, commitments)
}
