import type { Kind, Status } from '#slices/pressing/enquiries/contract.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import type { Played } from '../suggestions/play.ts'
import { moment, told, type Stage } from './stage.ts'

export interface PlayedEnquiries {
  readonly enquiries: Row<'pressing.enquiry'>[]
  readonly events: WorldEvent[]
}

interface Sketch {
  readonly number: number
  readonly kind: Kind
  readonly text: string
  /** One that was answered was asked on the day of the contact that answered it. */
  readonly askedOn?: string
  readonly wantedOn: string | null
  readonly status: Status
}

/** One that waits at 市房产局, one that 市交通局 has seen, one answered by a contact on the record, one taken back. */
const sketches: readonly Sketch[] = [
  {
    number: 112,
    kind: 'inspection',
    text: '想在国庆节后到小西小区实地看看“居民点单”项目的落实情况，请安排现场负责人参加。',
    askedOn: '2022-09-26',
    wantedOn: '2022-10-14',
    status: 'asked',
  },
  {
    number: 219,
    kind: 'question',
    text: '答复中提到年内开行接驳线路，请说明具体的线路走向和首末班时间。',
    askedOn: '2022-09-23',
    wantedOn: '2022-09-30',
    status: 'acknowledged',
  },
  { number: 134, kind: 'meeting', text: '希望当面了解外墙保温施工的进度安排。', wantedOn: null, status: 'answered' },
  {
    number: 431,
    kind: 'question',
    text: '请问今年公租房的申请从哪天开始受理？',
    askedOn: '2022-09-20',
    wantedOn: null,
    status: 'recalled',
  },
]

export function playEnquiries(stage: Stage): PlayedEnquiries {
  const all: PlayedEnquiries = { enquiries: [], events: [] }
  for (const sketch of sketches) playEnquiry(all, sketch, stage)
  return all
}

function playEnquiry(all: PlayedEnquiries, sketch: Sketch, stage: Stage): void {
  const { kind, text, wantedOn, status } = sketch
  const { suggestion: about, contacts } = playedOf(stage, sketch.number)
  const contact = status === 'answered' ? (contacts.at(-1) ?? null) : null
  const askedOn = sketch.askedOn ?? contact?.contacted_on
  if (!askedOn || !about.unit_id) throw new Error(`第${sketch.number}号 cannot be asked about`)
  const createdAt = moment(askedOn, 8, sketch.number)
  const row = {
    id: idAt(createdAt, `enquiry ${sketch.number}`),
    suggestion_id: about.id,
    unit_id: about.unit_id,
    deputy_id: about.lead_deputy_id,
    kind,
    text,
    wanted_on: wantedOn,
    asked_on: askedOn,
    status,
    acknowledged_on: status === 'acknowledged' ? askedOn : null,
    contact_kind: contact?.kind ?? null,
    contacted_on: contact?.contacted_on ?? null,
    answer: contact?.note ?? null,
    created_at: createdAt,
    version: status === 'asked' ? 1 : 2,
  }
  all.enquiries.push(row)
  all.events.push(...courseOf(row, about.title, stage))
}

/** That it was asked, and what came of it on the same day. */
function courseOf(row: Row<'pressing.enquiry'>, suggestionTitle: string, { units, deputies, cast }: Stage): WorldEvent[] {
  const { id, suggestion_id: suggestionId, unit_id: unitId, deputy_id: deputyId, kind, asked_on: on } = row
  const unitName = units.find((it) => it.id === unitId)?.name
  const deputyName = deputies.find((it) => it.id === deputyId)?.name
  const payload = { suggestionId, suggestionTitle, unitId, unitName, deputyId, deputyName, kind }
  const deputy = cast.deputy(deputyId)
  const handler = cast.handler(unitId)
  const asked = told('enquiry.asked', id, deputy, moment(on, 8), { ...payload, wantedOn: row.wanted_on })
  if (row.status === 'recalled') return [asked, told('enquiry.recalled', id, deputy, moment(on, 9), payload)]
  if (row.status === 'acknowledged') return [asked, told('enquiry.acknowledged', id, handler, moment(on, 15), payload)]
  if (row.status === 'answered') return [asked, told('enquiry.answered', id, handler, moment(on, 18), payload)]
  return [asked]
}

function playedOf({ suggestions }: Stage, number: number): Played {
  const found = suggestions.find(({ suggestion: it }) => it.series === '17-1' && it.number === number)
  if (!found) throw new Error(`The world has no suggestion 第${number}号`)
  return found
}
