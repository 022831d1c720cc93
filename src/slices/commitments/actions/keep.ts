import type { Act } from '#kernel/identity/act.ts'
import { yearOf } from '#lib/pure/date.ts'
import type { KeepInput } from '../contract.ts'
import { record } from '../events.ts'
import { after } from '../rules/course.ts'
import { isYearly } from '../rules/yearly.ts'
import { insertReport, save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** 报告办成: the second notice to the deputy, with what shows it. It was kept by its date where today is not after the first one. */
export async function keep(act: Act, id: string, { text, evidence }: KeepInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'keep')
  const { today, profile } = clock
  const made = { year: yearOf(today), isYearly: isYearly(it, 'done', today, profile) }
  await insertReport(tx, id, { ...made, kind: 'done', text, evidence, reportedOn: today })
  await save(tx, it, after.keep(today))
  const payload = { ...about(it), text, evidence, keptOn: today, firstDueOn: it.firstDueOn }
  await record(tx, now, { name: 'commitment.kept', subjectId: id, actorId: actor.id, payload })
}
