import type { Act } from '#kernel/identity/act.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { loadClock } from '../clock.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { handled, lockFor } from './locked.ts'

/** A dissatisfied deputy gets a new round: the same unit, its own clock, numbers kept (上海规定 art 21, 北京条例 art 27). */
export async function rehandle(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to } = await lockFor(act, id, 'rehandle')
  const today = toBeijingDate(now)
  const change = { status: to, round: it.round + 1, roundStartedOn: today }
  await save(tx, it, change)
  const clock = await loadClock(tx, today)
  await record(tx, now, {
    name: 'suggestion.rehandled',
    subjectId: id,
    actorId: actor.id,
    payload: {
      ...handled(it),
      reason,
      round: change.round,
      dueOn: clock.replyDueOn({ ...it, ...change }),
      leadDeputyId: it.leadDeputyId,
    },
  })
}
