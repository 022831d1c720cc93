import { isDecided } from '#slices/pressing/topics/rules/lifecycle.ts'
import type { Criterion, Means, Status } from '#slices/pressing/topics/contract.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import { unitNamed } from '../units.ts'
import { committeeClerk, moment, numbered, oldEstates, someOf, told, type Stage, type Suggestion } from './stage.ts'

export interface PlayedTopics {
  readonly topics: Row<'pressing.topic'>[]
  readonly units: Row<'pressing.topic_unit'>[]
  readonly members: Row<'pressing.topic_member'>[]
  readonly reports: Row<'pressing.topic_report'>[]
  readonly events: WorldEvent[]
  /** What is 重点督办 because a topic that was decided holds it. */
  readonly keyIds: string[]
}

interface Sketch {
  readonly title: string
  readonly reason: string
  readonly criteria: readonly Criterion[]
  readonly means: readonly Means[]
  readonly leaderName: string
  readonly unitNames: readonly string[]
  readonly proposedOn: string
  readonly compiledOn?: string
  readonly decided?: { readonly on: string; readonly decision: string; readonly startedOn: string; readonly plan: string }
  readonly reports?: readonly (readonly [day: string, text: string])[]
  members(stage: Stage): readonly Suggestion[]
}

const sketches: readonly Sketch[] = [
  {
    title: '加强老旧小区改造和物业管理提升',
    reason: '今年有10件代表建议涉及老旧小区改造，群众期盼高，涉及住建、财政、管线单位，办理难度大。',
    criteria: ['major', 'many_deputies', 'hard', 'annual_priority'],
    means: ['inspection', 'follow_up', 'democratic_rating', 'cross_year_tracking'],
    leaderName: '李建平副主任',
    unitNames: ['市房产局', '市财政局', '市住建局'],
    proposedOn: '2022-03-08',
    compiledOn: '2022-03-22',
    decided: {
      on: '2022-03-30',
      decision: '主任会议同意列为2022年重点督办建议选题，由城乡建设与环境资源保护委员会牵头督办。',
      startedOn: '2022-04-06',
      plan: '一、4月听取市房产局办理方案。\n二、5月在小西小区开展“面对面”活动，现场察看。\n三、8月开展专项视察，听取居民意见。\n四、12月组织满意度测评和回访，跨年度跟踪。',
    },
    reports: [
      ['2022-04-14', '现场察看小西小区改造施工，要求先征求居民意见、后定方案。'],
      ['2022-05-20', '市房产局并案答复10件建议，改造计划由224个小区调整为475个。'],
      ['2022-08-24', '专项视察6个改造小区，居民义务监督小组全部成立，2处工程质量问题已整改。'],
    ],
    members: oldEstates,
  },
  {
    title: '根治低洼地区内涝积水',
    reason: '汛期积水影响群众出行和住房安全，代表连年反映，需要跨部门统筹管网改造。',
    criteria: ['major', 'hard'],
    means: ['inspection', 'special_inquiry', 'follow_up'],
    leaderName: '李建平副主任',
    unitNames: ['市水务局', '市住建局'],
    proposedOn: '2022-08-30',
    compiledOn: '2022-09-16',
    members: (stage) => [numbered(stage, 88), ...someOf(stage, unitNamed(stage.units, '市住建局'), 5, ({ suggestion }) => /排水/.test(suggestion.title))],
  },
  {
    title: '优化公交线网方便群众出行',
    reason: '新建住区公交覆盖不足，接驳地铁不便，多个代表团提出建议。',
    criteria: ['many_deputies', 'annual_priority'],
    means: ['inspection', 'third_party_assessment'],
    leaderName: '李建平副主任',
    unitNames: ['市交通局'],
    proposedOn: '2022-09-20',
    members: (stage) => [
      numbered(stage, 219),
      ...someOf(stage, unitNamed(stage.units, '市交通局'), 6, ({ suggestion }) => suggestion.number !== 219 && /公交|站/.test(suggestion.title)),
    ],
  },
]

/** One topic that is pressed for, one before the chairpersons' meeting, one just proposed. */
export function playTopics(stage: Stage): PlayedTopics {
  const all: PlayedTopics = { topics: [], units: [], members: [], reports: [], events: [], keyIds: [] }
  for (const sketch of sketches) playTopic(all, sketch, stage)
  return all
}

function playTopic(all: PlayedTopics, sketch: Sketch, stage: Stage): void {
  const createdAt = moment(sketch.proposedOn, 9.5)
  const id = idAt(createdAt, `key topic ${sketch.title}`)
  const committee = unitNamed(stage.units, '城环委')
  const status: Status = sketch.decided ? 'in_progress' : sketch.compiledOn ? 'compiled' : 'proposed'
  all.topics.push({
    id,
    title: sketch.title,
    year: 2022,
    reason: sketch.reason,
    criteria: [...sketch.criteria],
    means: [...sketch.means],
    lead_committee_id: committee.id,
    leader_name: sketch.leaderName,
    status,
    decided_on: sketch.decided?.on ?? null,
    decision: sketch.decided?.decision ?? null,
    plan: sketch.decided?.plan ?? null,
    created_at: createdAt,
    version: 1 + (sketch.compiledOn ? 1 : 0) + (sketch.decided ? 2 : 0),
  })
  const units = sketch.unitNames.map((name) => unitNamed(stage.units, name))
  all.units.push(...units.map((unit) => ({ topic_id: id, unit_id: unit.id })))
  const members = sketch.members(stage)
  all.members.push(...members.map((it) => ({ topic_id: id, suggestion_id: it.id, added_on: sketch.proposedOn })))
  if (isDecided(status)) all.keyIds.push(...members.map((it) => it.id))
  all.events.push(...lived(id, sketch, stage, committee.name, unitIdsOf(units, members), members))
  for (const [day, text] of sketch.reports ?? []) {
    all.reports.push({ id: idAt(moment(day, 16), `report ${id}`), topic_id: id, reported_on: day, text })
    all.events.push(told('topic.reported', id, committeeClerk(stage), moment(day, 16), { title: sketch.title, reportedOn: day }))
  }
}

function unitIdsOf(units: readonly { id: string }[], members: readonly Suggestion[]): string[] {
  return [...new Set([...units.map((it) => it.id), ...members.flatMap((it) => it.unit_id ?? [])])]
}

function lived(
  id: string,
  sketch: Sketch,
  stage: Stage,
  committeeName: string,
  unitIds: string[],
  members: readonly Suggestion[],
): WorldEvent[] {
  const { title, proposedOn, compiledOn, decided } = sketch
  const clerk = committeeClerk(stage)
  const affairs = stage.cast.clerk()
  const deputyIds = [...new Set(members.map((it) => it.lead_deputy_id))]
  return [
    told('topic.proposed', id, clerk, moment(proposedOn, 9.5), { title, committeeName }),
    ...(compiledOn ? [told('topic.compiled', id, affairs, moment(compiledOn, 10), { title })] : []),
    ...(decided
      ? [
          told('topic.decided', id, affairs, moment(decided.on, 15), { title, decidedOn: decided.on, unitIds, deputyIds }),
          told('topic.started', id, clerk, moment(decided.startedOn, 9), { title, unitIds }),
        ]
      : []),
  ]
}
