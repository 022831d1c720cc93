import { events as catalogue } from '#slices/pressing/events.ts'
import type { Account } from '../accounts.ts'
import type { Cast } from '../suggestions/steps.ts'
import type { WorldEvent } from '../events.ts'
import { at } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Played } from '../suggestions/play.ts'
import type { Unit } from '../units.ts'

export interface Stage {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly accounts: readonly Account[]
  readonly suggestions: readonly Played[]
  readonly cast: Cast
}

export type Suggestion = Played['suggestion']

/** An event of the slice, checked by its catalogue, at an hour of a Beijing day. */
export function told(name: keyof typeof catalogue, subjectId: string, actorId: string, when: Date, payload: object): WorldEvent {
  return { name, subjectId, actorId, at: when, payload: catalogue[name].payload.parse(payload) }
}

/** The suggestion of an in-session number; a world that names one it does not have is broken. */
export function numbered({ suggestions }: Stage, number: number): Suggestion {
  const found = suggestions.find(({ suggestion: it }) => it.series === '17-1' && it.number === number)
  if (!found) throw new Error(`The world has no suggestion 第${number}号`)
  return found.suggestion
}

/** The first few suggestions of a unit, oldest number first, that satisfy `is`. */
export function someOf({ suggestions }: Stage, unit: Unit, count: number, is: (it: Played) => boolean = () => true): Suggestion[] {
  const found = suggestions.filter((it) => it.suggestion.unit_id === unit.id && it.suggestion.reference !== null && is(it))
  if (found.length < count) throw new Error(`The world has ${found.length} such suggestions of ${unit.name}, not ${count}`)
  return found
    .toSorted((a, b) => (a.suggestion.id < b.suggestion.id ? -1 : 1))
    .slice(0, count)
    .map((it) => it.suggestion)
}

/** Whose unit has met its deputy face to face. */
export function hasMet({ contacts }: Played): boolean {
  return contacts.some(({ kind }) => kind === 'meeting' || kind === 'site' || kind === 'visit')
}

export function isAnswered({ suggestion }: Played): boolean {
  return suggestion.replied_on !== null
}

/** The ten on old housing estates (digest): 改造计划由224个调整为475个. */
export const OLD_ESTATES = [23, 57, 112, 134, 178, 240, 322, 398, 467, 540] as const

export function oldEstates(stage: Stage): Suggestion[] {
  return OLD_ESTATES.map((number) => numbered(stage, number))
}

/** The account that acts for a special committee. */
export function committeeClerk({ accounts }: Stage): string {
  const found = accounts.find((it) => it.role === 'special_committee')
  if (!found) throw new Error('The world has no clerk of a special committee')
  return found.id
}

/** An instant by which rows of one day and hour are told apart. */
export function moment(day: string, hour: number, second = 0): Date {
  return new Date(at(day, hour).getTime() + second * 1000)
}
