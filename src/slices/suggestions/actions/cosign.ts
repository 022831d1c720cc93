import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { CosignInput } from '../contract.ts'
import { answer } from '../cosigner-store.ts'
import { record } from '../events.ts'
import { save } from '../store.ts'
import { lockFor } from './locked.ts'

/** A deputy confirms that the text, as read, says what they want said, or declines. 412 where it was changed meanwhile. */
export async function cosign(act: Act, id: string, given: CosignInput): Promise<void> {
  const { tx, actor, now } = act
  const { it, to, parts, today } = await lockFor(act, id, 'cosign')
  if (given.textVersion !== it.textVersion) {
    throw new Problem(412, 'text-changed', '您打开之后，领衔代表修改了文本。请看过新的文本再决定是否联名。')
  }
  const me = parts.cosigners.find((one) => one.deputyId === actor.deputyId)!
  await answer(tx, id, me.deputyId, given, today)
  await save(tx, it, { status: to })
  const payload = { title: it.title, deputyId: me.deputyId, deputyName: me.deputyName, leadDeputyId: it.leadDeputyId, ...given }
  await record(tx, now, { name: 'suggestion.cosigned', subjectId: id, actorId: actor.id, payload })
}
