import type { ContactKind, RateInput, ReplyInput } from '#slices/suggestions/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { Dice } from '../dice.ts'
import { surnames } from '../people-names.ts'
import type { Unit } from '../units.ts'
import type { Writing } from './writing.ts'

type ReplyClassCode = 'A' | 'B' | 'C' | 'D'

/** How a point is worded follows the class: done, planned with a date, not yet possible, noted. */
const wordings: Readonly<Record<ReplyClassCode, readonly string[]>> = {
  A: [
    '关于“{问}”。{我}已{办}，目前全部落实，并请代表到现场看过。',
    '针对“{问}”，{我}会同{区}{办}，目前已经完成，群众反映较好。',
    '“{问}”已办结：{我}{办}，后续纳入日常管理，防止反弹。',
  ],
  B: [
    '关于“{问}”。{我}正在{办}，已列入今年计划，12月底前完成，完成后向您书面报告。',
    '针对“{问}”，{我}已确定由分管负责人牵头，会同{区}{办}，计划分两批实施，年底前见效。',
    '“{问}”已纳入年度重点任务：{我}将{办}，每季度调度一次进度。',
  ],
  C: [
    '关于“{问}”。{我}认为确有必要，但受资金和用地条件限制，今年难以全面实施，将先选点{办}，条件成熟后再推开。',
    '针对“{问}”，目前上级政策尚未明确，{我}先行{办}，并积极向上争取支持。',
  ],
  D: ['关于“{问}”。您的意见对我们改进工作很有帮助，{我}已{办}，并将其作为下一步完善政策的参考。'],
}

/** The letter a unit sends; its number is given later, when all letters of the unit are known. */
export function replyOf(unit: Unit, writing: Writing, dice: Dice, first?: ReplyClassCode): ReplyInput {
  const code = first ?? drawClass(dice)
  const self = selfOf(unit)
  const points = writing.draft.requests.map((request, index) => {
    const words = { 问: request, 我: self, 办: writing.measures[index]!, 区: writing.districtName }
    return dice.pick(wordings[code]).replaceAll(/\{(\p{Script=Han})\}/gu, (_, name: keyof typeof words) => words[name])
  })
  return { class: code, documentNumber: '', ...signatureOf(unit), text: letterOf(unit, writing, dice), points, commitments: [] }
}

/** The same two people sign for a unit and answer its telephone, whatever the letter. */
export function signatureOf(unit: Unit): Pick<ReplyInput, 'signer' | 'contact'> {
  const letters = [...surnames]
  const head = letters[(unit.ordinal * 37) % letters.length]!
  const clerk = letters[(unit.ordinal * 53 + 7) % letters.length]!
  const title = { 委: '主任', 院: '院长', 心: '主任', 司: '总经理', 团: '总经理', 队: '支队长', 联: '理事长' }[unit.name.at(-1)!] ?? '局长'
  return { signer: `${head}${title}`, contact: `办公室 ${clerk}某 0990-8600${String(unit.ordinal).padStart(3, '0')}` }
}

const contactNotes: Readonly<Record<ContactKind, readonly string[]>> = {
  phone: ['电话联系代表，说明承办处室和办理思路，听取补充意见。', '电话向代表通报进展，代表对初步方案表示认可。'],
  visit: ['分管负责人到代表单位走访，当面听取意见。', '登门走访代表，就答复初稿征求意见。'],
  meeting: ['召开座谈会，请代表、社区和居民共同商量办理方案。', '请代表参加专题座谈，逐条沟通办理意见。'],
  message: ['通过微信发送现场照片和进度，代表已收悉。', '微信沟通答复要点，代表提出两点修改意见，已采纳。'],
  site: ['邀请代表到现场察看，核对问题点位。', '与代表一同到现场查看办理效果。'],
}
const contactOrder: readonly ContactKind[] = ['phone', 'phone', 'visit', 'meeting', 'message', 'site']

export function contactOf(contactedAt: Date, dice: Dice): { kind: ContactKind; contactedOn: string; note: string } {
  const kind = dice.pick(contactOrder)
  return { kind, contactedOn: toBeijingDate(contactedAt), note: dice.pick(contactNotes[kind]) }
}

const complaints = [
  '答复只说“正在研究”，没有时间表，居民看不到变化。',
  '现场去看过，问题依然存在，与答复所说“已完成”不符。',
  '只解决了一处，其余点位没有安排，请逐点说明。',
  '办理前没有充分听取居民意见，措施不解决根本问题。',
]

export function complaintOf(dice: Dice): RateInput {
  return { attitude: dice.pick(['satisfied', 'basically_satisfied', 'dissatisfied'] as const), result: 'dissatisfied', reason: dice.pick(complaints) }
}

export function ratingOf(dice: Dice): RateInput {
  const attitude = dice.isTrue(0.94) ? 'satisfied' : 'basically_satisfied'
  const result = dice.isTrue(0.85) ? 'satisfied' : 'basically_satisfied'
  const remark = dice.pick(['', '', '', '办理认真，沟通及时。', '感谢承办单位，希望长期坚持。', '答复实在，请按计划抓好落实。'])
  return { attitude, result, reason: remark }
}

const summaries = [
  '接到建议后，{我}高度重视，由分管负责人牵头研究，到现场核实情况，并与您作了沟通。现逐条答复如下。',
  '{我}收到建议后及时明确承办处室和责任人，会同{区}实地了解情况、听取居民意见。现逐条答复如下。',
  '您的建议反映了群众的真实需求。{我}认真研究，并与有关部门会商。现逐条答复如下。',
]

function letterOf(unit: Unit, { draft, districtName }: Writing, dice: Dice): string {
  const summary = dice.pick(summaries).replaceAll('{我}', selfOf(unit)).replaceAll('{区}', districtName)
  return `您提出的《${draft.title}》收悉。${summary}感谢您对我们工作的关心和支持，欢迎继续监督。`
}

function drawClass(dice: Dice): ReplyClassCode {
  const drawn = dice.fraction()
  if (drawn < 0.62) return 'A'
  if (drawn < 0.88) return 'B'
  return drawn < 0.96 ? 'C' : 'D'
}

/** 我局, 我委, 我院; what is none of these calls itself 我单位. */
export function selfOf(unit: Unit): string {
  const last = unit.name.at(-1)!
  if (last === '司') return '我公司'
  return '局委院队'.includes(last) ? `我${last}` : '我单位'
}
