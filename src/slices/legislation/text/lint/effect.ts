/** The date on which the law takes effect: a law has to say it (立法法 第六十一条). */

import { plain } from '../blanks.ts'
import type { LawText } from '../types.ts'
import { articlesOf } from '../walk.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'

const effect = /(?:自|从|于).{2,40}(?:起|日)?(?:施行|实施|生效|执行)|(?:公布|发布)之日起?(?:施行|实施|生效)|施行日期/

/** One finding where neither an article nor the note of the title says from when the law applies. */
export function missingEffectDate(law: LawText): LintFinding[] {
  const articles = articlesOf(law).filter(({ node }) => node.level === 'article')
  const last = articles.at(-1)?.node
  if (!last) return []
  const texts = [
    ...textsOf(law).map(({ text }) => text),
    ...law.notes.map(({ text }) => text),
    ...law.preamble.map(({ text }) => text),
  ]
  if (texts.some((text) => effect.test(plain(text)) || plain(text).endsWith('日施行'))) return []
  const { start, end } = last.mark ?? last.range
  const message = '没有写明施行日期，一般在最后一条写“本条例自×年×月×日起施行”'
  return [
    {
      rule: 'effect-date',
      severity: 'error',
      start,
      end,
      where: last.label,
      found: '',
      message,
      basis: `${norms.law}第六十一条：法律应当明确规定施行日期`,
    },
  ]
}
