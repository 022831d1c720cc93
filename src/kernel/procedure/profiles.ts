import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import { Problem } from '#lib/http/problem.ts'
import { formatDateZh, toDateOnly, yearOf, type DateOnly } from '#lib/pure/date.ts'
import { Holiday, type ProfileInput, type ProfileKind, type ProfileVersion } from './contract.ts'
import { record } from './events.ts'
import { calendarOf, type Calendar } from './rules/calendar.ts'
import { shippedHolidays } from './shipped-holidays.ts'
import * as store from './store.ts'

/** Who changes the rules of procedure: the `Act` of an action, or a set-up that nobody is signed in to. */
export interface Change {
  readonly tx: Tx
  readonly actor: { readonly id: string } | null
  readonly now: Date
}

/** Another transaction can win the next number a few times in a row, not this often. */
const ATTEMPTS = 20

/** The working-day calendar of the congress: the shipped table with the congress's own days on top. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  return calendarOf(shippedHolidays, await store.listHolidays(tx))
}

/** Replaces the congress's own holiday table of one year; an empty list falls back to the shipped one. 422 for a day of another year. */
export async function enterHolidays(
  { tx, actor, now }: Change,
  year: number,
  days: readonly z.input<typeof Holiday>[],
): Promise<void> {
  const parsed = days.map((it) => Holiday.parse(it))
  const stray = parsed.find((it) => yearOf(it.day) !== year)
  if (stray) throw new Problem(422, 'other-year', `${formatDateZh(stray.day)}不在${year}年内。请只录入${year}年的日期。`)
  await store.replaceHolidays(tx, year, parsed)
  await record(tx, now, {
    name: 'holidays.entered',
    subjectId: holidaysSubject,
    actorId: actor?.id ?? null,
    payload: { year, count: days.length },
  })
}

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

/** The subject of every change to the holiday table, which has no row of its own to point at. */
const holidaysSubject = '00000000-0000-7000-8000-686f6c696461'

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
      throw new Problem(409, 'profile-superseded', `第${newest.version}版已定于${since}起施行，新版本的施行日期不能更早。`)
    }
  }
  throw new Problem(409, 'changed-meanwhile', '有人正在启用规则包。请刷新后再试。')
}

function toVersion<S extends z.ZodType>(kind: ProfileKind<S>, row: store.ProfileRow): ProfileVersion<z.output<S>> {
  const { version, title, activatedAt, activatedBy } = row
  const settings = kind.settings.parse(row.settings)
  return { version, effectiveOn: toDateOnly(row.effectiveOn), title, settings, activatedAt, activatedBy }
}
