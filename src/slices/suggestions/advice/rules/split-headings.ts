/** A heading that the form prints itself, what follows it on the same line, and the field that it opens. */
export interface Heading {
  readonly label: string
  readonly rest: string
  readonly opens: 'matter' | 'request'
}

const ORDINAL = '(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|\\d{1,2}[.．、])?\\s*'
/** The form's own words for its second field. */
const MATTER = new RegExp(`^(${ORDINAL}(?:事由|案由|案据|情况和问题|事由（情况和问题）)\\s*(?:[:：]|$))\\s*(.*)$`)
/** What leads back from the requests to the situation, where the requests stand first. */
const SITUATION = new RegExp(
  `^(${ORDINAL}(?:事由|案由|案据|理由|基本情况|情况说明|情况和问题|存在的?(?:主要)?问题|现状|原因分析)\\s*(?:[:：]|$))\\s*(.*)$`,
)
const REQUESTS = new RegExp(
  `^(${ORDINAL}(?:(?:(?:具体|工作|对策|几点|相关|有关|意见)?(?:建议|对策|措施)(?:和意见|和措施|措施|意见|内容|如下)?)|方案)\\s*(?:[:：]|$))\\s*(.*)$`,
)
const SO = '(?:为此|因此|鉴于此|综上|对此|基于上述情况|针对(?:以上|上述)(?:问题|情况))'
const WISH = '(?:特|现|我|我们)?(?:提出(?:以下|如下)?(?:几点|[一二三四五六七八九十]点|[一二三四五六七八九十]条)?)?建议(?:如下)?'
const SENTENCE = new RegExp(`^(${SO}?[，,]?\\s*${WISH}[:：])\\s*(.*)$`)
/** `为此，建议市政府……` asks at once; without a colon the words after 建议 are the request. */
const ASKING = new RegExp(`^(${SO}[，,]\\s*${WISH})(?![:：])\\s*(.+)$`)

/** A paragraph that comes to its requests in the middle is two. */
export const SENTENCE_INSIDE = new RegExp(`(?<=[。！？；])\\s*(?=${SO}[，,]?\\s*${WISH}[:：])`, 'u')

/** The heading that a line is, seen from the field in which it stands; null for a line of text. */
export function headingOf(line: string, field: 'matter' | 'request'): Heading | null {
  const requests = REQUESTS.exec(line) ?? SENTENCE.exec(line) ?? (field === 'matter' ? ASKING.exec(line) : null)
  if (requests) return { label: requests[1]!, rest: requests[2]!, opens: 'request' }
  const matter = (field === 'matter' ? MATTER : SITUATION).exec(line)
  return matter ? { label: matter[1]!, rest: matter[2]!, opens: 'matter' } : null
}
