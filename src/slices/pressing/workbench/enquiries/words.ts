import type { ContactInput } from '#slices/suggestions/contract.ts'

const zh = {
  title: '追问、约见、视察',
  lead: '代表向承办单位提出的追问、约见和视察。打开建议办理：与代表联系以后登记，同时记入沟通记录。',
  none: '还没有提出过。对办理有疑问，可以追问或者约见承办单位，也可以提出到现场视察。',
  noneListed: '没有代表的追问、约见和视察。',
  openOnly: '待回应',
  unit: '承办单位',
  what: '内容',
  wanted: '希望在',
  askLabel: {
    question: { act: '追问', text: '想问什么', done: '已追问，承办单位会收到通知。' },
    meeting: { act: '约见', text: '想谈什么', done: '已提出约见，承办单位会与您联系。' },
    inspection: { act: '视察', text: '看什么、到哪里', done: '已提出视察，承办单位会与您联系安排。' },
  },
  askEffect: '记录在案，承办单位必须登记怎样回应。在承办单位看到以前可以收回。代表视察不直接处理问题。',
  wantedOn: '希望的日期',
  days: (deputy: string, unit: string, on: string) => `${on} ${deputy}代表 → ${unit}`,
  wantedBy: (day: string) => `希望在 ${day} 前`,
  contact: (unit: string, on: string, kind: string) => `${on} ${unit}回应（${kind}）`,
  recall: '收回',
  recalled: '已收回。',
  acknowledge: '已阅',
  acknowledged: '已阅，代表不能再收回。',
  answer: '登记回应',
  answered: '已登记，同时记入沟通记录，代表会收到通知。',
  contactKind: '联系方式',
  contactKinds: { visit: '走访', meeting: '座谈', phone: '电话', message: '微信等消息', site: '现场察看' } satisfies Record<
    ContactInput['kind'],
    string
  >,
  contactedOn: '联系日期',
  answerText: '怎样回应的',
}

const en: typeof zh = {
  title: 'Questions, meetings, inspections',
  lead: 'What deputies ask of handling units. Open the suggestion: speak with the deputy, then log it; it becomes a contact as well.',
  none: 'Nothing was asked yet. You may put a question to the unit, ask for a meeting or for a visit to the place.',
  noneListed: 'No deputy has asked for anything.',
  openOnly: 'to be answered',
  unit: 'Handling unit',
  what: 'What',
  wanted: 'Wished by',
  askLabel: {
    question: { act: 'Ask', text: 'Question', done: 'Asked; the unit is told.' },
    meeting: { act: 'Meet', text: 'What to speak about', done: 'Asked; the unit will get in touch.' },
    inspection: { act: 'Inspect', text: 'What to see, and where', done: 'Asked; the unit will arrange it with you.' },
  },
  askEffect:
    'It goes on record and the unit must log how it answered. You may take it back until the unit has seen it. Deputies do not settle problems on the spot.',
  wantedOn: 'Day wished for',
  days: (deputy, unit, on) => `${on} deputy ${deputy} → ${unit}`,
  wantedBy: (day) => `wished by ${day}`,
  contact: (unit, on, kind) => `${on} answered by ${unit} (${kind})`,
  recall: 'Take back',
  recalled: 'Taken back.',
  acknowledge: 'Seen',
  acknowledged: 'Seen; the deputy can no longer take it back.',
  answer: 'Log the answer',
  answered: 'Logged, also as a contact; the deputy is told.',
  contactKind: 'Means',
  contactKinds: { visit: 'visit', meeting: 'meeting', phone: 'telephone', message: 'message', site: 'site view' },
  contactedOn: 'Day',
  answerText: 'How it was answered',
}

export const enquiryWords = { zh, en }
