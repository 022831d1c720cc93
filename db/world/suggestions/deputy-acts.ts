import { yearOf } from '#slices/suggestions/rules/year.ts'
import { cosignerRow, day, lead, requestsOf, save, speakers, tell, wordsOf, type Stage } from './stage.ts'
import type { Happening } from './play.ts'

type Act = 'draft' | 'edit' | 'invite' | 'cosign' | 'submit' | 'recallSubmission' | 'rate' | 'amendRating' | 'withdraw' | 'agreeWithdrawal'

/** What deputies do, as the actions of the slice write it. */
export const deputyActs: Pick<Happening, Act> = {
  draft: () => {},
  edit: (stage, step) => {
    const { row, requests, history } = stage
    const again = speakers(stage).slice(1)
    requests.splice(0, requests.length, ...requestsOf(row.id, step.draft))
    const status = row.status === 'declined' ? 'returned' : row.status
    save(stage, { ...wordsOf(step.draft), status, text_version: row.text_version + 1 })
    const payload = { title: row.title, deputyIds: again, deputyName: history.deputy.name }
    tell(stage, step, 'suggestion.edited', lead(stage), payload)
  },
  invite: (stage, step) => {
    const { row, cosigners, history } = stage
    cosigners.push(...step.deputies.map((it) => cosignerRow(row.id, it.id, day(step))))
    save(stage, row.status === 'draft' ? { status: 'cosigning' } : {})
    const deputyIds = step.deputies.map((it) => it.id)
    const payload = { title: row.title, deputyIds, leadDeputyId: row.lead_deputy_id, deputyName: history.deputy.name }
    tell(stage, step, 'suggestion.invited', lead(stage), payload)
  },
  cosign: (stage, step) => {
    const { row } = stage
    const { deputy, answer } = step
    Object.assign(asked(stage, deputy.id), { answer, answered_on: day(step), text_version: row.text_version })
    save(stage, {})
    const who = { deputyId: deputy.id, deputyName: deputy.name, leadDeputyId: row.lead_deputy_id }
    const payload = { title: row.title, ...who, answer, textVersion: row.text_version }
    tell(stage, step, 'suggestion.cosigned', stage.cast.deputy(deputy.id), payload)
  },
  submit: (stage, step) => {
    const { deputy } = stage.history
    // The only session of the year stood at its beginning, before everything that is told here.
    save(stage, { status: 'submitted', submitted_on: day(step), seen_at: null, year: yearOf(stage.row, day(step), []) })
    const payload = { title: stage.row.title, leadDeputyId: deputy.id, deputyName: deputy.name }
    tell(stage, step, 'suggestion.submitted', lead(stage), payload)
  },
  recallSubmission: (stage, step) => {
    save(stage, { status: stage.cosigners.length > 0 ? 'cosigning' : 'draft', submitted_on: null, year: null })
    tell(stage, step, 'suggestion.recalled', lead(stage), { title: stage.row.title, deputyName: stage.history.deputy.name })
  },
  amendRating: (stage, step) => {
    const { row } = stage
    Object.assign(stage.ratings.find((it) => it.round === row.round)!, step.rating)
    save(stage, {})
    tell(stage, step, 'suggestion.rating_amended', lead(stage), { title: row.title, reference: row.reference, round: row.round })
  },
  rate: (stage, step) => {
    const { row } = stage
    const { attitude, result, reason } = step.rating
    stage.ratings.push({ suggestion_id: row.id, round: row.round, attitude, result, reason, rated_on: day(step) })
    save(stage, { status: 'rated', rated_on: day(step) })
    tell(stage, step, 'suggestion.rated', lead(stage), { title: row.title, reference: row.reference, round: row.round })
  },
  withdraw: (stage, step) => {
    const { row } = stage
    const { reason } = step
    if (row.submitted_on === null) {
      save(stage, { status: 'withdrawn' })
      return tell(stage, step, 'suggestion.discarded', lead(stage), { title: row.title, reason })
    }
    const others = speakers(stage).slice(1)
    if (others.length === 0) return takeBack(stage, step, reason, lead(stage))
    save(stage, { withdrawal_reason: reason })
    const payload = { title: row.title, reason, deputyIds: others, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.withdrawal_asked', lead(stage), payload)
  },
  agreeWithdrawal: (stage, step) => {
    const { row, cosigners } = stage
    const { deputy } = step
    asked(stage, deputy.id).agreed_withdrawal_on = day(step)
    const payload = { title: row.title, deputyId: deputy.id, deputyName: deputy.name, leadDeputyId: row.lead_deputy_id }
    tell(stage, step, 'suggestion.withdrawal_agreed', stage.cast.deputy(deputy.id), payload)
    const signed = new Set(speakers(stage).slice(1))
    const isLast = cosigners.every((it) => !signed.has(it.deputy_id) || it.agreed_withdrawal_on !== null)
    if (isLast) takeBack(stage, step, row.withdrawal_reason!, stage.cast.deputy(deputy.id))
    else save(stage, {})
  },
}

function asked({ cosigners, history }: Stage, deputyId: string) {
  const me = cosigners.find((it) => it.deputy_id === deputyId)
  if (!me) throw new Error(`${history.key}: a deputy answers who was not asked`)
  return me
}

function takeBack(stage: Stage, step: { at: Date }, reason: string, actorId: string): void {
  const { row, drafts } = stage
  save(stage, { status: 'withdrawn' })
  drafts.length = 0
  const payload = { title: row.title, reason, leadDeputyId: row.lead_deputy_id, unitId: row.unit_id }
  tell(stage, step, 'suggestion.withdrawn', actorId, payload)
}
