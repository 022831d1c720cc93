import { purposes, takeOwnFile } from '#kernel/files/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { signReplyDraft } from '../reply-draft-store.ts'
import { handledBy, lockFor } from './locked.ts'

/** 签发: who answers for the unit has signed what was drafted; the stamped scan may stand beside it. */
export async function signReply(
  act: Act,
  id: string,
  { signedOn, scanFileId }: { signedOn: string; scanFileId: string | null },
): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'signReply')
  if (signedOn > locked.today) throw wrong('signedOn', '签发日期还没有到，请填今天或以前的日期。')
  if (scanFileId) await takeScan(act, scanFileId)
  const { said } = handledBy(locked, actor.unitId)
  await signReplyDraft(tx, id, said.unitId, { on: signedOn, scanFileId })
  const { signer } = locked.parts.drafts.find((one) => one.unitId === said.unitId)!.content
  await record(tx, now, {
    name: 'suggestion.reply_signed',
    subjectId: id,
    actorId: actor.id,
    payload: { ...said, signer, signedOn },
  })
}

async function takeScan({ tx, actor }: Act, fileId: string): Promise<void> {
  try {
    await takeOwnFile(tx, actor, fileId, purposes.scan)
  } catch (error) {
    if (error instanceof Problem) throw wrong('scanFileId', '没有找到这份盖章件，请重新上传。')
    throw error
  }
}

function wrong(path: string, message: string): Problem {
  return new Problem(422, 'wrong-signature', message, { fields: [{ path, message }] })
}
