const zh = {
  title: '承办单位',
  lead: (units: number, all: number, rate: string) =>
    `${units} 个单位承办 ${all} 件建议，办复率 ${rate}。数字点开就是对应的建议。`,
  handedOver: '已交办',
  replied: '已办复',
  open: '待办复',
  late: '逾期',
  lateNote: '办理中（含重新办理）、答复期限已过的',
  rate: '办复率',
  list: (units: number) => `承办单位 ${units} 个，按规定次序`,
  unit: '单位',
  run: '交办与答复的进度',
  runReading: (handedOver: number, replied: number, last: string) =>
    `到 ${last} 累计交办 ${handedOver} 件，答复 ${replied} 件；按最近一次答复的月份计。`,
  openUnits: '待办复的单位',
  openReading: (units: number, open: number) =>
    `${units} 个单位还有 ${open} 件待办复，按待办复件数排；条长是已办复占已交办的比例。`,
  quality: '办理质量',
  ratings: '代表对办理结果的评价',
  ratingReading: (satisfied: number, rated: number, rate: string) =>
    `已评价 ${rated} 件，满意 ${satisfied} 件，满意率 ${rate}；未评价的不计入。`,
  satisfied: '满意',
  basically_satisfied: '基本满意',
  dissatisfied: '不满意',
  latest: '最近的建议',
  all: '全部',
  none: '这个单位还没有承办建议。',
  nobody: '还没有建议交办，所以没有承办单位的数字。',
  back: '看全部建议',
  deadlines: '答复期限日历（iCal）',
  unitLead: (all: number, replied: number, rate: string) => `承办 ${all} 件，已办复 ${replied} 件，办复率 ${rate}。`,
}

const en: typeof zh = {
  title: 'Handling units',
  lead: (units, all, rate) => `${units} units handle ${all} suggestions; reply rate ${rate}. Every figure opens its suggestions.`,
  handedOver: 'Handed over',
  replied: 'Answered',
  open: 'Not answered yet',
  late: 'Overdue',
  lateNote: 'in handling (also again), the day for the reply has passed',
  rate: 'Reply rate',
  list: (units) => `${units} handling units, in official order`,
  unit: 'Unit',
  run: 'Hand-over and reply over time',
  runReading: (handedOver, replied, last) =>
    `By ${last} ${handedOver} handed over and ${replied} answered, by the month of the latest reply.`,
  openUnits: 'Units with open suggestions',
  openReading: (units, open) =>
    `${units} units have ${open} not answered yet, the most first; bars show answered of handed over.`,
  quality: 'How it was handled',
  ratings: 'How deputies rate the result',
  ratingReading: (satisfied, rated, rate) => `${rated} rated, ${satisfied} satisfied (${rate}); those not rated are not counted.`,
  satisfied: 'Satisfied',
  basically_satisfied: 'Basically satisfied',
  dissatisfied: 'Dissatisfied',
  latest: 'Latest suggestions',
  all: 'All',
  none: 'This unit has not handled a suggestion yet.',
  nobody: 'Nothing has been handed over yet, so there are no figures of units.',
  back: 'All suggestions',
  deadlines: 'Calendar of replies due (iCal)',
  unitLead: (all, replied, rate) => `${all} handed over, ${replied} answered; reply rate ${rate}.`,
}

export const unitWords = { zh, en }
