const zh = {
  title: '承诺事项',
  lead: '承办单位在答复里承诺的事项，换年、换届都继续跟踪。',
  dueOn: (day: string) => `承诺 ${day} 前办成`,
  carried: (first: string) => `首次承诺 ${first} 前办成，已结转`,
  keptOn: (day: string) => `${day} 办成`,
  explainedOn: (day: string) => `${day} 说明不能办成`,
  overdue: '逾期',
  unitTitle: '承诺落实',
  rate: '落实率',
  open: '落实中',
  rateNote: '在首次期限前办成的 ÷ 应落实的承诺事项',
}

const en: typeof zh = {
  title: 'Promises',
  lead: 'What the unit promised in its reply; tracked on over years and terms.',
  dueOn: (day) => `promised by ${day}`,
  carried: (first) => `first promised by ${first}, carried over`,
  keptOn: (day) => `kept on ${day}`,
  explainedOn: (day) => `explained on ${day} why it cannot be kept`,
  overdue: 'Overdue',
  unitTitle: 'Promises kept',
  rate: 'Kept by the date',
  open: 'In progress',
  rateNote: 'kept by the first date ÷ due so far',
}

export const portalWords = { zh, en }
