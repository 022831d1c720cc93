import type { Act } from '#kernel/identity/act.ts'
import { activateProfile } from '#kernel/procedure/api.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { SettingsInput } from '../endpoints.ts'
import { findLevel } from '../level-store.ts'
import { defaultSettings, motionProfile } from '../rules/profile.ts'

/**
 * The congress's own settings from a day on; what was submitted before keeps its number. 422 below the number of the law, and for a
 * day that has passed.
 */
export async function activateSettings({ tx, actor, now }: Act, input: SettingsInput): Promise<void> {
  const { minimum, minimumBasis } = defaultSettings(await findLevel(tx))
  if (input.settings.minimum < minimum) {
    throw wrong('settings.minimum', 'below-the-law', `联名人数不能少于${minimum}人（${minimumBasis}）。`)
  }
  if (input.effectiveOn < toBeijingDate(now)) {
    throw wrong(
      'effectiveOn',
      'effective-in-the-past',
      '施行日期不能早于今天：已经提交的议案不受新设置影响。请改为今天或以后的日期。',
    )
  }
  await activateProfile({ tx, actor, now }, motionProfile, input)
}

function wrong(path: string, code: string, message: string): Problem {
  return new Problem(422, code, message, { fields: [{ path, message }] })
}
