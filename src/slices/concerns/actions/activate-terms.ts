import type { Act } from '#kernel/identity/act.ts'
import { activateProfile } from '#kernel/procedure/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { TermsInput } from '../endpoints.ts'
import { concernProfile } from '../rules/profile.ts'

/** The congress's own terms from a day on; a day that was told stays. 422 for a day that has passed. */
export async function activateTerms({ tx, actor, now }: Act, input: TermsInput): Promise<void> {
  if (input.effectiveOn < toBeijingDate(now)) {
    const message = '施行日期不能早于今天：已经送达的不受新期限影响。请改为今天或以后的日期。'
    throw new Problem(422, 'effective-in-the-past', message, { fields: [{ path: 'effectiveOn', message }] })
  }
  await activateProfile({ tx, actor, now }, concernProfile, input)
}
