import type { Act } from '../act.ts'
import type { Policy } from '../contract.ts'
import { record } from '../events.ts'
import { savePolicy } from '../policy-store.ts'

/** 修改密码规定. Counts from the next sign-in of each person. */
export async function setPolicy({ tx, actor, now }: Act, policy: Policy): Promise<void> {
  await savePolicy(tx, policy)
  await record(tx, now, { name: 'identity_policy.changed', subjectId: actor.id, actorId: actor.id, payload: policy })
}
