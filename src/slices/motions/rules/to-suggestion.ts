import type { Draft } from '../contract.ts'

const MOST_LENGTH = 1000
const MOST_ITEMS = 20

/**
 * The text of the suggestion that a motion becomes: its cause with 建议 in place of 议案, its grounds as the matter, each paragraph of its
 * plan as one concrete request. No word is lost.
 */
export function suggestionTextOf(it: Pick<Draft, 'title' | 'grounds' | 'plan'>): {
  title: string
  matter: string
  requests: string[]
} {
  return { title: it.title.replace(/议案$/, '建议'), matter: it.grounds, requests: requestsOf(it.plan) }
}

function requestsOf(plan: string): string[] {
  const paragraphs = trimmed(plan.split(/\n+/)).flatMap(cut)
  if (paragraphs.length <= MOST_ITEMS) return paragraphs
  const pieces = Math.ceil(plan.length / MOST_LENGTH)
  return trimmed(Array.from({ length: pieces }, (_, at) => plan.slice(at * MOST_LENGTH, (at + 1) * MOST_LENGTH)))
}

function trimmed(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

/** A paragraph longer than a request may be, cut at the last sentence end that fits. */
function cut(paragraph: string): string[] {
  if (paragraph.length <= MOST_LENGTH) return [paragraph]
  const end = paragraph.slice(0, MOST_LENGTH).search(/[。；！？][^。；！？]*$/)
  const at = end < 0 ? MOST_LENGTH : end + 1
  return [paragraph.slice(0, at), ...cut(paragraph.slice(at))]
}
