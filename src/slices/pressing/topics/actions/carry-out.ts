import type { Act } from '#kernel/identity/act.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { setKeySupervision } from '#slices/suggestions/api.ts'
import { record } from '../../events.ts'
import { notAhead } from '../../known.ts'
import { insertReport, save } from '../store.ts'
import { lockFor, toTell } from './locked.ts'

/** The chairpersons' meeting has decided (代表法 art 52): from now on its suggestions are 重点督办. */
export async function decide(act: Act, id: string, input: { decidedOn: string; decision: string }): Promise<void> {
  const { tx, actor, now } = act
  const { it, members, to } = await lockFor(act, id, 'decide')
  notAhead(input.decidedOn, now, 'decidedOn')
  await save(tx, it, { status: to, ...input })
  await setKeySupervision(tx, it.memberIds, true)
  const payload = { title: it.title, decidedOn: input.decidedOn, ...toTell(it, members) }
  await record(tx, now, { name: 'topic.decided', subjectId: id, actorId: actor.id, payload })
}

/** Pressing begins with its plan (督办方案). */
export async function start(act: Act, id: string, plan: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members, to } = await lockFor(act, id, 'start')
  await save(tx, it, { status: to, plan })
  const payload = { title: it.title, unitIds: toTell(it, members).unitIds }
  await record(tx, now, { name: 'topic.started', subjectId: id, actorId: actor.id, payload })
}

export async function report(act: Act, id: string, input: { reportedOn: string; text: string }): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'report')
  notAhead(input.reportedOn, now, 'reportedOn')
  await insertReport(tx, id, { id: newId(), ...input })
  const payload = { title: it.title, reportedOn: input.reportedOn }
  await record(tx, now, { name: 'topic.reported', subjectId: id, actorId: actor.id, payload })
}

/** Pressing ends with a report; its suggestions stay what they were in that year: 重点督办. */
export async function conclude(act: Act, id: string, conclusion: string): Promise<void> {
  const { tx, actor, now } = act
  const { it, members, to } = await lockFor(act, id, 'conclude')
  await save(tx, it, { status: to, conclusion, concludedOn: toBeijingDate(now) })
  const payload = { title: it.title, ...toTell(it, members) }
  await record(tx, now, { name: 'topic.concluded', subjectId: id, actorId: actor.id, payload })
}
