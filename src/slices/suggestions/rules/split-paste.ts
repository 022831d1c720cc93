/** What a whole text was split into. `leftOut` holds the lines that the form does not need, so that nothing vanishes silently. */
export interface Split {
  readonly title: string
  readonly matter: string
  readonly requests: readonly string[]
  readonly leftOut: readonly string[]
}

/**
 * Splits the text of a suggestion as deputies write it (北京条例第九条: 标题、情况和问题、具体建议) into the fields of the form: the first
 * short line is the title, a heading such as `具体建议：` or a paragraph that begins `为此，建议` starts the requests, and numbered lines are
 * single requests. What is not recognised stays in the matter; a person checks the result.
 */
export function splitPaste(text: string): Split {
  const lines = linesOf(text)
  const leftOut = lines.filter((line) => KNOWN.test(line))
  const kept = lines.filter((line) => !KNOWN.test(line))
  const { title, rest } = takeTitle(kept)
  const { matter, tail } = cutAtRequests(rest)
  return { title, matter: matter.join('\n'), requests: itemsOf(tail), leftOut }
}

const BLANK = /[\s\u3000\uFEFF]+/g

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replaceAll(BLANK, ' ').trim())
    .filter((line) => line !== '')
}

/** Particulars of the writer, which the account already holds. */
const KNOWN =
  /^(领衔代表|联名代表|附议代表|附议人|提出人|提出代表|建议人|代表团|代表证号|联系电话|联系地址|通讯地址|手机|邮编|工作单位)\s*[:：]/

const MOST_TITLE = 60

function takeTitle(lines: readonly string[]): { title: string; rest: readonly string[] } {
  const [first = '', ...rest] = lines
  const named = /^(?:建议)?(?:标题|题目|案由)\s*[:：]\s*(.*)$/.exec(first)
  if (named) return named[1] ? { title: bare(named[1]), rest } : takeTitle(rest)
  if (first.length > MOST_TITLE || /[。；;！!]$/.test(first) || isHeading(first)) return { title: '', rest: lines }
  return { title: bare(first), rest }
}

function bare(title: string): string {
  return title.replace(/^《(.*)》$/, '$1')
}

const ORDINAL = '(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.．、])?\\s*'
const MATTER_HEADING = new RegExp(`^${ORDINAL}(?:事由|案由|情况和问题|基本情况|情况说明)\\s*(?:[:：]\\s*(.*))?$`)
const REQUEST_HEADING = new RegExp(
  `^${ORDINAL}(?:(?:具体|工作|对策|几点|相关|有关|意见)?(?:建议|对策|措施)(?:和意见|和措施|措施|意见|如下)?)\\s*(?:[:：]\\s*(.*))?$`,
)
const REQUEST_SENTENCE =
  /^(?:为此|因此|鉴于此|综上|对此)?[，,]?\s*(?:特|现|我)?(?:提出(?:以下|如下)(?:几点)?)?建议(?:如下)?[:：]\s*(.*)$/

function isHeading(line: string): boolean {
  return MATTER_HEADING.test(line) || REQUEST_HEADING.test(line)
}

function cutAtRequests(lines: readonly string[]): { matter: string[]; tail: string[] } {
  const at = lines.findIndex((line) => REQUEST_HEADING.test(line) || REQUEST_SENTENCE.test(line))
  if (at < 0) return { matter: lines.flatMap(withoutHeading), tail: [] }
  const start = lines[at]!
  const afterHeading = (REQUEST_HEADING.exec(start) ?? REQUEST_SENTENCE.exec(start))?.[1]
  return {
    matter: lines.slice(0, at).flatMap(withoutHeading),
    tail: [...(afterHeading ? [afterHeading] : []), ...lines.slice(at + 1)],
  }
}

function withoutHeading(line: string): string[] {
  const heading = MATTER_HEADING.exec(line)
  if (!heading) return [line]
  return heading[1] ? [heading[1]] : []
}

/** The ways of numbering, outermost first; the first item decides which one separates requests, the others stay inside them. */
const MARKERS = [
  /^[一二三四五六七八九十]{1,3}[、.．]\s*/,
  /^第[一二三四五六七八九十]{1,3}[，,、]\s*/,
  /^（[一二三四五六七八九十]{1,3}）\s*/,
  /^[一二三四五六七八九十]是/,
  /^\d{1,2}(?:[、．]|\.(?!\d))\s*/,
  /^[（(]\d{1,2}[)）]\s*/,
  /^[①-⑳]\s*/,
]

function itemsOf(lines: readonly string[]): string[] {
  const marker = MARKERS.find((it) => lines.some((line) => it.test(line)) && it.test(lines[0] ?? ''))
  if (!marker) return [...lines]
  return lines
    .flatMap((line) => runTogether(line))
    .reduce<string[]>((items, line) => {
      const last = items.at(-1)
      if (marker.test(line) || last === undefined) return [...items, line.replace(marker, '')]
      return [...items.slice(0, -1), `${last}\n${line}`]
    }, [])
}

/** `1.甲；2.乙；3.丙` in one line are three. */
function runTogether(line: string): string[] {
  return line.split(/(?<=[；;。])\s*(?=\d{1,2}(?:[、．]|\.(?!\d)))/)
}
