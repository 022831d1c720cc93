import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { Stale } from '#lib/http/refused.ts'
import type { ReplyInput } from '../contract.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { writeReplyDraft } from '../reply-draft-store.ts'
import { concurring } from '../rules/handling.ts'
import type { SuggestionProfile } from '../rules/profile.ts'
import { handledBy, lockFor } from './locked.ts'

/**
 * 拟稿: the answer, point by point (逐条回应), with a class of the profile and what it promises. Whatever was signed or agreed to is so no
 * longer. `version` is that of the draft that was read (If-Match); an older one is refused.
 */
export async function draftReply(act: Act, id: string, input: ReplyInput, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'draftReply')
  const { it, parts, clock } = locked
  const { said } = handledBy(locked, actor.unitId)
  const before = parts.drafts.find((one) => one.unitId === said.unitId)
  if (version !== null && version !== (before?.version ?? 0)) throw new Stale()
  const message = unanswered(parts.requests.length, input.points.length)
  if (message) throw new Problem(422, 'not-point-by-point', message, { fields: [{ path: 'points', message }] })
  refuseClass(input, clock.profileOf(it))
  await writeReplyDraft(tx, id, said.unitId, input)
  const agreed = concurring(parts.handlers).map((one) => one.ordinal)
  await changeHandlers(tx, id, agreed, { concurredOn: null })
  await record(tx, now, { name: 'suggestion.reply_drafted', subjectId: id, actorId: actor.id, payload: said })
}

function unanswered(requests: number, points: number): string | null {
  if (requests === points) return null
  return `这件建议有 ${requests} 条具体建议，您回应了 ${points} 条。请逐条回应，每条一段。`
}

function refuseClass(input: ReplyInput, profile: SuggestionProfile): void {
  const known = profile.classes.find(({ code }) => code === input.class)
  if (!known) throw wrong('class', '现行办理规则包里没有这个类别，请从列表里重新选择。')
  if (known.opensCommitment && input.commitments.length === 0)
    throw wrong('commitments', `“${known.label}”要写明承诺事项和完成日期，至少一项。`)
  if (!known.opensCommitment && input.commitments.length > 0)
    throw wrong('commitments', `“${known.label}”不带承诺事项。请删去承诺，或者改选类别。`)
}

function wrong(path: string, message: string): Problem {
  return new Problem(422, `wrong-${path}`, message, { fields: [{ path, message }] })
}
