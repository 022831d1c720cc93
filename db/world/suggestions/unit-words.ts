import type { ReplyInput } from '#slices/suggestions/contract.ts'
import type { Dice } from '../dice.ts'
import type { Unit } from '../units.ts'
import { selfOf } from './answering.ts'
import type { Arrangement } from './arrangement.ts'

const opinions = [
  '{我}同意代表提出的意见，将在职责范围内配合主办单位落实，指定专人对接，并按季度通报进展。',
  '经研究，该事项涉及{我}的部分已纳入今年工作安排，请主办单位在答复中一并说明。',
  '{我}支持主办单位的办理思路，所需数据和现场资料已送主办单位，后续参加联合踏勘。',
]
const knownOpinions: Readonly<Record<string, string>> = {
  市财政局: '所需资金请主办单位按照预算管理程序申报。{我}将在年度预算中统筹安排，并加强绩效监督。',
  市自然资源局: '涉及用地的，{我}在规划中予以预留；请主办单位提出选址需求，{我}优先办理规划手续。',
  市公安局: '{我}将配合做好现场秩序和交通组织，涉及执法的事项由属地分局落实。',
}

/** 会办意见 in the words of the unit that gives it. */
export function opinionOf(unit: Unit, dice: Dice): string {
  const drawn = dice.pick(opinions)
  return (knownOpinions[unit.name] ?? drawn).replaceAll('{我}', selfOf(unit))
}

const objections = [
  '经核对“三定”规定，该事项主管部门为{他}，{我}没有相应职权和经费，建议改交{他}办理。',
  '建议所提问题属于{他}职责，{我}只承担配合工作，请改交{他}主办，{我}愿意协助。',
]

export function objectionOf(unit: Unit, proposed: Unit, dice: Dice): string {
  return dice.pick(objections).replaceAll('{我}', selfOf(unit)).replaceAll('{他}', proposed.name)
}

export const UPHOLDING = '该事项的牵头职责在你单位，其他单位已明确配合。请抓紧办理，如期答复代表。'

const delays = [
  '涉及多个权属单位，现场核实和会商尚未完成，方案需要再次征求代表意见。',
  '改造点位正在招标，预计下月确定施工单位后才能给出准确时间表。',
  '需等待上级主管部门明确政策口径，届时一并答复。',
]

export function delayOf(dice: Dice): string {
  return dice.pick(delays)
}

export const EXTENSION_NOTES = { granted: '情况属实，同意延期。请在延期内主动向代表通报进展。', refused: '前期准备时间充足，不具备延期的情形，请按期答复。' } as const

/** The letter as the arrangement makes it: whose opinion it takes up, who agreed to it, which points others answer. */
export function arranged(reply: ReplyInput, own: number, { others }: Arrangement, units: readonly Unit[]): ReplyInput {
  const named = (part: 'lead' | 'co') => others.filter((it) => it.part === part).map((it) => it.unit.name)
  const [co, leads] = [named('co'), named('lead')]
  if (others.some((it) => it.part === 'separate')) return { ...reply, points: reply.points.map((text, index) => dividedPoint(text, index, own, units)) }
  const more = [
    co.length > 0 ? `办理中吸收了${co.join('、')}的会办意见。` : '',
    leads.length > 0 ? `本答复由${leads.join('、')}共同主办，已经会签同意。` : '',
  ]
  return { ...reply, text: reply.text.replace('感谢您对', `${more.join('')}感谢您对`) }
}

function dividedPoint(text: string, index: number, own: number, units: readonly Unit[]): string {
  const whose = index % units.length
  return whose === own ? text : `这一条按照交办时的分工由${units[whose]!.name}答复。`
}

/** Which of the requests falls to which of `count` units, as the hand-over states it. */
export function scopeOf(requests: readonly string[], own: number, count: number): string {
  return `答复“${requests.filter((_, index) => index % count === own).join('；')}”`.slice(0, 200)
}
