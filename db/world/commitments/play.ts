import { events as catalogue } from '#slices/commitments/events.ts'
import type { Action, ReportKind, Status } from '#slices/commitments/contract.ts'
import { after, carryProblem, type Changed } from '#slices/commitments/rules/course.ts'
import { lifecycle } from '#slices/commitments/rules/lifecycle.ts'
import { defaultProfile } from '#slices/commitments/rules/profile.ts'
import { isYearly, rateBy } from '#slices/commitments/rules/yearly.ts'
import { next } from '#lib/pure/lifecycle.ts'
import { toBeijingDate, yearOf } from '#lib/pure/date.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import { calendar, WORLD_NOW } from '../moment.ts'
import type { Row } from '../rows.ts'
import type { Cast } from '../suggestions/steps.ts'
import type { Script, Step } from './scripts.ts'

/** The suggestion in whose reply something was promised, and who promised it. */
export interface Origin {
  readonly suggestionId: string
  readonly reference: string
  readonly title: string
  readonly unit: { readonly id: string; readonly name: string }
  readonly leadDeputyId: string
  readonly round: number
  readonly term: number
  readonly repliedAt: Date
}

export interface PlayedPromise {
  readonly row: ReturnType<typeof firstRow>
  readonly carries: Row<'commitments.carry'>[]
  readonly reports: Row<'commitments.report'>[]
  readonly ratings: Row<'commitments.rating'>[]
  readonly events: WorldEvent[]
}

/** Lives one promise through as the actions of the slice would: each step an arrow of the lifecycle, each event fit for the catalogue. */
export function playPromise(origin: Origin, content: string, script: Script, cast: Cast): PlayedPromise {
  const row = firstRow(origin, content, script.dueOn)
  const stage: Stage = { row, carries: [], reports: [], ratings: [], events: [], origin, cast, yearlyYear: null }
  const opened = { dueOn: script.dueOn, round: origin.round }
  tell(stage, { at: origin.repliedAt }, 'commitment.opened', cast.handler(origin.unit.id), opened)
  let before = origin.repliedAt
  for (const step of script.steps) {
    if (step.at <= before || step.at > WORLD_NOW) throw new Error(`${content}: ${step.act} is out of order`)
    if (next(lifecycle, row.status, step.act satisfies Action) === undefined) throw new Error(`${content}: no arrow ${step.act}`)
    before = step.at
    row.version += 1
    happen[step.act](stage, step as never)
  }
  return stage
}

interface Stage extends PlayedPromise {
  readonly origin: Origin
  readonly cast: Cast
  yearlyYear: number | null
}

function firstRow({ suggestionId, reference, title, unit, leadDeputyId, round, term, repliedAt }: Origin, content: string, dueOn: string) {
  return {
    id: idAt(repliedAt, `commitment ${suggestionId} ${content}`),
    suggestion_id: suggestionId,
    reference,
    title,
    unit_id: unit.id,
    lead_deputy_id: leadDeputyId,
    round,
    term,
    content,
    is_confidential: false,
    opened_on: toBeijingDate(repliedAt) as string,
    first_due_on: dueOn,
    due_on: dueOn,
    carries: 0,
    status: 'open' as Status,
    settled_on: null as string | null,
    asked_on: null as string | null,
    version: 1,
  }
}

type Happening = { [A in Step['act']]: (stage: Stage, step: Extract<Step, { act: A }>) => void }

const happen: Happening = {
  report: (stage, step) => {
    const { year, isYearly: yearly } = reported(stage, step.at, 'progress', step.text, '')
    change(stage, after.report())
    tell(stage, step, 'commitment.reported', handler(stage), { text: step.text, year, isYearly: yearly })
  },
  keep: (stage, step) => {
    const { text, evidence } = step
    reported(stage, step.at, 'done', text, evidence)
    const keptOn = toBeijingDate(step.at)
    change(stage, after.keep(keptOn))
    tell(stage, step, 'commitment.kept', handler(stage), { text, evidence, keptOn, firstDueOn: stage.row.first_due_on })
  },
  giveUp: (stage, step) => {
    reported(stage, step.at, 'not_possible', step.reason, '')
    change(stage, after.giveUp(toBeijingDate(step.at)))
    tell(stage, step, 'commitment.not_kept', handler(stage), { reason: step.reason })
  },
  carry: (stage, step) => {
    const { row } = stage
    const on = toBeijingDate(step.at)
    const problem = carryProblem({ dueOn: row.due_on }, step.dueOn, on)
    if (problem) throw new Error(`${row.content}: ${problem}`)
    const days = { from_due_on: row.due_on, to_due_on: step.dueOn, carried_on: on }
    stage.carries.push({ commitment_id: row.id, year: yearOf(on), ...days, explanation: step.explanation })
    tell(stage, step, 'commitment.carried', handler(stage), { fromDueOn: row.due_on, toDueOn: step.dueOn, explanation: step.explanation })
    change(stage, after.carry(row, step.dueOn))
  },
  ask: (stage, step) => {
    change(stage, after.ask(toBeijingDate(step.at)))
    tell(stage, step, 'commitment.asked', stage.cast.clerk(), { note: step.note })
  },
  rate: (stage, step) => {
    const { row, yearlyYear: year } = stage
    const last = stage.reports.find((it) => it.is_yearly)
    const on = toBeijingDate(step.at)
    if (year === null || !last || on > rateBy(String(last.reported_on), defaultProfile, calendar)) throw new Error(`${row.content}: nothing to rate`)
    const { satisfaction, reason } = step
    stage.ratings.push({ commitment_id: row.id, year, satisfaction, reason, rated_on: on })
    tell(stage, step, 'commitment.rated', stage.cast.deputy(row.lead_deputy_id), { year, satisfaction })
  },
}

function reported(stage: Stage, on: Date, kind: ReportKind, text: string, evidence: string) {
  const { row, reports } = stage
  const today = toBeijingDate(on)
  const year = yearOf(today)
  const facts = { status: row.status, openedOn: row.opened_on, yearlyYear: stage.yearlyYear }
  const yearly = isYearly(facts, kind, today, defaultProfile)
  if (yearly) stage.yearlyYear = year
  const ordinal = reports.filter((it) => it.year === year).length + 1
  reports.push({ commitment_id: row.id, year, ordinal, kind, text, evidence, is_yearly: yearly, reported_on: today })
  return { year, isYearly: yearly }
}

function change({ row }: Stage, to: Changed): void {
  if (to.status) row.status = to.status
  if (to.dueOn) row.due_on = to.dueOn
  if (to.carries !== undefined) row.carries = to.carries
  if (to.settledOn) row.settled_on = to.settledOn
  if (to.askedOn !== undefined) row.asked_on = to.askedOn
}

function handler({ cast, origin }: Stage): string {
  return cast.handler(origin.unit.id)
}

function tell(stage: Stage, { at }: { at: Date }, name: keyof typeof catalogue, actorId: string, more: object): void {
  const { suggestionId, reference, title, unit, leadDeputyId } = stage.origin
  const about = { suggestionId, reference, title, content: stage.row.content, unitId: unit.id, unitName: unit.name, leadDeputyId }
  const payload = catalogue[name].payload.parse({ ...about, ...more })
  stage.events.push({ name, subjectId: stage.row.id, actorId, at, payload })
}
