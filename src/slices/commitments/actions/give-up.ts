import type { Act } from '#kernel/identity/act.ts'
import { yearOf } from '#lib/pure/date.ts'
import { record } from '../events.ts'
import { after } from '../rules/course.ts'
import { isYearly } from '../rules/yearly.ts'
import { insertReport, save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** 说明不能办成: the second notice to the deputy, with the reasons. It counts as not kept. */
export async function giveUp(act: Act, id: string, reason: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'giveUp')
  const { today, profile } = clock
  const made = { year: yearOf(today), isYearly: isYearly(it, 'not_possible', today, profile) }
  await insertReport(tx, id, { ...made, kind: 'not_possible', text: reason, evidence: '', reportedOn: today })
  await save(tx, it, after.giveUp(today))
  const payload = { ...about(it), reason }
  await record(tx, now, { name: 'commitment.not_kept', subjectId: id, actorId: actor.id, payload })
}
