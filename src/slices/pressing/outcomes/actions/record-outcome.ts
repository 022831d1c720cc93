import type { Act } from '#kernel/identity/act.ts'
import { Refused } from '#lib/http/refused.ts'
import { newId } from '#lib/id.ts'
import { record } from '../../events.ts'
import { notAhead, notStale, wrongField } from '../../known.ts'
import { knownSuggestions } from '../../linked.ts'
import type { OutcomeInput } from '../contract.ts'
import { figureFault, recordRefusal } from '../rules/may.ts'
import { insert, rewrite } from '../store.ts'
import { lockFor } from './locked.ts'

/** What came of suggestions: 通过办好一件建议，转化为一项决策，解决一类问题，加强和改进政府一方面工作. */
export async function recordOutcome(act: Act, input: OutcomeInput): Promise<string> {
  const { tx, actor, now } = act
  await check(act, input)
  const id = newId()
  await insert(tx, { id, input, at: now })
  await record(tx, now, {
    name: 'outcome.recorded',
    subjectId: id,
    actorId: actor.id,
    payload: { title: input.title, kind: input.kind },
  })
  return id
}

/** Only what is not published; a published one is taken down first. */
export async function edit(act: Act, id: string, input: OutcomeInput, version: number | null): Promise<void> {
  const { tx, actor, now } = act
  const { it } = await lockFor(act, id, 'edit')
  notStale(version, it.version)
  await check(act, input)
  await rewrite(tx, it, input)
  await record(tx, now, {
    name: 'outcome.edited',
    subjectId: id,
    actorId: actor.id,
    payload: { title: input.title, kind: input.kind },
  })
}

async function check(act: Act, input: OutcomeInput): Promise<void> {
  const members = await knownSuggestions(act, input.suggestionIds, 'suggestionIds')
  const no = recordRefusal(act.actor, members)
  if (no) throw new Refused('recordOutcome', no, { status: 'none', allowed: [] })
  const fault = figureFault(input)
  if (fault) throw wrongField('wrong-figures', fault.path, fault.message)
  notAhead(input.achievedOn, act.now, 'achievedOn')
}
