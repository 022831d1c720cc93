/** The drafting lint (LEG-27): every rule over one law, with the norm each finding rests on. */

import { placeOf } from '../lines.ts'
import type { LawText } from '../types.ts'
import { unpairedMarks } from './brackets.ts'
import { missingEffectDate } from './effect.ts'
import { longEnumerations } from './enumerations.ts'
import { numberingFaults } from './numbering.ts'
import { deadReferences } from './references.ts'
import type { LintFinding, LintRule } from './rule.ts'
import { termFaults } from './terms.ts'
import { wordPairs } from './words.ts'

const rules: readonly LintRule[] = [
  numberingFaults,
  deadReferences,
  termFaults,
  wordPairs,
  missingEffectDate,
  unpairedMarks,
  longEnumerations,
]

export interface LocatedFinding extends LintFinding {
  /** Counted from 1. */
  line: number
  column: number
}

/** All findings in the order of the text. They are advice: the drafter decides. */
export function lintLaw(law: LawText): LocatedFinding[] {
  return rules
    .flatMap((rule) => rule(law))
    .sort((a, b) => a.start - b.start)
    .map((finding) => ({ ...finding, ...placeOf(law.source, finding.start) }))
}
