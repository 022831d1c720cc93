/** Brackets, quotation marks and 《》 that open and do not close, or the other way round, within one 款 or 项. */

import type { LawText } from '../types.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'

const closing: Record<string, string> = {
  '）': '（',
  ')': '（',
  '》': '《',
  '”': '“',
  '〉': '〈',
  '』': '『',
  '」': '「',
  '】': '【',
}
const opening: Record<string, string> = {
  '（': '（',
  '(': '（',
  '《': '《',
  '“': '“',
  '〈': '〈',
  '『': '『',
  '「': '「',
  '【': '【',
}

/** One finding for each mark without its partner. */
export function unpairedMarks(law: LawText): LintFinding[] {
  return textsOf(law).flatMap(({ text, start, where }) =>
    unpaired(text).map((at) => ({
      rule: 'unpaired-mark',
      severity: 'warning' as const,
      start: start + at,
      end: start + at + 1,
      where,
      found: text.charAt(at),
      message: `“${text.charAt(at)}”没有成对`,
      basis: `${norms.first}第12项：标点符号的使用`,
    })),
  )
}

function unpaired(text: string): number[] {
  const open: { mark: string; at: number }[] = []
  const lone: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at)
    const opens = opening[mark]
    if (opens) open.push({ mark: opens, at })
    else if (closing[mark]) {
      const last = open.findLastIndex((one) => one.mark === closing[mark])
      if (last < 0) lone.push(at)
      else open.splice(last, 1)
    }
  }
  return [...lone, ...open.map(({ at }) => at)].sort((a, b) => a - b)
}
