import { addDays, toBeijingDate, toDateOnly } from '#lib/pure/date.ts'
import { feedbackDue } from '#slices/suggestions/rules/deadlines.ts'
import type { SuggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { ratingStep } from '#slices/suggestions/rules/rating-window.ts'
import { at, calendar, WORLD_NOW } from '../moment.ts'
import { deputyActs } from './deputy-acts.ts'
import { officeActs } from './office-acts.ts'
import { refuseUnlawful } from './rules.ts'
import { handled, open, save, tell, type Played, type Stage } from './stage.ts'
import type { Cast, History, Step } from './steps.ts'
import { unitActs } from './unit-acts.ts'

export type { Played } from './stage.ts'

/** What each step writes. */
export type Happening = { [A in Step['action']]: (stage: Stage, step: Extract<Step, { action: A }>) => void }
const happen: Happening = { ...deputyActs, ...officeActs, ...unitActs }

/**
 * Lives one suggestion through, step by step, as the actions of the slice would: each step must be what its rules allow on that day
 * and not earlier than the one before, and each event must fit the catalogue. Between the steps the nightly job asks for ratings.
 * The actions themselves take a statement for each of these, minutes for the whole world.
 */
export function play(history: History, cast: Cast, profile: SuggestionProfile): Played {
  const stage = open(history, cast, profile)
  let before = 0
  for (const step of history.steps.slice(1)) {
    if (step.at.getTime() <= before) throw new Error(`${history.key}: ${step.action} at ${step.at.toISOString()} is not after the step before`)
    if (step.at > WORLD_NOW) throw new Error(`${history.key}: ${step.action} lies after the moment of the world`)
    before = step.at.getTime()
    passNights(stage, step.at)
    refuseUnlawful(stage, step, toBeijingDate(step.at))
    happen[step.action](stage, step as never)
  }
  passNights(stage, WORLD_NOW)
  const { row, requests, cosigners, handlers, extensions, drafts, contacts, replies, points, ratings, events } = stage
  return { suggestion: row, requests, cosigners, handlers, extensions, drafts, contacts, replies, points, ratings, events }
}

/** The hour of the nightly job. */
const NIGHT = 0.5

/** What the nightly job did since the reply: two reminders, then the end of waiting for a rating. */
function passNights(stage: Stage, until: Date): void {
  const { row, profile } = stage
  const dueOn = row.status === 'replied' && feedbackDue({ repliedOn: row.replied_on }, profile, calendar)?.dueOn
  if (!dueOn || !row.replied_on) return
  let asked = stage.events.filter(({ name, payload }) => name === 'suggestion.rating_reminded' && isOfRound(payload, row.round)).length
  const last = stage.events.at(-1)!.at
  for (let today = addDays(toDateOnly(row.replied_on), 1); at(today, NIGHT) < until && row.status === 'replied'; today = addDays(today, 1)) {
    const step = ratingStep({ repliedOn: row.replied_on, dueOn, asked, today }, calendar)
    if (!step || at(today, NIGHT) <= last) continue
    if (step === 'remind') asked += 1
    night(stage, at(today, NIGHT), step === 'remind' ? asked : null, dueOn)
  }
}

function night(stage: Stage, when: Date, ordinal: number | null, dueOn: string): void {
  const { row } = stage
  const { unitId, unitName, ...named } = handled(stage)
  const whom = { leadDeputyId: row.lead_deputy_id }
  if (ordinal !== null) return tell(stage, { at: when }, 'suggestion.rating_reminded', null, { ...named, ...whom, ordinal, dueOn, round: row.round })
  save(stage, { status: 'unrated' })
  tell(stage, { at: when }, 'suggestion.lapsed', null, { ...named, unitId, unitName, ...whom })
}

function isOfRound(payload: object, round: number): boolean {
  return 'round' in payload && payload.round === round
}
