import { findPeriod } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { record } from '../events.ts'
import { signatories } from '../rules/cosigning.ts'
import { seriesOf } from '../rules/series.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** The lead deputy hands the motion in. The session it belongs to and the number of signatories it needs are settled now. */
export async function submit(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, facts, clock } = await lockFor(act, id, 'submit')
  const period = await findPeriod(tx, clock.today)
  if (!period) throw new Problem(409, 'no-term', '本届任期还没有设置，不能提交议案。请联系系统管理员。')
  const { minimum } = facts
  const place = { ...period, series: seriesOf(period, clock.today) }
  await save(tx, it, { status: to, submittedOn: clock.today, minimum, ...place })
  const { title, leadDeputyId, deputyName: leadName } = it
  const payload = { title, leadDeputyId, leadName, signatories: signatories(it.cosigners, it.textVersion), minimum }
  await record(tx, now, { name: 'motion.submitted', subjectId: id, actorId: actor.id, payload })
}
