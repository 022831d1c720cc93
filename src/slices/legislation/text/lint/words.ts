/**
 * Word pairs. The technical norms of the NPC's Legislative Affairs Commission settle which of two near words a law uses. Only pairs
 * whose wrong use shows in the words themselves are checked; which of 批准 and 核准 is meant, a program cannot know.
 */

import type { LawText } from '../types.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'

interface WordRule {
  pattern: RegExp
  use: string
  why: string
  basis: string
  severity: 'warning' | 'hint'
}

const rules: readonly WordRule[] = [
  {
    pattern: /必须/g,
    use: '应当',
    why: '“应当”与“必须”没有实质区别，一般用“应当”',
    basis: `${norms.first}第14项`,
    severity: 'hint',
  },
  {
    pattern: /(?<=[，；。])但(?!是|书)/g,
    use: '但是',
    why: '“但是”、“但”含义相同，用“但是”',
    basis: `${norms.first}第16项`,
    severity: 'hint',
  },
  {
    pattern: /帐(?=户|簿|目|册|款|号|务)|(?<=记|结|对|算|转|入|挂)帐/g,
    use: '账',
    why: '表示货币、货物出入的记载和债务，用“账”',
    basis: `${norms.first}第23项`,
    severity: 'warning',
  },
  {
    pattern: /(?<=债务|债权|款项|税额|税款|费用).{0,6}抵消/g,
    use: '抵销',
    why: '债权债务相互冲抵，用“抵销”',
    basis: `${norms.first}第22项`,
    severity: 'warning',
  },
  {
    pattern: /做出(?=.{0,12}(?:决定|决议|规定|判决|裁定|批准|处罚|解释|答复|说明|处理|认定|裁决|结论|承诺|安排))/g,
    use: '作出',
    why: '与决定、解释等词语搭配，用“作出”',
    basis: `${norms.second}第6项`,
    severity: 'warning',
  },
  {
    pattern: /谋取(?=(?:不正当|非法|不法)(?:利益|私利))/g,
    use: '牟取',
    why: '“谋取”是中性词，“牟取”是贬义词；与非法利益搭配，用“牟取”',
    basis: `${norms.second}第14项`,
    severity: 'hint',
  },
  {
    pattern: /(?<!为)依据(?=[^。；]{0,80}，制定本(?:法|条例|规定|办法|规则|细则|决定))/g,
    use: '根据',
    why: '引用宪法、法律作为立法依据时，用“根据”',
    basis: `${norms.second}第13项`,
    severity: 'warning',
  },
]

/** Words that the norms tell not to use where they stand. */
export function wordPairs(law: LawText): LintFinding[] {
  return textsOf(law).flatMap((unit) =>
    rules.flatMap(({ pattern, use, why, basis, severity }) =>
      [...unit.text.matchAll(pattern)]
        .filter((match) => !isQuoted(unit.text, match.index))
        .map((match) => {
          const start = unit.start + match.index
          return {
            rule: 'word-pair',
            severity,
            start,
            end: start + match[0].length,
            where: unit.where,
            found: match[0],
            message: `“${match[0]}”宜改为“${use}”：${why}`,
            basis,
          }
        }),
    ),
  )
}

/** Names of other documents are cited as they are. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('“') > before.lastIndexOf('”')
}
