import type { Act } from '#kernel/identity/act.ts'
import { Problem } from '#lib/http/problem.ts'
import type { Dictionary } from './contract.ts'
import { record } from './events.ts'
import { openDictionary } from './reading.ts'
import type { Decision } from './rules/amend.ts'
import { amendDictionary, lockDictionary } from './store.ts'

/** The subject of every change to the dictionary, which has no id of its own. */
const dictionarySubject = '00000000-0000-7000-8000-63617465676f'

/**
 * One change of the dictionary: nobody else writes it until the transaction ends, the rule decides on it as it stands then, rows and
 * event are written together. `ifMatch` is the version that the editor had read: 412 where another one came between.
 */
export async function amend(act: Act, ifMatch: number | null, decide: (it: Dictionary) => Decision): Promise<Dictionary> {
  const { tx, actor, now } = act
  await openDictionary(tx)
  await lockDictionary(tx)
  const before = await openDictionary(tx)
  if (ifMatch !== null && ifMatch !== before.version) throw overtaken()
  const decision = decide(before)
  if ('sentence' in decision) throw refused(decision)
  if (decision.rows.length === 0) return before
  await amendDictionary(tx, decision.rows)
  const { name, payload } = decision
  await record(tx, now, { name, payload, subjectId: dictionarySubject, actorId: actor.id })
  return openDictionary(tx)
}

function refused({ status, code, sentence, path }: Extract<Decision, { sentence: string }>): Problem {
  return new Problem(status, code, sentence, path === undefined ? {} : { fields: [{ path, message: sentence }] })
}

function overtaken(): Problem {
  return new Problem(
    412,
    'changed-meanwhile',
    '您打开之后，别人已经改过类别。现在看到的是最新的，请核对后再改；您填写的内容没有丢。',
  )
}
