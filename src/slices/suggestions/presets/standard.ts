/** The defaults of the product (product.md 2): the law where it speaks, elsewhere the middle of the local rules that were read. */
import type { Preset } from '../rules/profile.ts'
import { COMMON_CLASSES_BASIS, commonClasses, groundsOf, lawfulReply } from './national.ts'

const shanghai = (article: string) => `参照《上海市人民代表大会关于代表建议、批评和意见的规定》${article}`
const beijing = (article: string) => `参照《北京市人民代表大会代表建议、批评和意见办理条例》${article}`

export const standard: Preset = {
  title: '通用规则',
  note: '法律规定的期限，加上各地常见的做法。启用前请与本地法规逐项核对。',
  settings: {
    terms: {
      ...lawfulReply,
      handOver: { term: { amount: 7, unit: 'workday' }, startsAt: 'submission', basis: shanghai('第十一条') },
      objection: { term: { amount: 7, unit: 'workday' }, startsAt: 'receipt', basis: shanghai('第十四条') },
      reassignment: null,
      firstContact: null,
      coOpinion: { term: { amount: 1, unit: 'month' }, startsAt: 'receipt', basis: shanghai('第十七条') },
      feedback: { term: { amount: 15, unit: 'workday' }, startsAt: 'reply', basis: beijing('第二十三条') },
      rehandling: { term: { amount: 1, unit: 'month' }, startsAt: 'rehandlingDemand', basis: shanghai('第二十一条') },
    },
    restDayRule: 'stays',
    nearWithinWorkdays: 5,
    extension: { consentBy: '代表工作委员会', tellsDeputy: true, basis: shanghai('第十九条') },
    objection: { needsProposedUnit: true, acceptsLate: false },
    withdrawal: 'anyTime',
    signedBy: { who: 'unitHead', basis: shanghai('第二十条') },
    joint: { replyTo: 'everyDeputy', feedbackBy: 'lead' },
    classes: commonClasses,
    classesBasis: COMMON_CLASSES_BASIS,
    grounds: groundsOf('OUT_OF_SCOPE', 'PERSONAL', 'CONCRETE_CASE', 'FORWARDED', 'ACADEMIC_AD', 'NO_SUBSTANCE', 'COMPLAINT'),
    groundsBasis: shanghai('第八条'),
    vocabulary: {
      coHandler: '会办',
      feedbackForm: '建议办理情况征询意见表',
      deputiesOffice: '代表工作委员会',
      noticeSeries: '人办',
    },
  },
}
