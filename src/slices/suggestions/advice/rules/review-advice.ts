import type { SuggestionProfile } from '../../rules/profile.ts'
import type { ReviewAdvice } from '../contract.ts'
import { groundHints } from './ground-hints.ts'
import { otherMatters, type Written } from './matters.ts'
import { missingParts } from './parts-present.ts'

/** What a reviewer may want to look at: parts, one matter, grounds of this place's profile. A person decides. */
export function reviewAdvice(
  it: Written,
  hasContact: boolean,
  { grounds, groundsBasis }: Pick<SuggestionProfile, 'grounds' | 'groundsBasis'>,
): ReviewAdvice {
  const labels = new Map(grounds.map(({ code, label }) => [code, label]))
  const hints = groundHints(
    it,
    grounds.map(({ code }) => code),
  )
  return {
    missing: missingParts(it, hasContact),
    grounds: hints.map(({ ground, words }) => ({ ground, label: labels.get(ground) ?? ground, words: [...words] })),
    groundsBasis,
    others: otherMatters(it).map(({ at, words }) => ({ at, words: [...words] })),
  }
}
