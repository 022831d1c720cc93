import type { Act } from '#kernel/identity/act.ts'
import type { OpinionInput } from '../contract.ts'
import { insertOpinion } from '../decision-store.ts'
import { record } from '../events.ts'
import { lockFor, numbered } from './locked.ts'

/** The committee that it was sent to says what it thinks, once; the meeting then decides. */
export async function giveOpinion(act: Act, id: string, input: OpinionInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, clock } = await lockFor(act, id, 'giveOpinion')
  const { committeeId, committeeName } = it
  if (committeeId === null || committeeName === null) throw new Error(`Motion ${id} is with no committee`)
  await insertOpinion(tx, id, committeeId, input, clock.today)
  const payload = { ...numbered(it), committeeId, committeeName, recommendation: input.recommendation }
  await record(tx, now, { name: 'motion.opinion-given', subjectId: id, actorId: actor.id, payload })
}
