import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import { unitNamed, type Unit } from '../units.ts'
import { committeeClerk, isAnswered, moment, numbered, someOf, told, type Stage, type Suggestion } from './stage.ts'

export interface PlayedGuidance {
  readonly guidance: Row<'pressing.guidance'>[]
  readonly events: WorldEvent[]
}

interface Sketch {
  readonly text: string
  readonly issuedOn: string
  readonly dueOn: string
  readonly answered?: { readonly acknowledgedOn: string; readonly on: string; readonly text: string }
}

/** One that its unit has still to receive, one that was answered. */
export function playGuidance(stage: Stage): PlayedGuidance {
  const all: PlayedGuidance = { guidance: [], events: [] }
  const [waiting] = someOf(stage, unitNamed(stage.units, '市房产局'), 1, (it) => !isAnswered(it))
  issue(all, stage, waiting!, {
    text: '办理期限将到，请尽快与代表当面沟通，按期答复；确需延期的，应当在期限届满前说明理由。',
    issuedOn: '2022-09-22',
    dueOn: '2022-09-30',
  })
  issue(all, stage, numbered(stage, 88), {
    text: '汛期将至，请先行在小西社区落实临时排涝措施，并就管网扩径提出时间表。',
    issuedOn: '2022-07-04',
    dueOn: '2022-07-15',
    answered: { acknowledgedOn: '2022-07-05', on: '2022-07-13', text: '已安排移动泵车两台在小西社区值守；管网检测7月底完成，扩径方案8月底前报批。' },
  })
  return all
}

function issue(all: PlayedGuidance, stage: Stage, about: Suggestion, { text, issuedOn, dueOn, answered }: Sketch): void {
  const createdAt = moment(issuedOn, 15)
  const id = idAt(createdAt, `guidance ${about.reference}`)
  const unit = unitOf(stage, about)
  const issuerId = committeeClerk(stage)
  all.guidance.push({
    id,
    suggestion_id: about.id,
    unit_id: unit.id,
    issuer_id: issuerId,
    text,
    issued_on: issuedOn,
    due_on: dueOn,
    status: answered ? 'answered' : 'issued',
    acknowledged_on: answered?.acknowledgedOn ?? null,
    answer: answered?.text ?? null,
    answered_on: answered?.on ?? null,
    created_at: createdAt,
    version: answered ? 3 : 1,
  })
  const subject = { suggestionId: about.id, suggestionTitle: about.title, unitId: unit.id, unitName: unit.name, issuerId }
  const issued = { ...subject, dueOn, deputyId: about.lead_deputy_id }
  all.events.push(told('guidance.issued', id, issuerId, createdAt, issued))
  if (!answered) return
  const handler = stage.cast.handler(unit.id)
  all.events.push(
    told('guidance.acknowledged', id, handler, moment(answered.acknowledgedOn, 9), subject),
    told('guidance.answered', id, handler, moment(answered.on, 16), subject),
  )
}

function unitOf({ units }: Stage, { unit_id: unitId, title }: Suggestion): Unit {
  const unit = units.find((it) => it.id === unitId)
  if (!unit) throw new Error(`${title} is handled by no unit`)
  return unit
}
