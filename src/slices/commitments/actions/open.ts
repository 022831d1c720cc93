import { findPeriod } from '#kernel/congress/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import { Problem, type FieldProblem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { CommitmentInput } from '../contract.ts'
import { record } from '../events.ts'
import { find, insert } from '../store.ts'
import { about } from './locked.ts'

/** The suggestion in whose reply something is promised, as its slice knows it. */
export interface Given {
  readonly suggestionId: string
  readonly reference: string
  readonly title: string
  readonly unitId: string
  readonly leadDeputyId: string
  readonly round: number
  readonly isConfidential: boolean
}

/**
 * Opens what a reply promises, in the transaction of the reply. 422 at `commitments.N.dueOn` (N from 0) for a day that is not after
 * today. The term is that of the day: a later term carries the promise on and still shows where it came from.
 */
export async function openCommitments(act: Act, given: Given, items: readonly CommitmentInput[]): Promise<void> {
  const { tx, actor, now } = act
  const today = toBeijingDate(now)
  refuseUndated(items, today)
  const term = (await findPeriod(tx, today))?.term ?? 0
  for (const { content, dueOn } of items) {
    const id = newId()
    await insert(tx, { ...given, id, term, content, openedOn: today, firstDueOn: dueOn })
    const made = await find(tx, id)
    if (!made) throw new Error(`Commitment ${id} was not written`)
    const payload = { ...about(made), dueOn, round: given.round }
    await record(tx, now, { name: 'commitment.opened', subjectId: id, actorId: actor.id, payload })
  }
}

function refuseUndated(items: readonly CommitmentInput[], today: string): void {
  const message = '承诺的完成日期要在今天以后。今天以前已经办成的，请写进答复正文。'
  const fields: FieldProblem[] = items.flatMap(({ dueOn }, at) =>
    dueOn > today ? [] : [{ path: `commitments.${at}.dueOn`, message }],
  )
  if (fields.length > 0) throw new Problem(422, 'commitment-not-ahead', message, { fields })
}
