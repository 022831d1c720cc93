import type { Change, Kind } from '#slices/pressing/outcomes/contract.ts'
import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import type { Played } from '../suggestions/play.ts'
import { unitNamed } from '../units.ts'
import { isAnswered, moment, oldEstates, someOf, told, type Stage, type Suggestion } from './stage.ts'

export interface PlayedOutcomes {
  readonly outcomes: Row<'pressing.outcome'>[]
  readonly links: Row<'pressing.outcome_suggestion'>[]
  readonly events: WorldEvent[]
}

interface Sketch {
  readonly kind: Kind
  readonly title: string
  readonly measures?: number
  readonly change?: Change
  readonly evidence: string
  readonly achievedOn: string
  /** Left out where it was recorded and not published yet. */
  readonly publishedOn?: string
  about(stage: Stage): readonly Suggestion[]
}

const isOnEnterprises = (it: Played) => isAnswered(it) && /企业|银企/.test(it.suggestion.title)
const enterprises = (stage: Stage) => [
  ...someOf(stage, unitNamed(stage.units, '市工信局'), 3, isOnEnterprises),
  ...someOf(stage, unitNamed(stage.units, '市金融局'), 2, isOnEnterprises),
]

/** 224 → 475, 12条、15条、50条 (digest, third article). */
const sketches: readonly Sketch[] = [
  {
    kind: 'improved_work',
    title: '老旧小区改造计划调增',
    change: { before: 224, after: 475, unit: '个' },
    evidence: '市房产局答复函和年度改造计划',
    achievedOn: '2022-05-20',
    publishedOn: '2022-06-10',
    about: oldEstates,
  },
  {
    kind: 'decision',
    title: '老旧小区改什么、怎么改，由居民“看单点菜”决定',
    evidence: '市房产局老旧小区改造办理方案',
    achievedOn: '2022-05-20',
    publishedOn: '2022-06-10',
    about: oldEstates,
  },
  {
    kind: 'problem_class',
    title: '老旧小区改造居民参与和工程质量监督',
    evidence: '改造小区全部成立居民义务监督小组',
    achievedOn: '2022-08-24',
    publishedOn: '2022-09-02',
    about: oldEstates,
  },
  {
    kind: 'policy_output',
    title: '助企纾困“12条”政策',
    measures: 12,
    evidence: '市人民政府文件',
    achievedOn: '2022-04-18',
    publishedOn: '2022-06-10',
    about: enterprises,
  },
  {
    kind: 'policy_output',
    title: '助企纾困“15条”政策',
    measures: 15,
    evidence: '市人民政府文件',
    achievedOn: '2022-05-24',
    publishedOn: '2022-06-10',
    about: enterprises,
  },
  {
    kind: 'policy_output',
    title: '稳经济“50条”政策',
    measures: 50,
    evidence: '市人民政府文件',
    achievedOn: '2022-06-21',
    publishedOn: '2022-07-08',
    about: enterprises,
  },
  {
    kind: 'improved_work',
    title: '诉讼服务信息化',
    evidence: '市中级人民法院办理情况报告',
    achievedOn: '2022-09-15',
    about: (stage) => someOf(stage, unitNamed(stage.units, '市法院'), 1, isAnswered),
  },
]

export function playOutcomes(stage: Stage): PlayedOutcomes {
  const all: PlayedOutcomes = { outcomes: [], links: [], events: [] }
  sketches.forEach((sketch, index) => playOutcome(all, sketch, stage, index))
  return all
}

function playOutcome(all: PlayedOutcomes, sketch: Sketch, stage: Stage, index: number): void {
  const { kind, title, change, evidence, achievedOn, publishedOn } = sketch
  const createdAt = moment(achievedOn, 17, index)
  const id = idAt(createdAt, `outcome ${title}`)
  const about = sketch.about(stage)
  all.outcomes.push({
    id,
    kind,
    title,
    measures: sketch.measures ?? null,
    before_count: change?.before ?? null,
    after_count: change?.after ?? null,
    count_unit: change?.unit ?? null,
    evidence,
    achieved_on: achievedOn,
    status: publishedOn ? 'published' : 'recorded',
    published_on: publishedOn ?? null,
    created_at: createdAt,
    version: publishedOn ? 2 : 1,
  })
  all.links.push(...about.map((it) => ({ outcome_id: id, suggestion_id: it.id })))
  const clerk = stage.cast.clerk()
  all.events.push(told('outcome.recorded', id, clerk, createdAt, { title, kind }))
  const deputyIds = [...new Set(about.map((it) => it.lead_deputy_id))]
  if (publishedOn) all.events.push(told('outcome.published', id, clerk, moment(publishedOn, 10, index), { title, kind, deputyIds }))
}
