import type { Answer, Request } from '#lib/http/contract.ts'
import type { calendarApi } from '../endpoints.ts'

/** What the page holds of a year while its days are being changed; nothing counts before it is saved. */
export type YearView = Answer<(typeof calendarApi)['getCalendarYear']>
export type OwnDay = Request<(typeof calendarApi)['replaceCalendarYear']>['body']['days'][number]
export type PlannedDay = OwnDay & { source: 'shipped' | 'own' }

/** One change of a day, as it is read before saving: what counted, what will count; null for the plain rule of the week. */
export type DayChange = { day: string; before: OwnDay | null; after: OwnDay | null }

/** The congress's own days as they were read. */
export function ownDaysOf(year: YearView): OwnDay[] {
  return year.days.filter((it) => it.source === 'own').map(({ day, isWorkday, name }) => ({ day, isWorkday, name }))
}

/** The table that comes with the program, also below the own days that stand over it. */
export function shippedDaysOf(year: YearView): OwnDay[] {
  return year.days.flatMap(({ day, isWorkday, name, source, replaced }) => {
    if (source === 'shipped') return [{ day, isWorkday, name }]
    return replaced ? [{ day, ...replaced }] : []
  })
}

/** The year as it would be with these own days, by date. */
export function plannedDays(year: YearView, own: readonly OwnDay[]): PlannedDay[] {
  const days = new Map<string, PlannedDay>()
  for (const it of shippedDaysOf(year)) days.set(it.day, { ...it, source: 'shipped' })
  for (const it of own) days.set(it.day, { ...it, source: 'own' })
  return byDate([...days.values()])
}

/** Own days with `added` over them; a day that says just what the shipped table says needs no entry of its own. */
export function withDays(year: YearView, own: readonly OwnDay[], added: readonly OwnDay[]): OwnDay[] {
  const shipped = new Map(shippedDaysOf(year).map((it) => [it.day, it]))
  const days = new Map(own.map((it) => [it.day, it]))
  for (const it of added) {
    if (isSame(shipped.get(it.day) ?? null, it)) days.delete(it.day)
    else days.set(it.day, it)
  }
  return byDate([...days.values()])
}

/** What saving these own days would change, by date. */
export function changesOf(year: YearView, own: readonly OwnDay[]): DayChange[] {
  const [before, after] = [mapOf(year.days), mapOf(plannedDays(year, own))]
  const days = [...new Set([...before.keys(), ...after.keys()])].toSorted()
  return days.flatMap((day) => {
    const change = { day, before: before.get(day) ?? null, after: after.get(day) ?? null }
    return isSame(change.before, change.after) ? [] : [change]
  })
}

function mapOf(days: readonly OwnDay[]): Map<string, OwnDay> {
  return new Map(days.map(({ day, isWorkday, name }) => [day, { day, isWorkday, name }]))
}

function isSame(one: OwnDay | null, other: OwnDay | null): boolean {
  return one?.isWorkday === other?.isWorkday && one?.name === other?.name
}

function byDate<D extends OwnDay>(days: readonly D[]): D[] {
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
