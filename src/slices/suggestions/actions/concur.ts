import type { Act } from '#kernel/identity/act.ts'
import { record } from '../events.ts'
import { changeHandlers } from '../handling-store.ts'
import { save } from '../store.ts'
import { handledBy, lockFor } from './locked.ts'

/** 会签: another lead agrees to the answer as it stands; without every agreement it is not sent (上海规定 art 17). */
export async function concur(act: Act, id: string): Promise<void> {
  const { tx, actor, now } = act
  const locked = await lockFor(act, id, 'concur')
  const { own, said } = handledBy(locked, actor.unitId)
  await changeHandlers(tx, id, [own.ordinal], { concurredOn: locked.today })
  await save(tx, locked.it, {})
  await record(tx, now, {
    name: 'suggestion.concurred',
    subjectId: id,
    actorId: actor.id,
    payload: { ...said, leadUnitId: locked.it.unitId! },
  })
}
