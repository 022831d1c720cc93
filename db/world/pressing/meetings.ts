import { idAt } from '../dice.ts'
import type { WorldEvent } from '../events.ts'
import type { Row } from '../rows.ts'
import { unitNamed } from '../units.ts'
import { committeeClerk, hasMet, moment, numbered, someOf, told, type Stage, type Suggestion } from './stage.ts'

export interface PlayedMeetings {
  readonly meetings: Row<'pressing.face_to_face'>[]
  readonly deputies: Row<'pressing.face_to_face_deputy'>[]
  readonly units: Row<'pressing.face_to_face_unit'>[]
  readonly links: Row<'pressing.face_to_face_suggestion'>[]
  readonly events: WorldEvent[]
}

interface Sketch {
  readonly theme: string
  readonly plannedOn: string
  readonly heldOn: string
  readonly place: string
  readonly siteView: string
  readonly residents: number
  readonly said: string
  readonly minutes: string
  readonly unitNames: readonly string[]
  readonly deputyNames: readonly string[]
  readonly results: readonly string[]
  about(stage: Stage): readonly Suggestion[]
}

/** 先后4次，四个主题 (digest, third article). */
const sketches: readonly Sketch[] = [
  {
    theme: '加强老旧小区改造和物业管理提升',
    plannedOn: '2022-05-06',
    heldOn: '2022-05-12',
    place: '小西小区',
    siteView: '察看小西小区外墙保温、管线更新和无障碍坡道施工。',
    residents: 15,
    said: '居民：改什么、怎么改，能不能先问我们？\n市房产局：改造前入户发放意见表，由居民“看单点菜”。\n王敏代表：改完以后质量谁来管？\n市房产局：成立小区改造居民义务监督小组，改造后开展满意度测评和质量回访。',
    minutes: '会议明确：一、改造方案公示不少于7天；二、质量问题48小时内整改；三、首批小区12月31日前完成回访。',
    unitNames: ['市房产局', '市财政局', '市住建局'],
    deputyNames: ['王敏', '李华'],
    results: ['改造前征求居民意见，改造计划由224个调整为475个'],
    about: (stage) => [numbered(stage, 112)],
  },
  {
    theme: '促进民营经济发展',
    plannedOn: '2022-06-08',
    heldOn: '2022-06-16',
    place: '高新区精密装备产业园',
    siteView: '走进园区精密装备企业，察看生产车间和检测中心。',
    residents: 12,
    said: '企业负责人：订单有了，流动资金跟不上。\n市金融局：组织银企对接，符合条件的给予贴息。\n代表：政策多，企业不知道找谁。\n市工信局：实行“一企一策”，组织专班包保重点企业。',
    minutes: '会议明确：梳理助企纾困政策清单，逐户送达；月底前开展银企对接一次。',
    unitNames: ['市工信局', '市金融局'],
    deputyNames: ['李华'],
    results: ['纳入助企纾困政策', '由专班包保企业，逐户送达政策清单'],
    about: (stage) => someOf(stage, unitNamed(stage.units, '市工信局'), 2, (it) => hasMet(it) && /企业/.test(it.suggestion.title)),
  },
  {
    theme: '推进基层治理现代化',
    plannedOn: '2022-07-05',
    heldOn: '2022-07-14',
    place: '多福社区',
    siteView: '察看社区代表联络站和网格服务站。',
    residents: 26,
    said: '居民：办事要跑好几个窗口。\n市民政局：社区设综合窗口，一次办好。\n代表：网格员任务太多。\n市民政局：清理下沉事项，为网格减负。',
    minutes: '会议明确：9月底前公布社区事项准入清单。',
    unitNames: ['市民政局'],
    deputyNames: ['王敏'],
    results: ['社区设综合窗口', '公布社区事项准入清单'],
    about: (stage) => someOf(stage, unitNamed(stage.units, '市民政局'), 2, hasMet),
  },
  {
    theme: '优化营商环境',
    plannedOn: '2022-08-26',
    heldOn: '2022-09-06',
    place: '市政务服务中心',
    siteView: '察看企业开办专区和惠企政策兑现窗口。',
    residents: 18,
    said: '企业代表：同样的材料交了三遍。\n市营商局：推行数据共享，能共享的不再要求提交。\n代表：兑现时限要公开。\n市营商局：公布各项政策兑现时限和责任单位。',
    minutes: '会议明确：10月底前公布第一批“免申即享”事项。',
    unitNames: ['市营商局', '市市场监管局'],
    deputyNames: ['李华', '王敏'],
    results: ['公布政策兑现时限', '推行材料共享'],
    about: (stage) => someOf(stage, unitNamed(stage.units, '市营商局'), 2, hasMet),
  },
]

export function playMeetings(stage: Stage): PlayedMeetings {
  const all: PlayedMeetings = { meetings: [], deputies: [], units: [], links: [], events: [] }
  for (const sketch of sketches) playMeeting(all, sketch, stage)
  return all
}

function playMeeting(all: PlayedMeetings, sketch: Sketch, stage: Stage): void {
  const { theme, heldOn, place, siteView, residents, said, minutes, results } = sketch
  const createdAt = moment(sketch.plannedOn, 10)
  const id = idAt(createdAt, `face to face ${theme}`)
  all.meetings.push({ id, theme, held_on: heldOn, place, site_view: siteView, residents, said, minutes, status: 'held', created_at: createdAt, version: 2 })
  const about = sketch.about(stage)
  const deputyIds = new Set([...sketch.deputyNames.map((name) => deputyNamed(stage, name)), ...about.map((it) => it.lead_deputy_id)])
  const unitIds = sketch.unitNames.map((name) => unitNamed(stage.units, name).id)
  all.units.push(...unitIds.map((unitId) => ({ event_id: id, unit_id: unitId })))
  all.deputies.push(...[...deputyIds].map((deputyId) => ({ event_id: id, deputy_id: deputyId })))
  all.links.push(...about.map((it, index) => ({ event_id: id, suggestion_id: it.id, result: results[index] ?? '' })))
  const met = { theme, heldOn, place }
  const clerk = committeeClerk(stage)
  all.events.push(
    told('face-to-face.planned', id, clerk, createdAt, { ...met, unitIds, deputyIds: [...deputyIds] }),
    told('face-to-face.held', id, clerk, moment(heldOn, 17), { ...met, residents }),
  )
}

function deputyNamed({ deputies }: Stage, name: string): string {
  const found = deputies.find((it) => it.name === name)
  if (!found) throw new Error(`The world has no deputy ${name}`)
  return found.id
}
