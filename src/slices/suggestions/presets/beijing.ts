/** After 北京市人民代表大会代表建议、批评和意见办理条例 (2014). Articles are cited only where the text was read. */
import type { Preset } from '../rules/profile.ts'
import { COMMON_CLASSES_BASIS, commonClasses, groundsOf, lawfulReply } from './national.ts'

const RULE = '《北京市人民代表大会代表建议、批评和意见办理条例》'

export const beijing: Preset = {
  title: '北京式规则',
  note: '依《北京市人民代表大会代表建议、批评和意见办理条例》（2014年）整理。条例没有写明数字的步骤不设时钟。',
  settings: {
    terms: {
      ...lawfulReply,
      handOver: null,
      objection: null,
      reassignment: null,
      firstContact: null,
      coOpinion: null,
      feedback: { term: { amount: 15, unit: 'workday' }, startsAt: 'reply', basis: `${RULE}第二十三条` },
      rehandling: { term: { amount: 2, unit: 'month' }, startsAt: 'rehandlingDemand', basis: `${RULE}第二十七条` },
    },
    restDayRule: 'stays',
    nearWithinWorkdays: 5,
    extension: { consentBy: '交办机构', tellsDeputy: true, basis: RULE },
    objection: { needsProposedUnit: false, acceptsLate: false },
    withdrawal: 'beforeHandOver',
    signedBy: null,
    joint: { replyTo: 'everyDeputy', feedbackBy: 'each' },
    classes: commonClasses,
    classesBasis: COMMON_CLASSES_BASIS,
    grounds: groundsOf('PERSONAL', 'FORWARDED', 'ACADEMIC_AD', 'CONCRETE_CASE', 'COMPLAINT', 'BIDDING', 'INTEREST', 'CONSULT'),
    groundsBasis: RULE,
    vocabulary: { coHandler: '会办', feedbackForm: '办理情况征询意见表', deputiesOffice: '代表联络机构', noticeSeries: '人办' },
  },
}
