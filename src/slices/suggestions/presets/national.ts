/** What national law itself settles for every congress: 代表法 (2025) art 51. Presets start from these parts. */
import type { Ground, ReplyClass, SuggestionProfile } from '../rules/profile.ts'

const ARTICLE_51 = '《代表法》第五十一条'

export const lawfulReply: Pick<SuggestionProfile['terms'], 'reply' | 'replyDifficult' | 'replyLimit'> = {
  reply: { term: { amount: 3, unit: 'month' }, startsAt: 'handOver', basis: ARTICLE_51 },
  replyDifficult: { term: { amount: 6, unit: 'month' }, startsAt: 'handOver', basis: ARTICLE_51 },
  replyLimit: { term: { amount: 6, unit: 'month' }, basis: ARTICLE_51 },
}

/** The four letters in common use after the practice of the National People's Congress (domain A1.5). */
export const commonClasses: ReplyClass[] = [
  { code: 'A', label: '所提问题已经解决或者基本解决', meaning: 'solved', opensCommitment: false },
  { code: 'B', label: '所提问题正在解决或者列入计划逐步解决', meaning: 'datedPlan', opensCommitment: true },
  { code: 'C', label: '因条件限制，待以后解决', meaning: 'undatedPlan', opensCommitment: false },
  { code: 'D', label: '留作参考', meaning: 'reference', opensCommitment: false },
]
export const COMMON_CLASSES_BASIS = '参照全国人大代表建议办理结果分类的通行做法'

/** Labels of the grounds as most regulations word them; a preset picks by code. */
export const groundLabels: Record<Ground['code'], string> = {
  PERSONAL: '涉及解决代表本人及其亲属个人问题',
  FORWARDED: '代转人民群众来信或者有关材料',
  ACADEMIC_AD: '属于学术探讨、产品推介或者广告',
  NO_SUBSTANCE: '没有实际内容',
  CONCRETE_CASE: '涉及具体司法案件',
  COMPLAINT: '属于检举、控告、申诉',
  BIDDING: '对正在进行的招标投标提出具体意见',
  INTEREST: '涉及本人利益关系或者影响公平竞争',
  CONSULT: '属于法律、政策咨询',
  OUT_OF_SCOPE: '不属于本行政区域有关机关、组织职权范围',
  ILLEGAL: '违反法律、法规规定',
}

/** The grounds with these codes, in this order. */
export function groundsOf(...codes: Ground['code'][]): Ground[] {
  return codes.map((code) => ({ code, label: groundLabels[code] }))
}
