/** After 重庆市人民代表大会代表建议批评和意见工作条例, in force since 2018-01-01. */
import type { Preset } from '../rules/profile.ts'
import { groundsOf, lawfulReply } from './national.ts'

const rule = (article: string) => `《重庆市人民代表大会代表建议批评和意见工作条例》${article}`
const replyBasis = `${lawfulReply.reply.basis}、${rule('第二十一条')}`

export const chongqing: Preset = {
  title: '重庆式规则',
  note: '依《重庆市人民代表大会代表建议批评和意见工作条例》（2018年施行）整理。法规修改后请以现行文本为准。',
  settings: {
    terms: {
      reply: { ...lawfulReply.reply, basis: replyBasis },
      replyDifficult: { ...lawfulReply.replyDifficult, basis: replyBasis },
      replyLimit: { ...lawfulReply.replyLimit, basis: replyBasis },
      handOver: { term: { amount: 10, unit: 'workday' }, startsAt: 'submission', basis: rule('第十三条') },
      objection: { term: { amount: 10, unit: 'workday' }, startsAt: 'handOver', basis: rule('第十六条') },
      reassignment: { term: { amount: 10, unit: 'workday' }, basis: rule('第十六条') },
      firstContact: { term: { amount: 20, unit: 'workday' }, startsAt: 'receipt', basis: rule('第十八条') },
      coOpinion: { term: { amount: 30, unit: 'workday' }, startsAt: 'handOver', basis: rule('第二十条') },
      feedback: { term: { amount: 20, unit: 'workday' }, startsAt: 'reply', basis: rule('第二十七条') },
      rehandling: { term: { amount: 2, unit: 'month' }, startsAt: 'rehandlingDemand', basis: rule('第二十七条') },
    },
    restDayRule: 'stays',
    nearWithinWorkdays: 5,
    extension: { consentBy: '人事代表工作委员会', tellsDeputy: true, basis: replyBasis },
    objection: { needsProposedUnit: false, acceptsLate: false },
    withdrawal: 'anyTime',
    signedBy: { who: 'principalHead', basis: rule('第二十三条') },
    joint: { replyTo: 'everyDeputy', feedbackBy: 'lead' },
    classes: [
      { code: '一', label: '已经解决或者采纳', meaning: 'solved', opensCommitment: false },
      { code: '二', label: '正在研究解决，有工作计划、进度和完成时限', meaning: 'datedPlan', opensCommitment: true },
      { code: '三', label: '不具备解决条件', meaning: 'notPossible', opensCommitment: false },
      { code: '四', label: '涉及上级国家机关职权，已向上级反映', meaning: 'upperLevel', opensCommitment: false },
    ],
    classesBasis: rule('第二十二条'),
    grounds: groundsOf('PERSONAL', 'CONCRETE_CASE', 'FORWARDED', 'ACADEMIC_AD', 'COMPLAINT'),
    groundsBasis: rule('第九条'),
    vocabulary: { coHandler: '协办', feedbackForm: '建议答复函回执', deputiesOffice: '人事代表工作委员会', noticeSeries: '人办' },
  },
}
