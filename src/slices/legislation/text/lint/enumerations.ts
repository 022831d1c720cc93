/** Three and more articles in a row are cited as 第X条至第Y条, not one by one. */

import { plain } from '../blanks.ts'
import { numeralCharacters, parseNumeral } from '../numerals.ts'
import type { LawText } from '../types.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'

const list = new RegExp(`第[${numeralCharacters}]+条(?:(?:、|和|或者|以及|及)第[${numeralCharacters}]+条(?!第|之))+`, 'g')

export function longEnumerations(law: LawText): LintFinding[] {
  return textsOf(law).flatMap(({ text, start, where }) =>
    [...text.matchAll(list)].flatMap((match) => {
      const numbers = [...match[0].matchAll(new RegExp(`[${numeralCharacters}]+`, 'g'))].map(
        ([numeral]) => parseNumeral(plain(numeral)) ?? 0,
      )
      const run = numbers.findIndex((number, index) => numbers[index + 1] === number + 1 && numbers[index + 2] === number + 2)
      if (run < 0) return []
      return [
        {
          rule: 'long-enumeration',
          severity: 'hint' as const,
          start: start + match.index,
          end: start + match.index + match[0].length,
          where,
          found: match[0],
          message: '连续引用三条以上的，用“第×条至第×条”表述',
          basis: norms.local,
        },
      ]
    }),
  )
}
