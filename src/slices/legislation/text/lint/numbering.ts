/** Numbering: gaps, repeats and lost headings, as the reading of the text has found them. */

import type { LawText } from '../types.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'

const kinds = new Set([
  'article-gap',
  'article-order',
  'heading-gap',
  'item-gap',
  'heading-without-number',
  'article-inside-paragraph',
  'stray-text',
])

/** The defects of numbering as findings. */
export function numberingFaults(law: LawText): LintFinding[] {
  return law.defects
    .filter((defect) => kinds.has(defect.kind))
    .map(({ start, end, where, reason }) => ({
      rule: 'numbering',
      severity: 'error' as const,
      start,
      end,
      where,
      found: law.source.slice(start, end),
      message: reason,
      basis: `${norms.law}第六十五条：编、章、节、条的序号用中文数字依次表述，项的序号用中文数字加括号依次表述`,
    }))
}
