import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { record } from '../events.ts'
import { after } from '../rules/course.ts'
import { lockAllOf, save } from '../store.ts'
import { about } from './locked.ts'

/** 重新办理、撤回: what the earlier reply promised and has not settled leaves the figures; the row and its history stay. */
export async function supersedeCommitments(act: Act, suggestionId: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const open = (await lockAllOf(tx, suggestionId)).filter(({ status }) => status === 'open')
  for (const it of open) {
    await save(tx, it, after.supersede(toBeijingDate(now)))
    const payload = { ...about(it), reason }
    await record(tx, now, { name: 'commitment.superseded', subjectId: it.id, actorId: actor.id, payload })
  }
}
