import { answering, kindOf } from '#slices/suggestions/rules/handling.ts'
import { referenceOf } from '#slices/suggestions/rules/series.ts'
import type { Happening } from './play.ts'
import { clerk, day, dueOn, handled, handlerRow, handlersOf, ownOf, save, speakers, standing, tell, type Stage } from './stage.ts'
import type { Handed, Step } from './steps.ts'

type Act =
  | 'see'
  | 'return'
  | 'decline'
  | 'passOn'
  | 'register'
  | 'protect'
  | 'assign'
  | 'uphold'
  | 'reassign'
  | 'decideExtension'
  | 'openRating'
  | 'rehandle'
  | 'escalate'
  | 'close'
  | 'publish'

/** What the deputies' committee does, as the actions of the slice write it. */
export const officeActs: Pick<Happening, Act> = {
  see: (stage, step) => {
    save(stage, { seen_at: step.at })
    tell(stage, step, 'suggestion.seen', clerk(stage), { title: stage.row.title })
  },
  return: (stage, step) => {
    save(stage, { status: 'returned' })
    const payload = { title: stage.row.title, reason: step.reason, leadDeputyId: stage.row.lead_deputy_id }
    tell(stage, step, 'suggestion.returned', clerk(stage), payload)
  },
  decline: (stage, step) => {
    const { row, profile, history } = stage
    const { ground, advice } = step
    const known = profile.grounds.find(({ code }) => code === ground)
    if (!known) throw new Error(`${history.key}: the profile has no ground ${ground}`)
    save(stage, { status: 'declined' })
    const payload = { title: row.title, ground, label: known.label, basis: profile.groundsBasis, advice, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.declined', clerk(stage), payload)
  },
  passOn: (stage, step) => {
    const { row } = stage
    const { unit, note } = step
    // The unit reads the letter and owes nothing.
    const reader = handlerRow(row.id, 1, { unit, part: 'lead', scope: '' }, day(step))
    stage.handlers.push({ ...reader, part: 'letter', status: 'done' })
    save(stage, { status: 'passed_on' })
    const payload = { title: row.title, unitId: unit.id, unitName: unit.name, note, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.passed_on', clerk(stage), payload)
  },
  register: (stage, step) => {
    const { row } = stage
    const reference = referenceOf(row.series, step.number)
    save(stage, { status: 'registered', registered_on: day(step), number: step.number, reference })
    const payload = { title: row.title, reference, number: step.number, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.registered', clerk(stage), payload)
  },
  protect: (stage, step) => {
    const { isConfidential, reason } = step
    save(stage, { is_confidential: isConfidential })
    const payload = { title: stage.row.title, isConfidential, reason, leadDeputyId: stage.row.lead_deputy_id }
    tell(stage, step, 'suggestion.protected', clerk(stage), payload)
  },
  assign: (stage, step) => {
    const { row } = stage
    const handlers = handOver(stage, step, step.handlers)
    const on = day(step)
    const days = { handed_over_on: on, round_started_on: on, profile_version: 1 }
    save(stage, { status: 'assigned', unit_id: handlers[0]!.unitId, is_difficult: step.isDifficult, ...days })
    const whom = { leadDeputyId: row.lead_deputy_id, deputyIds: speakers(stage) }
    const payload = { ...handled(stage), kind: kindOf(handlers), handlers, dueOn: dueOn(stage), ...whom }
    tell(stage, step, 'suggestion.assigned', clerk(stage), payload)
  },
  uphold: (stage, step) => {
    const { unit, reason } = step
    const on = day(step)
    Object.assign(ownOf(stage, unit), { status: 'accepted', accepted_on: on })
    save(stage, { ...standing(stage), accepted_on: stage.row.accepted_on ?? on })
    tell(stage, step, 'suggestion.upheld', clerk(stage), { ...handled(stage, unit), reason })
  },
  reassign: (stage, step) => {
    const { row } = stage
    ownOf(stage, step.from).status = 'released'
    const handlers = handOver(stage, step, step.handlers)
    save(stage, { ...standing(stage), transfers: row.transfers + 1 })
    const from = { fromUnitId: step.from.id, fromUnitName: step.from.name }
    const payload = { ...handled(stage), ...from, handlers, dueOn: dueOn(stage), leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.reassigned', clerk(stage), payload)
  },
  decideExtension: (stage, step) => {
    const { row, extensions, units } = stage
    const { decision, note } = step
    const asked = extensions.find((it) => it.decision === null)!
    Object.assign(asked, { decision, note, decided_on: day(step) })
    save(stage, { extended_months: row.extended_months + (decision === 'granted' ? asked.months : 0) })
    const payload = { ...handled(stage, units.get(asked.unit_id)), note, dueOn: dueOn(stage), leadDeputyId: row.lead_deputy_id }
    tell(stage, step, decision === 'granted' ? 'suggestion.extended' : 'suggestion.extension_refused', clerk(stage), payload)
  },
  openRating: (stage, step) => {
    const { title, reference } = handled(stage)
    openOf(stage, step.at)
    tell(stage, step, 'suggestion.rating_opened', clerk(stage), { title, reference, by: stage.cast.clerkName() })
  },
  rehandle: (stage, step) => {
    const { row } = stage
    const final = disclose(stage, step)
    const again = answering(handlersOf(stage)).map((it) => it.unitId)
    for (const it of stage.handlers) if (again.includes(it.unit_id) && it.status !== 'released') it.status = 'accepted'
    save(stage, { ...final, status: 'accepted', round: row.round + 1, round_started_on: day(step) })
    const due = { dueOn: dueOn(stage), leadDeputyId: row.lead_deputy_id }
    const payload = { ...handled(stage), unitIds: again, reason: step.reason, round: row.round, ...due }
    tell(stage, step, 'suggestion.rehandled', clerk(stage), payload)
  },
  escalate: (stage, step) => {
    save(stage, { ...disclose(stage, step), status: 'escalated' })
    const { kind, heldOn, note } = step
    const payload = { ...handled(stage), kind, heldOn, note, leadDeputyId: stage.row.lead_deputy_id }
    tell(stage, step, 'suggestion.escalated', clerk(stage), payload)
  },
  close: (stage, step) => {
    const { conclusion } = step
    save(stage, { ...disclose(stage, step), status: 'closed', closed_on: day(step) })
    const { title, reference } = handled(stage)
    tell(stage, step, 'suggestion.closed', clerk(stage), { title, reference, conclusion, leadDeputyId: stage.row.lead_deputy_id })
  },
  publish: (stage, step) => {
    const { summary } = step
    save(stage, { public_summary: summary })
    const form = summary === null ? 'full' : 'summary'
    tell(stage, step, 'suggestion.published', clerk(stage), { title: stage.row.title, form })
  },
}

/** Writes who handles it; answers them as events name them, the one that leads first. */
function handOver(stage: Stage, step: Step, given: readonly Handed[]) {
  const { row, handlers, units } = stage
  const inOrder = given.toSorted((a, b) => Number(a.part === 'co') - Number(b.part === 'co'))
  for (const it of inOrder) {
    units.set(it.unit.id, it.unit)
    handlers.push(handlerRow(row.id, handlers.length + 1, it, day(step)))
  }
  return inOrder.map(({ unit, part, scope }) => ({ unitId: unit.id, unitName: unit.name, part, scope }))
}

/** From now on the rating never changes. */
function openOf({ ratings, row }: Stage, at: Date): void {
  const rating = ratings.find((it) => it.round === row.round)
  if (rating) rating.opened_at ??= at
}

/** The office has decided, so the rating is final. */
function disclose(stage: Stage, step: Step) {
  const { row, ratings } = stage
  const rating = ratings.find((it) => it.round === row.round)
  if (!rating || row.status !== 'rated') return {}
  rating.opened_at ??= step.at
  const { attitude, result } = rating
  const payload = { ...handled(stage), attitude, result, round: row.round, leadDeputyId: row.lead_deputy_id }
  tell(stage, step, 'suggestion.rating_disclosed', clerk(stage), payload)
  return { final_attitude: attitude, final_result: result, ...(row.round === 1 && { first_result: result }) }
}
