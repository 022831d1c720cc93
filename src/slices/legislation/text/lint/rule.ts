/** What every rule of the drafting lint gives back. */

import type { LawText } from '../types.ts'

/** Names of the norms that the rules rest on. */
export const norms = {
  first: '立法技术规范（试行）（一）（法工委发〔2009〕62号）',
  second: '立法技术规范（试行）（二）（法工委发〔2011〕5号）',
  law: '《中华人民共和国立法法》',
  local: '地方立法技术规范的通例',
} as const

export interface LintFinding {
  rule: string
  /** An error makes the text wrong, a warning should be looked at, a hint is a matter of wording. */
  severity: 'error' | 'warning' | 'hint'
  start: number
  end: number
  /** The unit it is in: 第十二条第二款. */
  where: string
  /** The words found. */
  found: string
  /** What to do about it, in Chinese. */
  message: string
  /** The norm and its number. */
  basis: string
}

export type LintRule = (law: LawText) => LintFinding[]
