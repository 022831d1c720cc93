import { findUnit, type UnitName } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import type { DecideInput } from '../contract.ts'
import { insertDecision } from '../decision-store.ts'
import { record } from '../events.ts'
import { arrowOf } from '../rules/lifecycle.ts'
import { save, type Motion } from '../store.ts'
import { lockFor, numbered, signersOf } from './locked.ts'

/** The office records what the presidium or the chairpersons' meeting decided: day, body and basis, and which committee where one is to look at it. */
export async function decide(act: Act, id: string, input: DecideInput): Promise<void> {
  const { tx, actor, now } = act
  const { outcome, body, decidedOn, basis } = input
  const { it, to, clock } = await lockFor(act, id, arrowOf[outcome])
  checkDay(it, decidedOn, clock.today)
  const committee = outcome === 'to_committee' ? await knownCommittee(tx, input.committeeId, clock.today) : null
  await insertDecision(tx, id, { id: newId(), outcome, body, decidedOn, basis, committeeId: committee?.id ?? null, mainId: null })
  const sent = committee && { committeeId: committee.id, sentOn: decidedOn }
  await save(tx, it, { status: to, outcome, ...sent })
  const payload = {
    ...numbered(it),
    outcome,
    body,
    decidedOn,
    basis,
    committeeId: committee?.id ?? null,
    committeeName: committee?.name ?? null,
    dueOn: committee ? clock.opinionDueOn(toDateOnly(decidedOn)) : null,
    cosignerIds: signersOf(it),
  }
  await record(tx, now, { name: 'motion.decided', subjectId: id, actorId: actor.id, payload })
}

/** A decision is made after the motion was put and not in the future; it may be older than its entry here. */
export function checkDay(it: Motion, decidedOn: string, today: DateOnly): void {
  const message =
    decidedOn > today
      ? '决定日期还没有到，请填今天或以前的日期。'
      : it.submittedOn !== null && decidedOn < it.submittedOn
        ? `决定日期不能早于议案提出的日期（${it.submittedOn}）。`
        : null
  if (message) throw new Problem(422, 'wrong-day', message, { fields: [{ path: 'decidedOn', message }] })
}

async function knownCommittee(tx: Tx, id: string | null, day: DateOnly): Promise<UnitName> {
  const unit = id === null ? undefined : await findUnit(tx, id, day)
  if (unit?.kind === 'special_committee') return unit
  const message = '请选择现有的专门委员会。'
  throw new Problem(422, 'unknown-committee', message, { fields: [{ path: 'committeeId', message }] })
}
