import type { Act } from '#kernel/identity/act.ts'
import { activateProfile } from '#kernel/procedure/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { TermsInput } from '../endpoints.ts'
import { commitmentProfile } from '../rules/profile.ts'

/** The congress's own settings from a day on; what was reported before keeps its window. 422 for a day that has passed. */
export async function activateTerms({ tx, actor, now }: Act, input: TermsInput): Promise<void> {
  if (input.effectiveOn < toBeijingDate(now)) {
    const message = '施行日期不能早于今天：已经报告的不受新设置影响。请改为今天或以后的日期。'
    throw new Problem(422, 'effective-in-the-past', message, { fields: [{ path: 'effectiveOn', message }] })
  }
  await activateProfile({ tx, actor, now }, commitmentProfile, input)
}
