import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import { newId } from '#lib/id.ts'
import type { MergeInput } from '../contract.ts'
import { insertDecision } from '../decision-store.ts'
import { record } from '../events.ts'
import { isMain } from '../rules/main-motion.ts'
import { find, save, type Motion } from '../store.ts'
import { checkDay } from './decide.ts'
import { lockFor, numbered, signersOf } from './locked.ts'

/** 并案: handled together with another motion, which answers for both. Both rows are locked, so two cannot be merged into each other. */
export async function merge(act: Act, id: string, input: MergeInput): Promise<void> {
  const { tx, actor, now } = act
  const { mainId, body, decidedOn, basis } = input
  const { it, to, clock } = await lockFor(act, id, 'merge', mainId)
  checkDay(it, decidedOn, clock.today)
  const main = known(await find(tx, mainId), id)
  const { number: mainNumber } = numbered(main)
  await insertDecision(tx, id, { id: newId(), outcome: 'merged', body, decidedOn, basis, committeeId: null, mainId })
  await save(tx, it, { status: to, outcome: 'merged', mainId })
  const payload = { ...numbered(it), mainId, mainNumber, body, decidedOn, basis, cosignerIds: signersOf(it) }
  await record(tx, now, { name: 'motion.merged', subjectId: id, actorId: actor.id, payload })
}

function known(main: Motion | undefined, id: string): Motion {
  if (main && main.id !== id && isMain(main.status)) return main
  const message = '请选择另一件已接收、还在办理的议案作为主案。'
  throw new Problem(422, 'unknown-main', message, { fields: [{ path: 'mainId', message }] })
}
