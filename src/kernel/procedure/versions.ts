import type * as z from 'zod'
import { Problem } from '#lib/http/problem.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { ProfileInput, ProfileKind, ProfileVersion } from './contract.ts'
import type { Change } from './change.ts'
import { activateProfile, listProfiles } from './profiles.ts'

/** Every version as `versionsOf` of the contract shows them; `lawful` holds where there is none. */
export async function readVersions<S extends z.ZodType>(
  { tx, now }: Pick<Change, 'tx' | 'now'>,
  kind: ProfileKind<S>,
  lawful: z.output<S>,
) {
  const today = toBeijingDate(now)
  const versions = await listProfiles(tx, kind)
  const current = versions.find(({ effectiveOn }) => effectiveOn <= today)
  const standingOf = (it: ProfileVersion<unknown>) =>
    it.effectiveOn > today ? ('coming' as const) : it === current ? ('current' as const) : ('past' as const)
  const items = versions.map((it) => {
    const { version, title, effectiveOn, settings } = it
    const activatedBy = it.activatedByName === null ? null : { name: it.activatedByName }
    return {
      version,
      title,
      effectiveOn,
      standing: standingOf(it),
      activatedAt: it.activatedAt.toISOString(),
      activatedBy,
      settings,
    }
  })
  return { today, lawful, items }
}

/**
 * Activates a version that was compared with version `after`: 412 where another one came between, so that nobody activates what they
 * have not seen; 422 for a day that has passed, with the words of the slice.
 */
export async function activateCompared<S extends z.ZodType>(
  change: Change,
  kind: ProfileKind<S>,
  { after, ...input }: ProfileInput<z.input<S>> & { after: number },
  tooLate: string,
): Promise<void> {
  if (input.effectiveOn < toBeijingDate(change.now))
    throw new Problem(422, 'effective-in-the-past', tooLate, { fields: [{ path: 'effectiveOn', message: tooLate }] })
  const made = await activateProfile(change, kind, input)
  // The number is taken in this transaction: whoever comes second gets a later one, and nothing of theirs stays.
  if (made.version === after + 1) return
  const message = '您打开之后，设置已有新的版本。您填写的内容没有丢，请重新看差异，再决定是否启用。'
  throw new Problem(412, 'changed-meanwhile', message)
}
