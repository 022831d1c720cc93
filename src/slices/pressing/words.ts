import type { Status as EventStatus } from './events/contract.ts'
import type { Status as GuidanceStatus } from './guidance/contract.ts'
import type { Kind as EnquiryKind, Status as EnquiryStatus } from './enquiries/contract.ts'
import type { Kind, Status as OutcomeStatus } from './outcomes/contract.ts'
import type { Criterion, Means, Status as TopicStatus } from './topics/contract.ts'

const zh = {
  topicStatus: {
    proposed: '已提出',
    compiled: '待主任会议确定',
    decided: '已确定',
    in_progress: '督办中',
    concluded: '督办结束',
    dropped: '不列入',
  } satisfies Record<TopicStatus, string>,
  criterion: {
    major: '事关全局',
    many_deputies: '代表反映集中',
    hard: '涉及面广、办理难度大',
    annual_priority: '年度重点工作',
  } satisfies Record<Criterion, string>,
  means: {
    inspection: '视察检查',
    democratic_rating: '民主测评',
    follow_up: '跟踪督办',
    third_party_assessment: '第三方评估',
    special_inquiry: '专题询问',
    cross_year_tracking: '跨年度跟踪',
  } satisfies Record<Means, string>,
  eventStatus: { planned: '待举行', held: '已举行', cancelled: '已取消' } satisfies Record<EventStatus, string>,
  guidanceStatus: { issued: '待签收', acknowledged: '已签收', answered: '已回复' } satisfies Record<GuidanceStatus, string>,
  enquiryKind: { question: '追问', meeting: '约见', inspection: '视察' } satisfies Record<EnquiryKind, string>,
  /** Before the name of the unit. */
  enquiryDone: { question: '追问', meeting: '约见', inspection: '提出视察，请' } satisfies Record<EnquiryKind, string>,
  enquiryStatus: {
    asked: '待回应',
    acknowledged: '已阅，待回应',
    answered: '已回应',
    recalled: '已收回',
  } satisfies Record<EnquiryStatus, string>,
  kind: {
    policy_output: '政策举措',
    decision: '一项决策',
    problem_class: '一类问题',
    improved_work: '改进工作',
  } satisfies Record<Kind, string>,
  outcomeStatus: { recorded: '未公布', published: '已公布' } satisfies Record<OutcomeStatus, string>,
}

const en: typeof zh = {
  topicStatus: {
    proposed: 'Proposed',
    compiled: 'Before the chairpersons’ meeting',
    decided: 'Decided',
    in_progress: 'Pressed for',
    concluded: 'Concluded',
    dropped: 'Dropped',
  },
  criterion: {
    major: 'major for the area',
    many_deputies: 'raised by many deputies',
    hard: 'broad and hard',
    annual_priority: 'among the year’s priorities',
  },
  means: {
    inspection: 'inspection',
    democratic_rating: 'democratic rating',
    follow_up: 'follow-up',
    third_party_assessment: 'third-party assessment',
    special_inquiry: 'special inquiry',
    cross_year_tracking: 'tracking across years',
  },
  eventStatus: { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' },
  guidanceStatus: { issued: 'To be received', acknowledged: 'Received', answered: 'Answered' },
  enquiryKind: { question: 'Question', meeting: 'Meeting', inspection: 'Inspection' },
  enquiryDone: { question: 'put a question to', meeting: 'asked for a meeting with', inspection: 'asked for an inspection with' },
  enquiryStatus: { asked: 'To be answered', acknowledged: 'Seen, to be answered', answered: 'Answered', recalled: 'Taken back' },
  kind: {
    policy_output: 'Policy',
    decision: 'A decision',
    problem_class: 'A class of problem',
    improved_work: 'Improved work',
  },
  outcomeStatus: { recorded: 'Not published', published: 'Published' },
}

export const words = { zh, en }
