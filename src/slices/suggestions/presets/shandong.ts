/** After 山东省人民代表大会代表建议、批评和意见办理工作条例 (amended 2017). Its days are calendar days (日), not working days. */
import type { Preset } from '../rules/profile.ts'
import { groundsOf, lawfulReply } from './national.ts'

const rule = (article: string) => `《山东省人民代表大会代表建议、批评和意见办理工作条例》${article}`

export const shandong: Preset = {
  title: '山东式规则',
  note: '依《山东省人民代表大会代表建议、批评和意见办理工作条例》（2017年修正）整理。法规修改后请以现行文本为准。',
  settings: {
    terms: {
      ...lawfulReply,
      reply: { ...lawfulReply.reply, basis: `${lawfulReply.reply.basis}、${rule('第十九条')}` },
      handOver: { term: { amount: 5, unit: 'day' }, startsAt: 'submission', basis: rule('第十条') },
      objection: { term: { amount: 5, unit: 'day' }, startsAt: 'receipt', basis: rule('第十二条') },
      reassignment: null,
      firstContact: null,
      coOpinion: { term: { amount: 1, unit: 'month' }, startsAt: 'receipt', basis: rule('第二十一条') },
      feedback: null,
      rehandling: { term: { amount: 1, unit: 'month' }, startsAt: 'rehandlingDemand', basis: rule('第二十四条') },
    },
    restDayRule: 'stays',
    nearWithinWorkdays: 5,
    extension: { consentBy: '交办机关', tellsDeputy: false, basis: rule('第十九条') },
    objection: { needsProposedUnit: false, acceptsLate: false },
    withdrawal: 'anyTime',
    signedBy: { who: 'principalHead', basis: rule('第二十二条') },
    joint: { replyTo: 'leadMayRelay', feedbackBy: 'lead' },
    classes: [
      { code: '一', label: '已经解决或者部分解决', meaning: 'solved', opensCommitment: false },
      { code: '二', label: '列入工作计划，有解决时限', meaning: 'datedPlan', opensCommitment: true },
      { code: '三', label: '受客观条件限制暂时无法解决', meaning: 'undatedPlan', opensCommitment: false },
      { code: '四', label: '不符合法律、法规、政策规定', meaning: 'notPossible', opensCommitment: false },
    ],
    classesBasis: rule('第十八条'),
    grounds: groundsOf('PERSONAL', 'FORWARDED', 'ACADEMIC_AD', 'NO_SUBSTANCE'),
    groundsBasis: rule('第六条'),
    vocabulary: {
      coHandler: '协办',
      feedbackForm: '办理情况征询意见表',
      deputiesOffice: '人事代表工作机构',
      noticeSeries: '人办',
    },
  },
}
