import type { Tx } from '#lib/db/tx.ts'
import { setKeySupervision } from '#slices/suggestions/api.ts'
import { idAt } from '../dice.ts'
import { insertEvents, type WorldEvent } from '../events.ts'
import { insertRows, type Row } from '../rows.ts'
import { unitNamed } from '../units.ts'
import { playEnquiries } from './enquiries.ts'
import { playGuidance } from './guidance.ts'
import { playMeetings } from './meetings.ts'
import { playOutcomes } from './outcomes.ts'
import { moment, oldEstates, told, type Stage } from './stage.ts'
import { playTopics } from './topics.ts'
import { playVisits } from './visits.ts'

/** 督办与成果 of the city: topics, one plan for ten suggestions, four face-to-face events, guidance, outcomes, visits, enquiries. */
export async function fillPressing(tx: Tx, stage: Stage): Promise<void> {
  const topics = playTopics(stage)
  await insertRows(tx, 'pressing.topic', topics.topics)
  await insertRows(tx, 'pressing.topic_unit', topics.units)
  await insertRows(tx, 'pressing.topic_member', topics.members)
  await insertRows(tx, 'pressing.topic_report', topics.reports)
  await setKeySupervision(tx, topics.keyIds, true)
  const plan = playPlan(stage)
  await insertRows(tx, 'pressing.plan', [plan.plan])
  await insertRows(tx, 'pressing.plan_member', plan.members)
  const meetings = playMeetings(stage)
  await insertRows(tx, 'pressing.face_to_face', meetings.meetings)
  await insertRows(tx, 'pressing.face_to_face_deputy', meetings.deputies)
  await insertRows(tx, 'pressing.face_to_face_unit', meetings.units)
  await insertRows(tx, 'pressing.face_to_face_suggestion', meetings.links)
  const guidance = playGuidance(stage)
  await insertRows(tx, 'pressing.guidance', guidance.guidance)
  const outcomes = playOutcomes(stage)
  await insertRows(tx, 'pressing.outcome', outcomes.outcomes)
  await insertRows(tx, 'pressing.outcome_suggestion', outcomes.links)
  const visits = playVisits(stage)
  await insertRows(tx, 'pressing.visit', visits.visits)
  const enquiries = playEnquiries(stage)
  await insertRows(tx, 'pressing.enquiry', enquiries.enquiries)
  await insertEvents(tx, [topics, plan, meetings, guidance, outcomes, visits, enquiries].flatMap((it) => it.events))
}

/** 10件建议并为一个方案: each deputy is answered separately, from one common text. */
function playPlan(stage: Stage): { plan: Row<'pressing.plan'>; members: Row<'pressing.plan_member'>[]; events: WorldEvent[] } {
  const unit = unitNamed(stage.units, '市房产局')
  const createdAt = moment('2022-03-21', 10)
  const title = '老旧小区改造并案办理方案'
  const id = idAt(createdAt, `plan ${title}`)
  const members = oldEstates(stage)
  const plan = {
    id,
    title,
    unit_id: unit.id,
    text: '一、摸清底数：逐个小区核查建成年代、设施状况和居民意愿。\n二、居民点单：改造前入户征求意见，列出基础、完善、提升三类项目，由居民“看单点菜”。\n三、共同监督：成立“小区改造居民义务监督小组”，居民志愿者、人大代表参加。\n四、满意为准：改造后开展居民满意度测评，对工程质量进行回访。',
    reply_text: '今年有10件代表建议涉及老旧小区改造，我局并案研究，分别答复。为此我市将改造计划由224个小区调整为475个。',
    created_at: createdAt,
    version: 1,
  }
  const deputyIds = [...new Set(members.map((it) => it.lead_deputy_id))]
  const made = told('plan.made', id, stage.cast.handler(unit.id), createdAt, { title, unitName: unit.name, deputyIds })
  return { plan, members: members.map((it) => ({ plan_id: id, suggestion_id: it.id, added_on: '2022-03-21' })), events: [made] }
}
