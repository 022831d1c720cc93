import type { Act } from '#kernel/identity/act.ts'
import { yearOf } from '#lib/pure/date.ts'
import type { ReportInput } from '../contract.ts'
import { record } from '../events.ts'
import { after } from '../rules/course.ts'
import { isYearly } from '../rules/yearly.ts'
import { insertReport, save } from '../store.ts'
import { about, lockFor } from './locked.ts'

/** 报告进展: how far the unit is. The first one in the season of yearly reports is the account that the deputy rates. */
export async function report(act: Act, id: string, { text }: ReportInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'report')
  const { today, profile } = clock
  const made = { year: yearOf(today), isYearly: isYearly(it, 'progress', today, profile) }
  await insertReport(tx, id, { ...made, kind: 'progress', text, evidence: '', reportedOn: today })
  await save(tx, it, after.report())
  const payload = { ...about(it), ...made, text }
  await record(tx, now, { name: 'commitment.reported', subjectId: id, actorId: actor.id, payload })
}
