import type { Result } from '#slices/concerns/contract.ts'

/** One thing that happened to a concern, at a Beijing hour of a day. What the nightly jobs do follows by itself. */
export type Turn = { readonly on: string; readonly hour: number } & (
  | { readonly do: 'accept' | 'confirm' }
  | { readonly do: 'passOn' | 'assign'; readonly unit: string; readonly reason: string }
  | { readonly do: 'dispute' | 'decline' | 'reject' | 'withdraw'; readonly reason: string }
  | { readonly do: 'answer'; readonly result: Result; readonly text: string; readonly plannedOn?: string }
)

export interface Sketch {
  /** One of the two deputies of the demo, or anybody else. */
  readonly by: '王敏' | '李华' | null
  readonly unit: string
  readonly text: string
  readonly place: string
  readonly sent: string
  readonly isConfidential?: true
  readonly turns?: readonly Turn[]
  /** The title of the draft that it became; that one's first moment is the moment of the conversion. */
  readonly becomes?: string
}

const accept = (on: string, hour = 9.3): Turn => ({ do: 'accept', on, hour })
const answer = (on: string, result: Result, text: string, plannedOn?: string): Turn => {
  return { do: 'answer', on, hour: 15.4, result, text, ...(plannedOn && { plannedOn }) }
}
const confirm = (on: string): Turn => ({ do: 'confirm', on, hour: 19.8 })
const reject = (on: string, reason: string): Turn => ({ do: 'reject', on, hour: 20.1, reason })
const dispute = (on: string, reason: string): Turn => ({ do: 'dispute', on, hour: 10.6, reason })
const passOn = (on: string, unit: string, reason: string): Turn => ({ do: 'passOn', on, hour: 10.2, unit, reason })

/** Two dozen of the days before the moment of the world: every status, a pass, a dispute on either side, what is late, what became a suggestion. */
export const sketches: readonly Sketch[] = [
  {
    by: '王敏',
    unit: '市房产局',
    text: '3号楼2单元外墙饰面砖松动，已经掉下来两块，下面就是居民进出的门，请尽快排险。',
    place: '城东区阳光社区3号楼',
    sent: '2022-09-26',
  },
  {
    by: '李华',
    unit: '市交通局',
    text: '公交站牌被车撞歪，站名看不清，老人经常坐错车。',
    place: '城西区小西路公交站（往东）',
    sent: '2022-09-27',
  },
  {
    by: null,
    unit: '市城管执法局',
    text: '早市收摊以后垃圾没人清，菜叶堆到盲道上，气味很大。',
    place: '明湖区湖滨早市',
    sent: '2022-09-14',
  },
  {
    by: '李华',
    unit: '市房产局',
    text: '电梯停了四天，物业说等配件，楼里有两位坐轮椅的老人下不来。',
    place: '城西区小西社区8号楼',
    sent: '2022-09-21',
    turns: [accept('2022-09-22')],
  },
  {
    by: null,
    unit: '市房产局',
    text: '单元门禁坏了一个多月，报修三次没人来。',
    place: '城东区向阳里12号楼',
    sent: '2022-09-13',
    turns: [accept('2022-09-15')],
  },
  {
    by: '王敏',
    unit: '市交通局',
    text: '施工围挡挡住了公交站的候车区，乘客只能站在机动车道上等车。',
    place: '城东区阳光路公交站',
    sent: '2022-09-19',
    turns: [accept('2022-09-20')],
  },
  {
    by: null,
    unit: '市供电公司',
    text: '变压器的护栏缺了一段，小学生放学常从这里钻过去。',
    place: '云桥区云桥小学东墙外',
    sent: '2022-09-23',
    turns: [accept('2022-09-24', 8.5)],
  },
  {
    by: '王敏',
    unit: '市房产局',
    text: '小区门前的行道树断枝悬在半空，刮风时很危险。',
    place: '城东区阳光社区南门',
    sent: '2022-09-23',
    turns: [dispute('2022-09-26', '行道树由绿化部门管护，不在物业管理范围内。')],
  },
  {
    by: null,
    unit: '市水务局',
    text: '河边步道的栏杆锈断两处，晚上散步的人多，容易踩空。',
    place: '清溪区清溪河西岸步道',
    sent: '2022-09-21',
    turns: [accept('2022-09-22'), dispute('2022-09-27', '步道由区里建设和管理，我局只负责河道。')],
  },
  {
    by: '王敏',
    unit: '市城管执法局',
    text: '路口的窨井盖一压就响，夜里吵得临街住户睡不着。',
    place: '城东区阳光路与和平街路口',
    sent: '2022-09-15',
    turns: [accept('2022-09-16'), answer('2022-09-23', 'solved', '22日夜间已更换防响垫圈并重新找平，现场试压没有异响。')],
  },
  {
    by: '李华',
    unit: '市交通局',
    text: '人行横道的标线磨没了，放学时家长带着孩子过街，司机看不见斑马线。',
    place: '城西区小西路第二小学门前',
    sent: '2022-09-19',
    turns: [
      accept('2022-09-19', 14),
      answer('2022-09-26', 'planned', '已会同交警现场踏勘，纳入本期标线补划计划；补划以前由协管员在放学时段值守。', '2022-10-20'),
    ],
  },
  {
    by: null,
    unit: '市卫健委',
    text: '社区卫生服务站周末停诊，老人换药要坐车去区医院。',
    place: '清溪区清河社区卫生服务站',
    sent: '2022-09-13',
    turns: [
      accept('2022-09-14'),
      answer('2022-09-21', 'not_possible', '该站只有两名医师，周末排班达不到开诊要求。已协调家庭医生团队周末上门换药，电话贴在站门口。'),
    ],
  },
  {
    by: '王敏',
    unit: '市房产局',
    text: '楼道灯十几盏不亮，晚上老人上下楼看不清台阶。',
    place: '城东区阳光社区6号楼',
    sent: '2022-09-05',
    turns: [accept('2022-09-05', 15), answer('2022-09-08', 'solved', '已更换声控灯14盏，并把这栋楼列入每月巡查。'), confirm('2022-09-09')],
  },
  {
    by: '李华',
    unit: '市公安局',
    text: '丁字路口没有反光镜，两边的车都看不见对方，上周又刮了一次。',
    place: '城西区小西路北段',
    sent: '2022-09-01',
    turns: [accept('2022-09-02'), answer('2022-09-07', 'solved', '已安装广角反光镜一面，并增设“慢”字标线。'), confirm('2022-09-07')],
  },
  {
    by: null,
    unit: '市体育局',
    text: '健身器材的扶手断了一根，孩子还在上面玩。',
    place: '明湖区湖东社区广场',
    sent: '2022-09-06',
    turns: [
      accept('2022-09-07'),
      answer('2022-09-13', 'planned', '已拆除断件并设警示；新件到货后更换。', '2022-10-15'),
      confirm('2022-09-14'),
    ],
  },
  {
    by: '王敏',
    unit: '市城管执法局',
    text: '烧烤摊占了半条人行道，油烟直往二楼窗户里灌。',
    place: '城东区和平街夜市口',
    sent: '2022-09-07',
    turns: [
      accept('2022-09-08'),
      answer('2022-09-15', 'solved', '已对三家占道经营的责令入室，安排夜间巡查。'),
      reject('2022-09-19', '巡查走了以后又摆出来，20点以后去看还是老样子。'),
    ],
  },
  {
    by: null,
    unit: '市教育局',
    text: '希望全市小学都把课后托管延长到六点半，双职工家庭接不了孩子。',
    place: '全市',
    sent: '2022-09-08',
    turns: [
      dispute('2022-09-09', '涉及全市课后服务政策和经费，不是一所学校的事。'),
      { do: 'decline', on: '2022-09-13', hour: 11, reason: '这是涉及众多学校的政策问题，请作为代表建议提出，由有关单位一并研究。' },
    ],
  },
  {
    by: '王敏',
    unit: '市消防救援支队',
    text: '5号楼楼道里拉线给电动自行车充电，社区劝了几次不听，怕起火。',
    place: '城东区阳光社区5号楼',
    sent: '2022-09-06',
    turns: [
      accept('2022-09-06', 16),
      answer('2022-09-14', 'not_possible', '已入楼清理并教育住户。小区没有集中充电桩，增设充电桩不在消防部门职责内，难以根除。'),
      reject('2022-09-16', '没有地方充电，清了还会回来，需要有关单位一起解决。'),
    ],
    becomes: '关于规范阳光社区电动自行车集中充电的建议',
  },
  {
    by: '李华',
    unit: '市水务局',
    text: '门前的雨水口一下雨就返水，居民不知道该找谁、往哪里走。',
    place: '城西区小西社区正门',
    sent: '2022-09-14',
    turns: [
      dispute('2022-09-15', '雨水口清掏属于区里；应急预案由应急部门和街道编制，涉及多个单位。'),
      { do: 'decline', on: '2022-09-20', hour: 15, reason: '各小区预案不一，涉及多个部门，作为建议提出更合适。' },
    ],
    becomes: '关于汛期前公示易涝小区应急预案的建议',
  },
  {
    by: null,
    unit: '市市场监管局',
    text: '菜市场门口的公平秤坏了，居民没处复秤。',
    place: '云桥区中心菜市场',
    sent: '2022-08-24',
    turns: [accept('2022-08-25'), answer('2022-08-30', 'solved', '已更换公平秤并重新检定，合格证贴在秤旁。')],
  },
  {
    by: '李华',
    unit: '市城管执法局',
    text: '共享单车堆在楼门口，救护车进不来。',
    place: '城西区小西社区2号楼',
    sent: '2022-09-20',
    turns: [{ do: 'withdraw', on: '2022-09-20', hour: 18, reason: '下午企业已经清走，不用再办。' }],
  },
  {
    by: '王敏',
    unit: '市交通局',
    text: '桥下的限高杆晃得厉害，大车一过就响，怕掉下来。',
    place: '城东区东环铁路桥',
    sent: '2022-09-02',
    turns: [
      passOn('2022-09-05', '市公安局', '限高设施由交警部门设置和维护。'),
      accept('2022-09-06'),
      answer('2022-09-09', 'solved', '已加固底座、更换螺栓，并张贴限高标志。'),
      confirm('2022-09-13'),
    ],
  },
  {
    by: '李华',
    unit: '市交通局',
    text: '隧道里有三盏灯不亮，骑车的看不清路面积水。',
    place: '城西区西环下穿隧道',
    sent: '2022-09-08',
    turns: [
      passOn('2022-09-09', '市城管执法局', '隧道照明已移交市容管理部门。'),
      accept('2022-09-13', 9),
      dispute('2022-09-14', '该隧道尚未办理移交。'),
      { do: 'assign', on: '2022-09-16', hour: 9.5, unit: '市交通局', reason: '移交手续没有办完，由市交通局先修好，再办移交。' },
      accept('2022-09-16', 14),
      answer('2022-09-22', 'solved', '三盏灯已更换，排水口已疏通；移交手续本月内办完。'),
    ],
  },
  {
    by: '王敏',
    unit: '市民政局',
    text: '一位独居老人已有两个月没有领到高龄津贴，她自己不会用手机认证，不愿意让邻居知道。',
    place: '城东区阳光社区',
    sent: '2022-09-22',
    isConfidential: true,
    turns: [accept('2022-09-23')],
  },
]
