import type { Actor } from '#kernel/identity/contract.ts'
import { listProfiles } from '#kernel/procedure/api.ts'
import type { ProfileVersion } from '#kernel/procedure/contract.ts'
import type { Tx } from '#lib/db/tx.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate, type DateOnly } from '#lib/pure/date.ts'
import type { Locale } from '#lib/pure/words.ts'
import { activateProfile, overtaken } from './actions/activate-profile.ts'
import { presets } from './presets/presets.ts'
import type { profileApi, ProfileVersionItem } from './profile-endpoints.ts'
import { profileDifferences } from './rules/profile-diff.ts'
import { suggestionProfile, type SuggestionProfile } from './rules/profile.ts'

/** What these routes need of a request. */
interface Reading {
  readonly tx: Tx
  readonly actor: Actor | null
  readonly now: Date
  readonly locale: Locale
}

type Version = ProfileVersion<SuggestionProfile>

export const profileHandlers: Handlers<Reading, typeof profileApi> = {
  listProfileVersions: async ({ tx, now }) => {
    const versions = await listProfiles(tx, suggestionProfile)
    const today = toBeijingDate(now)
    return { today, items: versions.map((it) => toItem(it, versions, today)) }
  },
  listProfilePresets: async () => ({ items: Object.entries(presets).map(([name, preset]) => ({ name, ...preset })) }),
  compareProfile: async ({ tx, locale }, { body }) => {
    const [newest] = await listProfiles(tx, suggestionProfile)
    if ((newest?.version ?? 0) !== body.after) throw overtaken()
    if (!newest) return { with: null, differences: [] }
    const differences = profileDifferences(newest.settings, body.settings, locale)
    return { with: { version: newest.version, title: newest.title }, differences }
  },
  activateProfile: async ({ tx, actor, now }, { body }) => {
    if (!actor) throw new Problem(401, 'sign-in-first', '请登录后继续。')
    const made = await activateProfile({ tx, actor, now }, body)
    return toItem(made, await listProfiles(tx, suggestionProfile), toBeijingDate(now))
  },
}

function toItem(it: Version, versions: readonly Version[], today: DateOnly): ProfileVersionItem {
  const { version, title, effectiveOn, activatedBy, activatedByName, settings } = it
  const by = activatedBy && activatedByName !== null ? { id: activatedBy, name: activatedByName } : null
  const standing = standingOf(it, versions, today)
  return { version, title, effectiveOn, standing, activatedAt: it.activatedAt.toISOString(), activatedBy: by, settings }
}

/** `versions` newest first: the current one is the newest of those whose day has come. */
function standingOf(it: Version, versions: readonly Version[], today: DateOnly): ProfileVersionItem['standing'] {
  if (it.effectiveOn > today) return 'coming'
  return versions.find(({ effectiveOn }) => effectiveOn <= today)?.version === it.version ? 'current' : 'past'
}
