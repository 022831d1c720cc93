import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { findBriefs } from '#slices/suggestions/api.ts'
import { deleteLink, findParts, insertLink } from '../decision-store.ts'
import { record } from '../events.ts'
import { lockFor } from './locked.ts'

/** Notes that a suggestion is about the same matter. It must have been submitted: drafts are nobody's but their author's. */
export async function link(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'link')
  await known(act, suggestionId)
  const { links } = await findParts(tx, id)
  if (links.some((one) => one.suggestionId === suggestionId))
    throw wrong('already-linked', '这件建议已经关联，不需要再关联一次。')
  await insertLink(tx, id, suggestionId, 'related', now)
  const payload = { title: it.title, suggestionId }
  await record(tx, now, { name: 'motion.linked', subjectId: id, actorId: actor.id, payload })
}

/** Takes back a link that was set by mistake. */
export async function unlink(act: Act, id: string, suggestionId: string): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'link')
  await known(act, suggestionId)
  if (!(await deleteLink(tx, id, suggestionId)))
    throw wrong('not-linked', '没有这条可以取消的关联；由议案转成的建议不能取消关联。')
  const payload = { title: it.title, suggestionId }
  await record(tx, now, { name: 'motion.unlinked', subjectId: id, actorId: actor.id, payload })
}

async function known({ tx }: Act, suggestionId: string): Promise<void> {
  const [brief] = await findBriefs(tx, [suggestionId])
  if (brief && brief.submittedOn !== null) return
  throw wrong('unknown-suggestion', '没有这件建议，或者它还没有提交。请从列表里重新选择。')
}

function wrong(code: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path: 'suggestionId', message }] })
}
