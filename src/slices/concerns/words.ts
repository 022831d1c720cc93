import type { Action, Counting, HandOverKind, Result, Status } from './contract.ts'

const zh = {
  name: '民情直通',
  status: {
    sent: '待签收',
    accepted: '办理中',
    disputed: '待代表工委决定',
    answered: '待代表确认',
    satisfied: '满意',
    dissatisfied: '不满意',
    declined: '不走直通',
    converted: '已转为建议',
    lapsed: '未确认',
    withdrawn: '已撤回',
  } satisfies Record<Status, string>,
  action: {
    accept: '签收',
    answer: '答复代表',
    passOn: '转办',
    dispute: '不属于本单位',
    assign: '确定承办单位',
    decline: '不走直通',
    confirm: '满意',
    reject: '不满意',
    convert: '转为建议草稿',
    withdraw: '撤回',
  } satisfies Record<Action, string>,
  result: { solved: '已解决', planned: '将解决', not_possible: '不能解决' } satisfies Record<Result, string>,
  handOver: { sent: '代表直送', passed: '转办', assigned: '代表工委确定' } satisfies Record<HandOverKind, string>,
  counted: {
    all: '全部',
    open: '未答复',
    overdue: '逾期未答复',
    answered: '已答复',
    solved: '已解决',
    converted: '已转为建议',
  } satisfies Record<Counting, string>,
}

const en: typeof zh = {
  name: 'Direct concerns',
  status: {
    sent: 'To be received',
    accepted: 'In hand',
    disputed: 'The committee decides',
    answered: 'Waits for the deputy',
    satisfied: 'Satisfied',
    dissatisfied: 'Not satisfied',
    declined: 'Not for the fast lane',
    converted: 'Became a suggestion',
    lapsed: 'Not confirmed',
    withdrawn: 'Withdrawn',
  },
  action: {
    accept: 'Receive',
    answer: 'Answer the deputy',
    passOn: 'Pass on',
    dispute: 'Not ours',
    assign: 'Name the unit',
    decline: 'Not for the fast lane',
    confirm: 'Satisfied',
    reject: 'Not satisfied',
    convert: 'Make it a draft suggestion',
    withdraw: 'Withdraw',
  },
  result: { solved: 'Solved', planned: 'Will be solved', not_possible: 'Cannot be solved' },
  handOver: { sent: 'From the deputy', passed: 'Passed on', assigned: 'Named by the committee' },
  counted: {
    all: 'All',
    open: 'Not answered',
    overdue: 'Overdue',
    answered: 'Answered',
    solved: 'Solved',
    converted: 'Became suggestions',
  },
}

export const words = { zh, en }
