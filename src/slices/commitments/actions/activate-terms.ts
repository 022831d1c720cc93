import type { Act } from '#kernel/identity/act.ts'
import { activateCompared } from '#kernel/procedure/api.ts'
import type { TermsInput } from '../endpoints.ts'
import { commitmentProfile } from '../rules/profile.ts'

const TOO_LATE = '施行日期不能早于今天：已经报告的不受新设置影响。请改为今天或以后的日期。'

/** The congress's own settings from a day on; what was reported before keeps its window. 422 for a day that has passed, 412 unread. */
export async function activateTerms({ tx, actor, now }: Act, input: TermsInput): Promise<void> {
  await activateCompared({ tx, actor, now }, commitmentProfile, input, TOO_LATE)
}
