/** After 上海市人民代表大会关于代表建议、批评和意见的规定, in force since 2015-03-01. */
import type { Preset } from '../rules/profile.ts'
import { groundsOf, lawfulReply } from './national.ts'

const rule = (article: string) => `《上海市人民代表大会关于代表建议、批评和意见的规定》${article}`

export const shanghai: Preset = {
  title: '上海式规则',
  note: '依《上海市人民代表大会关于代表建议、批评和意见的规定》（2015年施行）整理。法规修改后请以现行文本为准。',
  settings: {
    terms: {
      ...lawfulReply,
      reply: { ...lawfulReply.reply, basis: `${lawfulReply.reply.basis}、${rule('第十九条')}` },
      handOver: { term: { amount: 7, unit: 'workday' }, startsAt: 'submission', basis: rule('第十一条') },
      objection: { term: { amount: 7, unit: 'workday' }, startsAt: 'receipt', basis: rule('第十四条') },
      reassignment: null,
      firstContact: null,
      coOpinion: { term: { amount: 1, unit: 'month' }, startsAt: 'receipt', basis: rule('第十七条') },
      feedback: null,
      rehandling: { term: { amount: 1, unit: 'month' }, startsAt: 'rehandlingDemand', basis: rule('第二十一条') },
    },
    restDayRule: 'stays',
    nearWithinWorkdays: 5,
    extension: { consentBy: '代表工作机构', tellsDeputy: true, basis: rule('第十九条') },
    objection: { needsProposedUnit: false, acceptsLate: false },
    withdrawal: 'anyTime',
    signedBy: { who: 'unitHead', basis: rule('第二十条') },
    joint: { replyTo: 'everyDeputy', feedbackBy: 'each' },
    classes: [
      { code: '一', label: '已经解决、基本解决、部分解决，或者已被采纳、部分采纳', meaning: 'solved', opensCommitment: false },
      { code: '二', label: '列入年度工作方案，正在解决，有明确解决时限', meaning: 'datedPlan', opensCommitment: true },
      { code: '三', label: '列入工作计划，逐步解决，有计划解决时限', meaning: 'datedPlan', opensCommitment: true },
      { code: '四', label: '暂时无法解决，拟在工作中研究参考，或者确实不能解决', meaning: 'reference', opensCommitment: false },
    ],
    classesBasis: rule('第十八条'),
    grounds: groundsOf('OUT_OF_SCOPE', 'PERSONAL', 'CONCRETE_CASE', 'FORWARDED', 'ACADEMIC_AD', 'NO_SUBSTANCE'),
    groundsBasis: rule('第八条'),
    vocabulary: { coHandler: '会办', feedbackForm: '办理情况意见反馈表', deputiesOffice: '代表工作机构', noticeSeries: '人办' },
  },
}
