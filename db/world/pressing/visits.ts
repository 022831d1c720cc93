import type { VisitRecord } from '#slices/pressing/outcomes/contract.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import { moment, numbered, told, type Stage } from './stage.ts'

export interface PlayedVisits {
  readonly visits: Row<'pressing.visit'>[]
  readonly events: WorldEvent[]
}

interface Sketch {
  readonly number: number
  readonly plannedOn: string
  readonly dueOn: string
  readonly made?: VisitRecord
}

/** One made, one to come by the end of the year (第112号), one due this week, one overdue. */
const sketches: readonly Sketch[] = [
  {
    number: 134,
    plannedOn: '2022-07-11',
    dueOn: '2022-08-31',
    made: {
      visitedOn: '2022-08-22',
      visitors: '市房产局质量监督处2人、居民义务监督小组3人',
      said: '外墙和管线质量好，希望公示质保期；两户反映楼道照明偏暗，已当场交办。',
      choices: [
        { label: '更换上下水管线', votes: 212 },
        { label: '加装扶手和坡道', votes: 98 },
        { label: '增设停车位', votes: 76 },
      ],
      residents: { satisfied: 128, basicallySatisfied: 17, dissatisfied: 3 },
    },
  },
  { number: 112, plannedOn: '2022-06-06', dueOn: '2022-12-31' },
  { number: 57, plannedOn: '2022-07-18', dueOn: '2022-09-30' },
  { number: 23, plannedOn: '2022-07-18', dueOn: '2022-09-20' },
]

export function playVisits(stage: Stage): PlayedVisits {
  const all: PlayedVisits = { visits: [], events: [] }
  for (const sketch of sketches) playVisit(all, sketch, stage)
  return all
}

function playVisit(all: PlayedVisits, { number, plannedOn, dueOn, made }: Sketch, stage: Stage): void {
  const about = numbered(stage, number)
  const { unit_id: unitId, replied_on: repliedOn, title: suggestionTitle } = about
  if (!unitId || !repliedOn || repliedOn > plannedOn) throw new Error(`第${number}号 is visited before it was answered`)
  const createdAt = moment(plannedOn, 9, number)
  const id = idAt(createdAt, `visit ${number}`)
  all.visits.push({
    id,
    suggestion_id: about.id,
    unit_id: unitId,
    due_on: dueOn,
    status: made ? 'made' : 'due',
    visited_on: made?.visitedOn ?? null,
    visitors: made?.visitors ?? null,
    said: made?.said ?? null,
    choices: made?.choices ?? ([] as never),
    satisfied: made?.residents?.satisfied ?? null,
    basically_satisfied: made?.residents?.basicallySatisfied ?? null,
    dissatisfied: made?.residents?.dissatisfied ?? null,
    created_at: createdAt,
    version: made ? 2 : 1,
  })
  const subject = { suggestionId: about.id, suggestionTitle, unitId }
  const handler = stage.cast.handler(unitId)
  all.events.push(told('visit.planned', id, handler, createdAt, { ...subject, dueOn }))
  if (!made) return
  const payload = { ...subject, visitedOn: made.visitedOn, deputyId: about.lead_deputy_id }
  all.events.push(told('visit.made', id, handler, moment(made.visitedOn, 17), payload))
}
