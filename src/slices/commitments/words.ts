import type { Action, ReportKind, Satisfaction, Status } from './contract.ts'

const zh = {
  name: '承诺事项',
  status: { open: '落实中', kept: '已办成', not_kept: '未办成', superseded: '不再跟踪' } satisfies Record<Status, string>,
  action: {
    report: '报告进展',
    keep: '报告办成',
    giveUp: '说明不能办成',
    carry: '结转到新期限',
    ask: '请承办单位报告',
    rate: '提交评价',
  } satisfies Record<Action, string>,
  reportKind: { progress: '进展', done: '办成', not_possible: '不能办成' } satisfies Record<ReportKind, string>,
  satisfaction: {
    satisfied: '满意',
    basically_satisfied: '基本满意',
    dissatisfied: '不满意',
  } satisfies Record<Satisfaction, string>,
  counted: { due: '应落实', in_time: '按期落实', missed: '应落实而未按期落实' },
  termOf: (term: number) => `第${term}届`,
}

const en: typeof zh = {
  name: 'Promises',
  status: { open: 'In progress', kept: 'Kept', not_kept: 'Not kept', superseded: 'No longer tracked' },
  action: {
    report: 'Report progress',
    keep: 'Report it kept',
    giveUp: 'Explain why it cannot be kept',
    carry: 'Carry over to a new date',
    ask: 'Ask the unit for a report',
    rate: 'Send the rating',
  },
  reportKind: { progress: 'Progress', done: 'Done', not_possible: 'Cannot be done' },
  satisfaction: { satisfied: 'satisfied', basically_satisfied: 'basically satisfied', dissatisfied: 'dissatisfied' },
  counted: { due: 'Due so far', in_time: 'Kept by the date', missed: 'Due and not kept by the date' },
  termOf: (term) => `Term ${term}`,
}

export const words = { zh, en }
