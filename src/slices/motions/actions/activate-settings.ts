import type { Act } from '#kernel/identity/act.ts'
import { activateCompared } from '#kernel/procedure/api.ts'
import { Problem } from '#lib/http/problem.ts'
import type { SettingsInput } from '../endpoints.ts'
import { findLevel } from '../level-store.ts'
import { defaultSettings, motionProfile } from '../rules/profile.ts'

const TOO_LATE = '施行日期不能早于今天：已经提交的议案不受新设置影响。请改为今天或以后的日期。'

/**
 * The congress's own settings from a day on; what was submitted before keeps its number. 422 below the number of the law, and for a
 * day that has passed; 412 where the differences that were read are not those any more.
 */
export async function activateSettings({ tx, actor, now }: Act, input: SettingsInput): Promise<void> {
  const { minimum, minimumBasis } = defaultSettings(await findLevel(tx))
  if (input.settings.minimum < minimum) {
    const message = `联名人数不能少于${minimum}人（${minimumBasis}）。`
    throw new Problem(422, 'below-the-law', message, { fields: [{ path: 'settings.minimum', message }] })
  }
  await activateCompared({ tx, actor, now }, motionProfile, input, TOO_LATE)
}
