import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { formatDateZh, toDateOnly, type DateOnly } from '#lib/pure/date.ts'
import type { ProfileInput, ProfileKind, ProfileVersion } from './contract.ts'
import type { Change } from './change.ts'
import { record } from './events.ts'
import * as store from './store.ts'

/** Another transaction can win the next number a few times in a row, not this often. */
const ATTEMPTS = 20

/** The version of a slice's profile in force on a day. 409 where none is: a congress starts by activating one. */
export async function profileOn<S extends z.ZodType>(
  tx: Tx,
  kind: ProfileKind<S>,
  on: DateOnly,
): Promise<ProfileVersion<z.output<S>>> {
  const row = await store.findProfileOn(tx, kind.slice, on)
  if (row) return toVersion(kind, row)
  throw new Problem(409, 'profile-missing', `${formatDateZh(on)}没有生效的办理规则包。请系统管理员先启用一个规则包。`)
}

/** One version, whatever the day: a case keeps the version under which it was handed over. 404 where it does not exist. */
export async function getProfile<S extends z.ZodType>(
  tx: Tx,
  kind: ProfileKind<S>,
  version: number,
): Promise<ProfileVersion<z.output<S>>> {
  const row = await store.findProfile(tx, kind.slice, version)
  if (row) return toVersion(kind, row)
  throw new Problem(404, 'profile-missing', `没有第${version}版办理规则包。`)
}

/** Every version of a slice's profile, newest first. */
export async function listProfiles<S extends z.ZodType>(tx: Tx, kind: ProfileKind<S>): Promise<ProfileVersion<z.output<S>>[]> {
  return (await store.listProfiles(tx, kind.slice)).map((row) => toVersion(kind, row))
}

/**
 * Activates a new version from a day on; older versions stay as they were. Throws a ZodError where the settings break the schema
 * (and so the outer limits of the law), 409 where the day lies before that of the newest version: history is not rewritten.
 */
export async function activateProfile<S extends z.ZodType>(
  { tx, actor, now }: Change,
  kind: ProfileKind<S>,
  input: ProfileInput<z.input<S>>,
): Promise<ProfileVersion<z.output<S>>> {
  const settings = kind.settings.parse(input.settings)
  const row = await insertNext(tx, kind.slice, { ...input, settings }, { at: now, actorId: actor?.id ?? null })
  const { version, title } = row
  const payload = { slice: kind.slice, version, title, effectiveOn: row.effectiveOn }
  await record(tx, now, { name: 'profile.activated', subjectId: row.id, actorId: actor?.id ?? null, payload })
  return toVersion(kind, row)
}

async function insertNext(
  tx: Tx,
  slice: string,
  input: ProfileInput<unknown>,
  by: { at: Date; actorId: string | null },
): Promise<store.ProfileRow> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const row = await store.insertProfile(tx, slice, input, by)
    if (row) return row
    const [newest] = await store.listProfiles(tx, slice)
    if (newest && newest.effectiveOn > input.effectiveOn) {
      const since = formatDateZh(toDateOnly(newest.effectiveOn))
      const message = `第${newest.version}版已定于${since}起施行，新版本的施行日期不能更早。`
      throw new Problem(409, 'profile-superseded', message, { fields: [{ path: 'effectiveOn', message }] })
    }
  }
  throw new Problem(409, 'changed-meanwhile', '有人正在启用规则包。请刷新后再试。')
}

function toVersion<S extends z.ZodType>(kind: ProfileKind<S>, row: store.ProfileRow): ProfileVersion<z.output<S>> {
  const { version, title, activatedAt, activatedBy, activatedByName } = row
  const settings = kind.settings.parse(row.settings)
  return { version, effectiveOn: toDateOnly(row.effectiveOn), title, settings, activatedAt, activatedBy, activatedByName }
}
