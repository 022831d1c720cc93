import { toBeijingDate } from '#lib/pure/date.ts'
import { events as catalogue } from '#slices/suggestions/events.ts'
import type { Draft, Part, ReplyInput, Satisfaction, Status } from '#slices/suggestions/contract.ts'
import { answering, progress, type Handler } from '#slices/suggestions/rules/handling.ts'
import type { ClassMeaning, SuggestionProfile } from '#slices/suggestions/rules/profile.ts'
import { replyClock, type Dated } from '#slices/suggestions/rules/running-clock.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import { calendar } from '../moment.ts'
import type { Row } from '../rows.ts'
import type { Unit } from '../units.ts'
import type { Cast, Handed, History, Step } from './steps.ts'

/** What a history leaves behind: the row as the last step left it, its parts, and the event of every step. */
export interface Played {
  readonly suggestion: SuggestionRow
  readonly requests: Row<'suggestions.request'>[]
  readonly cosigners: CosignerRow[]
  readonly handlers: HandlerRow[]
  readonly extensions: ExtensionRow[]
  readonly drafts: DraftRow[]
  readonly contacts: (Row<'suggestions.contact'> & { unit_id: string; round: number })[]
  readonly replies: Row<'suggestions.reply'>[]
  readonly points: Row<'suggestions.reply_point'>[]
  readonly ratings: (Row<'suggestions.rating'> & { attitude: Satisfaction; result: Satisfaction })[]
  readonly events: WorldEvent[]
}

/** A history while it is played. */
export interface Stage extends Omit<Played, 'suggestion'> {
  readonly row: SuggestionRow
  readonly history: History
  readonly cast: Cast
  readonly profile: SuggestionProfile
  readonly units: Map<string, Unit>
}

export type SuggestionRow = ReturnType<typeof firstRow>
type HandlerRow = ReturnType<typeof handlerRow>
type CosignerRow = ReturnType<typeof cosignerRow>
type ExtensionRow = ReturnType<typeof extensionRow>
interface DraftRow {
  readonly suggestion_id: string
  readonly unit_id: string
  content: ReplyInput
  version: number
  signed_on: string | null
}

const none = null as string | null

export function open(history: History, cast: Cast, profile: SuggestionProfile): Stage {
  const first = history.steps[0]
  if (first?.action !== 'draft') throw new Error(`${history.key} does not begin with a draft`)
  const row = firstRow(history, first)
  const parts = { cosigners: [], handlers: [], extensions: [], drafts: [], contacts: [], replies: [], points: [], ratings: [], events: [] }
  const stage: Stage = { row, history, cast, profile, units: new Map(), requests: requestsOf(row.id, first.draft), ...parts }
  tell(stage, first, 'suggestion.drafted', cast.deputy(history.deputy.id), { title: row.title })
  return stage
}

function firstRow(history: History, { at, draft }: Step & { action: 'draft' }) {
  return {
    id: idAt(at, `suggestion ${history.key}`),
    term: history.term,
    session: history.session,
    series: history.series,
    number: null as number | null,
    reference: none,
    ...wordsOf(draft),
    lead_deputy_id: history.deputy.id,
    status: 'draft' as Status,
    unit_id: none,
    profile_version: null as number | null,
    is_difficult: false,
    round: 1,
    year: null as number | null,
    created_at: at,
    submitted_on: none,
    registered_on: none,
    handed_over_on: none,
    round_started_on: none,
    accepted_on: none,
    replied_on: none,
    rated_on: none,
    seen_at: null as Date | null,
    closed_on: none,
    version: 1,
    text_version: 1,
    transfers: 0,
    extended_months: 0,
    public_summary: none,
    withdrawal_reason: none,
    notice_number: none,
    noticed_on: none,
    met_on: none,
    first_replied_on: none,
    was_late: null as boolean | null,
    reply_meaning: null as ClassMeaning | null,
    first_result: null as Satisfaction | null,
    final_attitude: null as Satisfaction | null,
    final_result: null as Satisfaction | null,
  }
}

export function wordsOf(draft: Draft) {
  return {
    title: draft.title,
    matter: draft.matter,
    category: draft.category,
    proposed_unit_id: draft.proposedUnitId,
    is_public: draft.isPublic,
    is_confidential: draft.isConfidential,
  }
}

export function requestsOf(suggestionId: string, draft: Draft): Row<'suggestions.request'>[] {
  return draft.requests.map((text, index) => ({ suggestion_id: suggestionId, ordinal: index + 1, text }))
}

export function handlerRow(suggestion_id: string, ordinal: number, { unit, part, scope }: Handed, on: string) {
  return {
    suggestion_id,
    ordinal,
    unit_id: unit.id,
    part: part as Part | 'letter',
    scope,
    status: 'assigned' as Handler['status'],
    handed_over_on: on,
    accepted_on: none,
    objection: none,
    objection_unit_id: none,
    objected_on: none,
    opinion: none,
    opinion_on: none,
    concurred_on: none,
  }
}

export function cosignerRow(suggestion_id: string, deputy_id: string, invited_on: string) {
  return {
    suggestion_id,
    deputy_id,
    invited_on,
    answer: null as 'confirmed' | 'declined' | null,
    answered_on: none,
    text_version: null as number | null,
    agreed_withdrawal_on: none,
  }
}

export function extensionRow(suggestion_id: string, ordinal: number, unit_id: string, months: number, reason: string, requested_on: string) {
  return {
    suggestion_id,
    ordinal,
    unit_id,
    months,
    reason,
    requested_on,
    decision: null as 'granted' | 'refused' | null,
    note: none,
    decided_on: none,
  }
}

/** Records what happened; of two events of one step the second comes a moment later, so that their order is kept. */
export function tell(stage: Stage, step: { at: Date }, name: keyof typeof catalogue, actorId: string | null, payload: object): void {
  const parsed = catalogue[name].payload.parse(payload)
  const last = stage.events.at(-1)?.at.getTime() ?? 0
  const at = new Date(Math.max(step.at.getTime(), last + 1))
  stage.events.push({ name, subjectId: stage.row.id, actorId, at, payload: parsed })
}

/** Every change of the row counts its version, as the store of the slice does. */
export function save(stage: Stage, to: Partial<SuggestionRow>): void {
  Object.assign(stage.row, to)
  stage.row.version += 1
}

/** What events say of a suggestion that units handle: of the unit that acts, or of the one that leads. */
export function handled(stage: Stage, unit?: Unit) {
  const { row, history, units } = stage
  const said = unit ?? units.get(row.unit_id ?? '')
  if (!said || !row.reference) throw new Error(`${history.key} is handled without a number or a unit`)
  return { title: row.title, reference: row.reference, unitId: said.id, unitName: said.name }
}

export function clerk(stage: Stage): string {
  return stage.cast.clerk()
}

export function lead(stage: Stage): string {
  return stage.cast.deputy(stage.row.lead_deputy_id)
}

export function day(step: Step): string {
  return toBeijingDate(step.at)
}

export function handlersOf({ handlers }: Pick<Stage, 'handlers'>): Handler[] {
  return handlers.flatMap(({ part, ...it }) => {
    const days = { handedOverOn: it.handed_over_on, concurredOn: it.concurred_on }
    return part === 'letter' ? [] : [{ ordinal: it.ordinal, unitId: it.unit_id, part, status: it.status, ...days }]
  })
}

/** The part of a unit, which its hand-over was not taken back from. */
export function ownOf({ handlers, history }: Stage, unit: Unit): HandlerRow {
  const own = handlers.find((it) => it.unit_id === unit.id && it.status !== 'released')
  if (!own) throw new Error(`${history.key}: ${unit.name} has no part`)
  return own
}

/** Where it stands after one unit's part was changed. */
export function standing(stage: Stage): Pick<SuggestionRow, 'status' | 'unit_id'> {
  const handlers = handlersOf(stage)
  return { status: progress(handlers), unit_id: answering(handlers)[0]?.unitId ?? null }
}

/** Those who confirmed the present text, behind the lead deputy. */
export function speakers({ row, cosigners }: Stage): string[] {
  const signed = cosigners.filter((it) => it.answer === 'confirmed' && it.text_version === row.text_version)
  return [row.lead_deputy_id, ...signed.map((it) => it.deputy_id)]
}

export function datedOf(row: SuggestionRow): Dated {
  return {
    status: row.status,
    round: row.round,
    isDifficult: row.is_difficult,
    extendedMonths: row.extended_months,
    submittedOn: row.submitted_on,
    handedOverOn: row.handed_over_on,
    roundStartedOn: row.round_started_on,
    repliedOn: row.replied_on,
  }
}

/** The last day for the reply of the present round, by the same rule as the slice's. */
export function dueOn({ row, profile, history }: Stage, more: Partial<SuggestionRow> = {}): string {
  const due = replyClock(datedOf({ ...row, ...more }), profile, calendar)
  if (!due) throw new Error(`${history.key} has no reply clock`)
  return due.dueOn
}
