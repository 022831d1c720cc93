import { faceContactKinds } from '#slices/suggestions/contract.ts'
import { concurring } from '#slices/suggestions/rules/handling.ts'
import { idAt } from '../dice.ts'
import type { Unit } from '../units.ts'
import type { Happening } from './play.ts'
import { day, dueOn, extensionRow, handled, handlersOf, ownOf, save, speakers, standing, tell, type Stage } from './stage.ts'
import type { Step } from './steps.ts'

type Act =
  | 'accept'
  | 'object'
  | 'logContact'
  | 'giveOpinion'
  | 'requestExtension'
  | 'draftReply'
  | 'concur'
  | 'signReply'
  | 'reply'

/** What the units do, as the actions of the slice write it. */
export const unitActs: Pick<Happening, Act> = {
  accept: (stage, step) => {
    const on = day(step)
    Object.assign(ownOf(stage, step.unit), { status: 'accepted', accepted_on: on })
    save(stage, { ...standing(stage), accepted_on: stage.row.accepted_on ?? on })
    tell(stage, step, 'suggestion.accepted', by(stage, step.unit), handled(stage, step.unit))
  },
  object: (stage, step) => {
    const { unit, reason, proposed } = step
    const objection = { objection: reason, objection_unit_id: proposed.id, objected_on: day(step) }
    Object.assign(ownOf(stage, unit), { status: 'objected', ...objection })
    save(stage, standing(stage))
    const payload = { ...handled(stage, unit), reason, proposedUnitName: proposed.name }
    tell(stage, step, 'suggestion.objected', by(stage, unit), payload)
  },
  logContact: (stage, step) => {
    const { row, contacts } = stage
    const { kind, contactedOn, note } = step.contact
    const id = idAt(step.at, `contact ${row.id} ${contacts.length}`)
    contacts.push({ id, suggestion_id: row.id, round: row.round, unit_id: step.unit.id, kind, contacted_on: contactedOn, note })
    const isFirstMeeting = row.met_on === null && faceContactKinds.some((it) => it === kind)
    save(stage, isFirstMeeting ? { met_on: contactedOn } : {})
    tell(stage, step, 'suggestion.contacted', by(stage, step.unit), { ...handled(stage, step.unit), kind })
  },
  giveOpinion: (stage, step) => {
    Object.assign(ownOf(stage, step.unit), { status: 'done', opinion: step.text, opinion_on: day(step) })
    save(stage, {})
    const payload = { ...handled(stage, step.unit), leadUnitId: stage.row.unit_id }
    tell(stage, step, 'suggestion.opinion_given', by(stage, step.unit), payload)
  },
  requestExtension: (stage, step) => {
    const { row, extensions, history } = stage
    const { unit, months, reason } = step
    const asked = { extended_months: row.extended_months + months }
    if (dueOn(stage, asked) <= dueOn(stage)) throw new Error(`${history.key}: nothing is left to extend`)
    extensions.push(extensionRow(row.id, extensions.length + 1, unit.id, months, reason, day(step)))
    save(stage, {})
    const payload = { ...handled(stage, unit), months, reason, dueOn: dueOn(stage, asked) }
    tell(stage, step, 'suggestion.extension_requested', by(stage, unit), payload)
  },
  draftReply: (stage, step) => {
    const { row, drafts, requests, profile, history } = stage
    const { unit, reply } = step
    if (reply.points.length !== requests.length) throw new Error(`${history.key} is not answered point by point`)
    if (!profile.classes.some(({ code }) => code === reply.class)) throw new Error(`${history.key}: no class ${reply.class}`)
    const before = drafts.find((it) => it.unit_id === unit.id)
    if (before) Object.assign(before, { content: reply, version: before.version + 1, signed_on: null })
    else drafts.push({ suggestion_id: row.id, unit_id: unit.id, content: reply, version: 1, signed_on: null })
    const agreed = concurring(handlersOf(stage)).map((it) => it.ordinal)
    for (const it of stage.handlers) if (agreed.includes(it.ordinal)) it.concurred_on = null
    tell(stage, step, 'suggestion.reply_drafted', by(stage, unit), handled(stage, unit))
  },
  concur: (stage, step) => {
    ownOf(stage, step.unit).concurred_on = day(step)
    save(stage, {})
    const payload = { ...handled(stage, step.unit), leadUnitId: stage.row.unit_id }
    tell(stage, step, 'suggestion.concurred', by(stage, step.unit), payload)
  },
  signReply: (stage, step) => {
    const draft = draftOf(stage, step.unit)
    draft.signed_on = day(step)
    const payload = { ...handled(stage, step.unit), signer: draft.content.signer, signedOn: day(step) }
    tell(stage, step, 'suggestion.reply_signed', by(stage, step.unit), payload)
  },
  reply: (stage, step) => answer(stage, step),
}

function answer(stage: Stage, step: Extract<Step, { action: 'reply' }>): void {
  const { row, drafts, profile } = stage
  const { unit } = step
  const draft = draftOf(stage, unit)
  const { points, documentNumber, commitments: _told, ...rest } = draft.content
  drafts.splice(drafts.indexOf(draft), 1)
  const key = { suggestion_id: row.id, round: row.round, unit_id: unit.id }
  const on = day(step)
  stage.replies.push({ ...key, ...rest, document_number: documentNumber, replied_on: on, signed_on: draft.signed_on })
  stage.points.push(...points.map((text, index) => ({ ...key, ordinal: index + 1, text })))
  const agreed = concurring(handlersOf(stage)).map((it) => it.ordinal)
  for (const it of stage.handlers) if (agreed.includes(it.ordinal)) it.status = 'done'
  ownOf(stage, unit).status = 'done'
  const meaning = profile.classes.find(({ code }) => code === rest.class)?.meaning ?? null
  const late = row.first_replied_on === null ? { first_replied_on: on, was_late: on > dueOn(stage) } : {}
  const to = standing(stage)
  save(stage, { ...to, reply_meaning: meaning, ...(to.status === 'replied' && { replied_on: on, ...late }) })
  const whom = { leadDeputyId: row.lead_deputy_id, deputyIds: speakers(stage) }
  const payload = { ...handled(stage, unit), class: rest.class, documentNumber, round: row.round, ...whom }
  tell(stage, step, 'suggestion.replied', by(stage, unit), payload)
}

function draftOf({ drafts, history }: Stage, unit: Unit) {
  const draft = drafts.find((it) => it.unit_id === unit.id)
  if (!draft) throw new Error(`${history.key}: ${unit.name} has drafted no reply`)
  return draft
}

function by(stage: Stage, unit: Unit): string {
  return stage.cast.handler(unit.id)
}
