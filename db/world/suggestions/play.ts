import { next } from '#lib/pure/lifecycle.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { events as catalogue } from '#slices/suggestions/events.ts'
import type { Action, Status } from '#slices/suggestions/contract.ts'
import { lifecycle } from '#slices/suggestions/rules/lifecycle.ts'
import type { SuggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { replyClock } from '#slices/suggestions/rules/running-clock.ts'
import { referenceOf } from '#slices/suggestions/rules/series.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import { calendar, WORLD_NOW } from '../moment.ts'
import type { Row } from '../rows.ts'
import type { Unit } from '../units.ts'
import type { Cast, History, Step } from './steps.ts'

/** What a history leaves behind: the row as the last step left it, its parts, and the event of every step. */
export interface Played {
  readonly suggestion: Row<'suggestions.suggestion'> & { status: Status; id: string; title: string; matter: string }
  readonly requests: Row<'suggestions.request'>[]
  readonly contacts: Row<'suggestions.contact'>[]
  readonly replies: Row<'suggestions.reply'>[]
  readonly points: Row<'suggestions.reply_point'>[]
  readonly ratings: Row<'suggestions.rating'>[]
  readonly events: WorldEvent[]
}

/**
 * Lives one suggestion through, step by step, as the actions of the slice would: each step must be an arrow of the lifecycle and
 * not earlier than the one before, and each event must fit the catalogue. The actions themselves take a statement for each of
 * these, minutes for the whole world.
 */
export function play(history: History, cast: Cast, profile: SuggestionProfile): Played {
  const stage = open(history, cast, profile)
  let before = 0
  for (const step of history.steps.slice(1)) {
    if (step.at.getTime() <= before) throw new Error(`${history.key}: ${step.action} at ${step.at.toISOString()} is not after the step before`)
    if (step.at > WORLD_NOW) throw new Error(`${history.key}: ${step.action} lies after the moment of the world`)
    before = step.at.getTime()
    stage.row.status = statusAfter(stage, step)
    if (step.action !== 'logContact') stage.row.version += 1
    happen[step.action](stage, step as never)
  }
  const { row, requests, contacts, replies, points, ratings, events } = stage
  return { suggestion: row, requests, contacts, replies, points, ratings, events }
}

type SuggestionRow = ReturnType<typeof firstRow>
interface Stage extends Omit<Played, 'suggestion'> {
  readonly row: SuggestionRow
  readonly history: History
  readonly cast: Cast
  readonly profile: SuggestionProfile
  unit: Unit | null
}

function open(history: History, cast: Cast, profile: SuggestionProfile): Stage {
  const first = history.steps[0]
  if (first?.action !== 'draft') throw new Error(`${history.key} does not begin with a draft`)
  const row = firstRow(history, first)
  const requests = first.draft.requests.map((text, index) => ({ suggestion_id: row.id, ordinal: index + 1, text }))
  const parts = { requests, contacts: [], replies: [], points: [], ratings: [], events: [] }
  const stage: Stage = { row, history, cast, profile, unit: null, ...parts }
  tell(stage, first, 'suggestion.drafted', cast.deputy(history.deputy.id), { title: row.title })
  return stage
}

function firstRow(history: History, { at, draft }: Step & { action: 'draft' }) {
  const none = null as string | null
  return {
    id: idAt(at, `suggestion ${history.key}`),
    term: history.term,
    session: history.session,
    series: history.series,
    number: null as number | null,
    reference: none,
    title: draft.title,
    matter: draft.matter,
    category: draft.category,
    lead_deputy_id: history.deputy.id,
    proposed_unit_id: draft.proposedUnitId,
    is_public: draft.isPublic,
    status: 'draft' as Status,
    unit_id: none,
    profile_version: null as number | null,
    is_difficult: false,
    round: 1,
    created_at: at,
    submitted_on: none,
    registered_on: none,
    handed_over_on: none,
    round_started_on: none,
    accepted_on: none,
    replied_on: none,
    rated_on: none,
    closed_on: none,
    version: 1,
  }
}

function statusAfter({ row, history }: Stage, { action }: Step): Status {
  const after = action === 'draft' ? undefined : next(lifecycle, row.status, action satisfies Action)
  if (!after) throw new Error(`${history.key}: no arrow “${action}” from ${row.status}`)
  return after
}

type Happening = { [A in Step['action']]: (stage: Stage, step: Extract<Step, { action: A }>) => void }

const happen: Happening = {
  draft: () => {},
  submit: (stage, step) => {
    const { deputy } = stage.history
    stage.row.submitted_on = toBeijingDate(step.at)
    const payload = { title: stage.row.title, leadDeputyId: deputy.id, deputyName: deputy.name }
    tell(stage, step, 'suggestion.submitted', stage.cast.deputy(deputy.id), payload)
  },
  return: (stage, step) => {
    const payload = { title: stage.row.title, reason: step.reason, leadDeputyId: stage.row.lead_deputy_id }
    tell(stage, step, 'suggestion.returned', stage.cast.clerk(), payload)
  },
  register: (stage, step) => {
    const { row } = stage
    row.registered_on = toBeijingDate(step.at)
    row.number = step.number
    row.reference = referenceOf(row.series, step.number)
    const payload = { title: row.title, reference: row.reference, number: step.number, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.registered', stage.cast.clerk(), payload)
  },
  assign: (stage, step) => {
    const { row } = stage
    stage.unit = step.unit
    row.unit_id = step.unit.id
    row.is_difficult = step.isDifficult
    row.profile_version = 1
    row.handed_over_on = row.round_started_on = toBeijingDate(step.at)
    const payload = { ...handled(stage), dueOn: dueOn(stage), leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.assigned', stage.cast.clerk(), payload)
  },
  accept: (stage, step) => {
    stage.row.accepted_on = toBeijingDate(step.at)
    tell(stage, step, 'suggestion.accepted', handler(stage), handled(stage))
  },
  logContact: (stage, step) => {
    const { row, contacts } = stage
    const { kind, contactedOn, note } = step.contact
    const id = idAt(step.at, `contact ${row.id} ${contacts.length}`)
    contacts.push({ id, suggestion_id: row.id, round: row.round, kind, contacted_on: contactedOn, note })
    tell(stage, step, 'suggestion.contacted', handler(stage), { ...handled(stage), kind })
  },
  reply: (stage, step) => answer(stage, step),
  rate: (stage, step) => {
    const { row } = stage
    row.rated_on = toBeijingDate(step.at)
    const { attitude, result, reason } = step.rating
    stage.ratings.push({ suggestion_id: row.id, round: row.round, attitude, result, reason, rated_on: row.rated_on })
    const { unitName: _, ...rest } = handled(stage)
    tell(stage, step, 'suggestion.rated', stage.cast.deputy(row.lead_deputy_id), { ...rest, attitude, result, round: row.round })
  },
  rehandle: (stage, step) => {
    const { row } = stage
    row.round += 1
    row.round_started_on = toBeijingDate(step.at)
    const payload = { ...handled(stage), reason: step.reason, round: row.round, dueOn: dueOn(stage), leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.rehandled', stage.cast.clerk(), payload)
  },
  close: (stage, step) => {
    const { row } = stage
    row.closed_on = toBeijingDate(step.at)
    const { title, reference } = handled(stage)
    tell(stage, step, 'suggestion.closed', stage.cast.clerk(), { title, reference, leadDeputyId: row.lead_deputy_id })
  },
}

function answer(stage: Stage, step: Extract<Step, { action: 'reply' }>): void {
  const { row, requests, history } = stage
  const { points, documentNumber, ...rest } = step.reply
  if (points.length !== requests.length) throw new Error(`${history.key} is not answered point by point`)
  if (!stage.contacts.some((it) => it.round === row.round)) throw new Error(`${history.key} is answered without a contact`)
  const key = { suggestion_id: row.id, round: row.round }
  const unit = handled(stage)
  row.replied_on = toBeijingDate(step.at)
  stage.replies.push({ ...key, unit_id: unit.unitId, ...rest, document_number: documentNumber, replied_on: row.replied_on })
  stage.points.push(...points.map((text, index) => ({ ...key, ordinal: index + 1, text })))
  const payload = { ...unit, class: rest.class, documentNumber, round: row.round, leadDeputyId: row.lead_deputy_id }
  tell(stage, step, 'suggestion.replied', handler(stage), payload)
}

function tell(stage: Stage, step: Step, name: keyof typeof catalogue, actorId: string, payload: object): void {
  const parsed = catalogue[name].payload.parse(payload)
  stage.events.push({ name, subjectId: stage.row.id, actorId, at: step.at, payload: parsed })
}

function handled({ row, unit, history }: Stage) {
  if (!unit || !row.reference) throw new Error(`${history.key} is handled without a number or a unit`)
  return { title: row.title, reference: row.reference, unitId: unit.id, unitName: unit.name }
}

function handler(stage: Stage): string {
  return stage.cast.handler(handled(stage).unitId)
}

/** The last day for the reply of the present round, by the same rule as the slice's. */
function dueOn({ row, profile, history }: Stage): string {
  const dated = {
    status: row.status,
    round: row.round,
    isDifficult: row.is_difficult,
    submittedOn: row.submitted_on,
    handedOverOn: row.handed_over_on,
    roundStartedOn: row.round_started_on,
    repliedOn: row.replied_on,
  }
  const due = replyClock(dated, profile, calendar)
  if (!due) throw new Error(`${history.key} has no reply clock`)
  return due.dueOn
}
