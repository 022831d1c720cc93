import type { Act } from '#kernel/identity/act.ts'
import { activateProfile as activate } from '#kernel/procedure/api.ts'
import type { ProfileVersion } from '#kernel/procedure/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { ActivateInput } from '../profile-endpoints.ts'
import { suggestionProfile, type SuggestionProfile } from '../rules/profile.ts'

/**
 * 启用办理规则包: the next version of the profile, for what is handed over from its day on; what was handed over before keeps its own.
 * `after` is the version whose differences were read: 412 where another one came between, so nobody activates what they have not seen.
 * 422 for a day that has passed, 409 for one before that of the newest version.
 */
export async function activateProfile(
  { tx, actor, now }: Act,
  { after, ...input }: ActivateInput,
): Promise<ProfileVersion<SuggestionProfile>> {
  if (input.effectiveOn < toBeijingDate(now)) throw inThePast()
  const made = await activate({ tx, actor, now }, suggestionProfile, input)
  // The number is taken in this transaction: whoever comes second gets a later one, and nothing of theirs stays.
  if (made.version !== after + 1) throw overtaken()
  return made
}

/** 412 with the way on: the form keeps what was typed. */
export function overtaken(): Problem {
  return new Problem(
    412,
    'changed-meanwhile',
    '您打开之后，规则包已有新的版本。您填写的内容没有丢，请重新看差异，再决定是否启用。',
  )
}

function inThePast(): Problem {
  const message = '施行日期不能早于今天：已经交办的建议不受新版本影响。请改为今天或以后的日期。'
  return new Problem(422, 'effective-in-the-past', message, { fields: [{ path: 'effectiveOn', message }] })
}
