import type { Body, Kind, OpinionInput } from '#slices/motions/contract.ts'

/** One thing that happens to a motion after its co-signers were asked, on a day of 2022. */
export type Turn =
  | { readonly do: 'submit' | 'receive' | 'agree'; readonly on: string }
  | { readonly do: 'return' | 'decline' | 'withdraw'; readonly on: string; readonly reason: string }
  | { readonly do: 'leave'; readonly on: string; readonly reason: string; readonly count: number }
  | {
      readonly do: 'decide'
      readonly on: string
      readonly outcome: 'on_agenda' | 'to_committee' | 'not_motion' | 'not_on_agenda'
      readonly body: Body
      readonly basis: string
      readonly committee?: string
    }
  | { readonly do: 'opine'; readonly on: string; readonly opinion: OpinionInput }
  | { readonly do: 'merge'; readonly on: string; readonly main: string; readonly body: Body; readonly basis: string }
  /** On the day on which its suggestion was submitted. */
  | { readonly do: 'convert' }

export interface Sketch {
  readonly key: string
  readonly kind: Kind
  /** Its words; a motion that became a suggestion has those of the suggestion instead. */
  readonly text?: { readonly title: string; readonly grounds: string; readonly plan: string; readonly outline?: string }
  /** The reference of the suggestion that it became, whose lead deputy is its own. */
  readonly becomes?: string
  readonly lead?: string
  readonly drafted: string
  readonly invited?: string
  /** Deputies who confirm, beside the lead deputy; some can be named. */
  readonly confirmed?: number
  readonly with?: readonly string[]
  /** Asked and not answered yet. */
  readonly open?: readonly string[]
  readonly turns?: readonly Turn[]
}

const presidium = { body: 'presidium', basis: '主席团第三次会议通过的代表议案处理意见的报告' } as const
const chairs = { body: 'chairpersons_meeting', basis: '市人大常委会第十四次主任会议' } as const
const inSession = { drafted: '2022-01-10', invited: '2022-01-10' } as const
const put = [
  { do: 'submit', on: '2022-01-11' },
  { do: 'receive', on: '2022-01-12' },
] as const

/** Those of the session of January in the order of their numbers, then those of the months after it. */
export const sketches: readonly Sketch[] = [
  {
    key: 'property management',
    kind: 'legislation',
    lead: '王敏',
    with: ['李华'],
    ...inSession,
    confirmed: 15,
    text: {
      title: '关于制定物业管理条例的议案',
      grounds:
        '全市住宅小区四千多个，物业服务质量、维修资金使用、业主委员会运行是群众反映最集中的问题。现有规章层级低、约束弱，维修资金动用难、前期物业更换难长期得不到解决。走访的11个社区都希望把行之有效的做法上升为法规。',
      plan: '一、将制定物业管理条例列入2022年立法计划。\n二、明确业主大会、业主委员会的组成和议事规则。\n三、规范维修资金的归集、使用和公示。\n四、明确街道、社区和主管部门的职责。',
      outline:
        '立法要旨：规范物业管理活动，维护业主、物业服务人的合法权益。\n主要内容：总则；业主、业主大会和业主委员会；前期物业管理；物业服务；物业的使用和维护；法律责任；附则。',
    },
    turns: [...put, { do: 'decide', on: '2022-01-13', outcome: 'on_agenda', ...presidium }],
  },
  {
    key: 'drinking water',
    kind: 'decision',
    ...inSession,
    confirmed: 11,
    text: {
      title: '关于作出加强饮用水水源保护决定的议案',
      grounds: '东湖水库供应全市六成饮用水，近年水源保护区内违规建设、面源污染时有发生，跨区县协调缺少依据。',
      plan: '一、由大会作出加强饮用水水源保护的决定。\n二、明确市、区县人民政府和有关部门的责任。\n三、每年向常委会报告水源保护情况。',
    },
    turns: [...put, { do: 'decide', on: '2022-01-13', outcome: 'on_agenda', ...presidium }],
  },
  {
    key: 'elevators',
    kind: 'supervision',
    ...inSession,
    confirmed: 12,
    text: {
      title: '关于加强既有住宅加装电梯工作监督的议案',
      grounds: '全市符合加装条件的既有住宅单元约一万三千个，已完成不足百分之四。审批环节多、居民意见难统一、资金分担没有办法。',
      plan: '一、对既有住宅加装电梯工作开展专题监督。\n二、督促市人民政府简化审批，一窗受理。\n三、听取和审议专项工作报告。',
    },
    turns: [
      ...put,
      { do: 'decide', on: '2022-01-13', outcome: 'to_committee', ...presidium, committee: '城环委' },
      {
        do: 'opine',
        on: '2022-02-10',
        opinion: {
          recommendation: 'on_agenda',
          text: '议案反映的问题属实，属于市人民代表大会及其常委会监督职权范围。建议列入常委会会议议程，听取市人民政府专项工作报告，并与内容相近的议案一并办理。',
        },
      },
    ],
  },
  {
    key: 'elevators again',
    kind: 'supervision',
    lead: '李华',
    ...inSession,
    confirmed: 10,
    text: {
      title: '关于推进老旧小区加装电梯的议案',
      grounds: '小西社区六层以上住宅全部没有电梯，七十岁以上住户二百多人，上下楼是他们最大的困难。',
      plan: '一、将加装电梯纳入监督工作计划。\n二、推动建立资金分担和补贴办法。',
    },
    turns: [...put, { do: 'merge', on: '2022-01-13', main: 'elevators', ...presidium }],
  },
  convertedTo('17-1-0023', 'community renewal'),
  convertedTo('17-1-0134', 'quality of renewal'),
  convertedTo('17-1-0398', 'money for renewal'),
  {
    key: 'parking fees',
    kind: 'other',
    ...inSession,
    confirmed: 9,
    text: {
      title: '关于调整中心城区停车收费标准的议案',
      grounds: '中心城区停车收费多年未调整，周转率低，居民夜间停车难。',
      plan: '一、按区域和时段调整收费标准。\n二、收费标准由大会决定。',
    },
    turns: [
      ...put,
      { do: 'decide', on: '2022-01-13', outcome: 'not_motion', ...presidium },
      { do: 'decline', on: '2022-01-14', reason: '停车收费涉及面广，仍希望由大会讨论，暂不转为建议。' },
    ],
  },
  {
    key: 'night markets',
    kind: 'other',
    ...inSession,
    confirmed: 9,
    text: {
      title: '关于规范夜间经济街区管理的议案',
      grounds: '夜间经济街区噪声、油烟扰民投诉较多，管理职责分散。',
      plan: '一、制定夜间经济街区管理规定。\n二、明确牵头部门。',
    },
    turns: [...put, { do: 'leave', on: '2022-01-13', reason: '与会前了解的情况不一致，不再联名。', count: 1 }],
  },
  {
    key: 'wetlands',
    kind: 'implementation',
    drafted: '2022-01-10',
    invited: '2022-01-10',
    confirmed: 9,
    text: {
      title: '关于全面实施湿地保护法的议案',
      grounds: '湿地保护法今年六月施行，本市湿地名录、保护规划还没有跟上。',
      plan: '一、开展湿地保护法贯彻实施准备情况的监督。\n二、制定本市湿地名录。',
    },
    turns: [
      ...put,
      { do: 'decide', on: '2022-01-13', outcome: 'to_committee', ...presidium, committee: '农林委' },
      {
        do: 'opine',
        on: '2022-02-08',
        opinion: { recommendation: 'not_on_agenda', text: '常委会已将湿地保护列入年度监督计划，建议不再单独列入会议议程，意见交有关部门参考。' },
      },
      { do: 'decide', on: '2022-02-18', outcome: 'not_on_agenda', body: 'chairpersons_meeting', basis: '市人大常委会第二次主任会议' },
    ],
  },
  {
    key: 'gas safety',
    kind: 'legislation',
    drafted: '2022-08-29',
    invited: '2022-08-30',
    confirmed: 13,
    with: ['王敏'],
    text: {
      title: '关于修改燃气管理条例的议案',
      grounds: '现行条例施行十二年，餐饮场所用气安全、老旧管道更新、入户安检责任等规定已不适应需要。',
      plan: '一、将修改燃气管理条例列入下一年度立法计划。\n二、明确餐饮场所安装报警和切断装置的责任。\n三、明确老旧管道更新的主体和资金。',
      outline: '修改要点：增加餐饮场所用气安全专章；明确管道燃气企业入户安检义务；提高违法行为罚款额度。',
    },
    turns: [
      { do: 'submit', on: '2022-09-06' },
      { do: 'receive', on: '2022-09-07' },
      { do: 'decide', on: '2022-09-13', outcome: 'to_committee', ...chairs, committee: '城环委' },
    ],
  },
  {
    key: 'elder care',
    kind: 'supervision',
    drafted: '2022-09-05',
    invited: '2022-09-06',
    confirmed: 10,
    text: {
      title: '关于开展居家养老服务条例执法检查的议案',
      grounds: '居家养老服务条例施行三年，社区养老用房配建、助餐服务等规定落实不平衡。',
      plan: '一、开展居家养老服务条例执法检查。\n二、检查结果向社会公开。',
    },
    turns: [
      { do: 'submit', on: '2022-09-14' },
      { do: 'receive', on: '2022-09-15' },
      { do: 'decide', on: '2022-09-20', outcome: 'to_committee', body: 'chairpersons_meeting', basis: '市人大常委会第十五次主任会议', committee: '社会委' },
    ],
  },
  {
    key: 'library hours',
    kind: 'other',
    lead: '李华',
    drafted: '2022-09-02',
    invited: '2022-09-02',
    confirmed: 9,
    text: {
      title: '关于延长公共图书馆开放时间的议案',
      grounds: '市、区图书馆周一闭馆、每晚六点闭馆，上班和上学的人用不上。',
      plan: '一、延长市图书馆开放时间到晚上九点。\n二、增加社区分馆和自助借还点。',
    },
    turns: [
      { do: 'submit', on: '2022-09-08' },
      { do: 'receive', on: '2022-09-09' },
      { do: 'decide', on: '2022-09-20', outcome: 'not_motion', body: 'chairpersons_meeting', basis: '市人大常委会第十五次主任会议' },
    ],
  },
  {
    key: 'school crossings',
    kind: 'other',
    drafted: '2022-09-01',
    invited: '2022-09-02',
    confirmed: 10,
    text: {
      title: '关于完善学校周边交通设施的议案',
      grounds: '开学以来多所学校门前接送拥堵，没有安全岛和护栏，学生过街危险。',
      plan: '一、排查学校周边交通设施。\n二、年内完成重点学校门前改造。',
    },
    turns: [
      { do: 'submit', on: '2022-09-09' },
      { do: 'receive', on: '2022-09-13' },
      { do: 'decide', on: '2022-09-20', outcome: 'not_motion', body: 'chairpersons_meeting', basis: '市人大常委会第十五次主任会议' },
      { do: 'agree', on: '2022-09-23' },
    ],
  },
  {
    key: 'data centre',
    kind: 'decision',
    drafted: '2022-09-08',
    invited: '2022-09-09',
    confirmed: 11,
    text: {
      title: '关于作出促进公共数据开放决定的议案',
      grounds: '公共数据分散在各部门，开放数量少、更新慢，企业和群众用不上。',
      plan: '一、由大会作出促进公共数据开放的决定。\n二、建立开放目录和更新责任。',
    },
    turns: [
      { do: 'submit', on: '2022-09-20' },
      { do: 'receive', on: '2022-09-22' },
    ],
  },
  {
    key: 'volunteers',
    kind: 'legislation',
    drafted: '2022-09-13',
    invited: '2022-09-14',
    confirmed: 9,
    text: {
      title: '关于制定志愿服务促进条例的议案',
      grounds: '全市注册志愿者一百二十万人，保障和激励主要靠文件，缺少法规支撑。',
      plan: '一、将制定志愿服务促进条例列入立法规划。\n二、明确志愿者保险和激励。',
      outline: '主要内容：志愿者和志愿服务组织；志愿服务活动；促进和保障；法律责任。',
    },
    turns: [{ do: 'submit', on: '2022-09-26' }],
  },
  {
    key: 'heating',
    kind: 'implementation',
    drafted: '2022-09-07',
    invited: '2022-09-08',
    confirmed: 9,
    text: {
      title: '关于供热条例贯彻实施的议案',
      grounds: '供热条例规定的室温标准和退费办法在部分区县没有落实，每年采暖期投诉集中。',
      plan: '一、监督供热条例贯彻实施情况。',
    },
    turns: [
      { do: 'submit', on: '2022-09-15' },
      { do: 'return', on: '2022-09-19', reason: '方案只有一句，请写明监督的方式、内容和时间，并补充室温不达标的具体数据。' },
    ],
  },
  {
    key: 'flood channels',
    kind: 'supervision',
    lead: '王敏',
    drafted: '2022-09-19',
    invited: '2022-09-20',
    confirmed: 6,
    open: ['李华'],
    text: {
      title: '关于加强城市排水防涝监督的议案',
      grounds: '今年汛期中心城区出现积水点61处，排水管网老化、雨污合流问题突出，阳光社区周边两次积水断行。',
      plan: '一、对排水防涝能力提升工作开展专题询问。\n二、督促市人民政府公布积水点治理清单和时限。\n三、每年汛前听取准备情况报告。',
    },
  },
  {
    key: 'barrier-free',
    kind: 'supervision',
    drafted: '2022-09-20',
    invited: '2022-09-21',
    confirmed: 7,
    open: ['王敏', '李华'],
    text: {
      title: '关于加强无障碍环境建设监督的议案',
      grounds: '盲道被占用、公交站台高差、公共建筑没有坡道等问题普遍，残疾人和老年人出行不便。走访的26处公共场所只有9处可以独立进出。',
      plan: '一、开展无障碍环境建设专项监督。\n二、督促市人民政府制定三年改造计划。\n三、把新建项目无障碍验收情况向社会公开。',
    },
  },
  {
    key: 'sports grounds',
    kind: 'other',
    lead: '王敏',
    drafted: '2022-09-25',
    text: {
      title: '关于学校体育场地向社会开放的议案',
      grounds: '社区健身场地不足，学校场地晚间和假期闲置。',
      plan: '一、制定开放办法。',
    },
  },
  {
    key: 'fireworks',
    kind: 'legislation',
    drafted: '2022-08-15',
    invited: '2022-08-16',
    confirmed: 10,
    text: {
      title: '关于修改烟花爆竹燃放管理规定的议案',
      grounds: '燃放时段和区域的规定与新修订的大气污染防治要求不一致。',
      plan: '一、修改烟花爆竹燃放管理规定。',
      outline: '修改要点：扩大禁放区域，调整燃放时段。',
    },
    turns: [
      { do: 'submit', on: '2022-08-24' },
      { do: 'receive', on: '2022-08-25' },
      { do: 'withdraw', on: '2022-09-05', reason: '市人民政府已提出修改草案，经全体联名代表同意撤回。' },
    ],
  },
]

function convertedTo(becomes: string, key: string): Sketch {
  return {
    key,
    kind: 'other',
    becomes,
    ...inSession,
    confirmed: 9,
    turns: [
      ...put,
      { do: 'decide', on: '2022-01-13', outcome: 'not_motion', ...presidium },
      { do: 'agree', on: '2022-01-14' },
      { do: 'convert' },
    ],
  }
}
