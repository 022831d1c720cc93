import type { Satisfaction } from '#slices/commitments/contract.ts'
import type { Dice } from '../dice.ts'
import { at } from '../moment.ts'

/** One thing that happened to a promise after it was made. */
export type Step = { readonly at: Date } & (
  | { readonly act: 'report'; readonly text: string }
  | { readonly act: 'keep'; readonly text: string; readonly evidence: string }
  | { readonly act: 'giveUp'; readonly reason: string }
  | { readonly act: 'carry'; readonly dueOn: string; readonly explanation: string }
  | { readonly act: 'ask'; readonly note: string }
  | { readonly act: 'rate'; readonly satisfaction: Satisfaction; readonly reason: string }
)

/** How a promise goes: by which day it was made, and what happened since. */
export interface Script {
  readonly dueOn: string
  readonly steps: readonly Step[]
}

export const fates = [
  'open', 'rated', 'overdue', 'carried', 'fresh', 'kept', 'lost', 'near', 'late', 'open', 'unrated', 'asked', 'overdue',
] as const
export type Fate = (typeof fates)[number]

/** A promise made after this day is too young for anything but to be under way. */
const YOUNG_AFTER = '2022-06-30'

/** The script of a promise made on `openedOn`; every day is a working day before the moment of the world. */
export function scriptOf(fate: Fate, openedOn: string, unit: string, dice: Dice): Script {
  const story = isGrown(openedOn) ? fate : 'open'
  const { dueOn, steps } = scripts[story](hand(unit, dice))
  // Nobody reports a fortnight after the reply that just told everything.
  const quietUntil = at(openedOn, 24 * QUIET_DAYS)
  return { dueOn, steps: story === 'open' ? steps.filter((step) => step.at > quietUntil) : steps }
}

/** Old enough to have come to an end by the moment of the world. */
export function isGrown(openedOn: string): boolean {
  return openedOn <= YOUNG_AFTER
}

const QUIET_DAYS = 14

/** What a unit writes, always in the same hand. */
interface Hand {
  readonly dice: Dice
  report(day: string): Step
  keep(day: string): Step
}

const progress = [
  '已完成方案和资金安排，正在组织实施，目前完成约六成。',
  '首批点位已经完工，第二批正在施工，总体进度符合计划。',
  '已会同属地逐点核实，建立清单，按周调度，累计完成三分之二。',
  '前期手续已办结，施工单位已进场，预计按期完成。',
]
const results = [
  '已全部完成，并邀请代表到现场查看，群众反映较好。',
  '清单内的点位全部办结，后续纳入日常管理，防止反弹。',
  '已按答复内容落实到位，结果在单位网站公布。',
]
const reasons = [
  '用地规划调整，原选址不能再用，周边没有其他可用地块，今年不能办成；将结合下一轮规划重新论证。',
  '上级政策发生变化，原定补助不再执行，本级财力难以单独承担，不能按承诺办成。',
]
const explanations = [
  '涉及地下管线迁改，需与多家权属单位会商，工期比预计长。已重新排定计划，明年上半年完成。',
  '受资金下达时间影响，第二批点位推迟到明年实施，首批已经完成。每季度向代表报告进度。',
  '雨季影响施工，经与代表沟通，把剩余点位安排到明年春季施工。',
]
const praise = ['', '', '现场看过，确实办成了。', '说到做到，感谢。']

function hand(unit: string, dice: Dice): Hand {
  const number = dice.whole(20, 120)
  return {
    dice,
    report: (day) => ({ act: 'report', at: at(day, 10.5), text: dice.pick(progress) }),
    keep: (day) => ({ act: 'keep', at: at(day, 15), text: dice.pick(results), evidence: `${unit}验收单〔2022〕${number}号` }),
  }
}

/** The days on which carried promises may be due next year; all are working days. */
const nextYear = ['2023-03-31', '2023-06-30', '2023-06-30', '2023-09-28']

const scripts: Readonly<Record<Fate, (hand: Hand) => Script>> = {
  open: ({ dice, report }) => ({
    dueOn: dice.pick(['2022-10-31', '2022-11-30', '2022-12-30', '2022-12-30', '2023-06-30']),
    steps: dice.isTrue(0.5) ? [report(dice.pick(['2022-09-23', '2022-09-26']))] : [],
  }),
  near: ({ report }) => ({ dueOn: '2022-09-30', steps: [report('2022-09-06')] }),
  overdue: ({ dice, report }) => ({
    dueOn: dice.pick(['2022-08-31', '2022-09-15', '2022-09-20']),
    steps: dice.isTrue(0.5) ? [report('2022-08-10')] : [],
  }),
  asked: ({ dice }) => ({
    dueOn: dice.pick(['2022-09-09', '2022-10-14']),
    steps: [{ act: 'ask', at: at('2022-09-21', 9.5), note: '请报告完成了多少、还差什么、能不能按期。' }],
  }),
  carried: ({ dice, report }) => ({
    dueOn: dice.pick(['2022-08-31', '2022-09-30']),
    steps: [
      report('2022-08-05'),
      { act: 'carry', at: at('2022-08-25', 16), dueOn: dice.pick(nextYear), explanation: dice.pick(explanations) },
    ],
  }),
  rated: ({ dice, report, keep }) => ({
    dueOn: '2022-08-31',
    steps: [report('2022-07-20'), keep(dice.pick(['2022-08-19', '2022-08-26'])), praising(dice, dice.pick(['2022-09-02', '2022-09-08']))],
  }),
  kept: ({ dice, keep }) => ({ dueOn: '2022-09-30', steps: [keep('2022-09-14'), praising(dice, '2022-09-22')] }),
  fresh: ({ dice, keep }) => ({ dueOn: '2022-09-30', steps: [keep(dice.pick(['2022-09-16', '2022-09-21', '2022-09-23']))] }),
  unrated: ({ dice, keep }) => ({ dueOn: '2022-07-29', steps: [keep(dice.pick(['2022-07-15', '2022-07-22']))] }),
  late: ({ dice, report, keep }) => ({
    dueOn: '2022-07-29',
    steps: [
      report('2022-07-12'),
      { act: 'carry', at: at('2022-07-27', 11), dueOn: '2022-09-30', explanation: '设备到货比合同约定晚，安装顺延两个月。' },
      keep('2022-09-19'),
      ...(dice.isTrue(0.5) ? [complaining('2022-09-26')] : []),
    ],
  }),
  lost: ({ dice }) => ({ dueOn: '2022-10-31', steps: [{ act: 'giveUp', at: at('2022-08-17', 10), reason: dice.pick(reasons) }] }),
}

function praising(dice: Dice, day: string): Step {
  return { act: 'rate', at: at(day, 19.5), satisfaction: dice.isTrue(0.8) ? 'satisfied' : 'basically_satisfied', reason: dice.pick(praise) }
}

function complaining(day: string): Step {
  return { act: 'rate', at: at(day, 20), satisfaction: 'dissatisfied', reason: '完成时间一推再推，施工期间没有告知居民。' }
}
