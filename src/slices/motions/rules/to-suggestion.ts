import type { Draft } from '../contract.ts'

const MOST_LENGTH = 1000
const MOST_ITEMS = 20

/**
 * The text of the suggestion that a motion becomes: its cause with 建议 in place of 议案, its grounds as the matter, each paragraph of its
 * plan as one concrete request. No word is lost, but for the ordinals that the numbering of requests replaces.
 */
export function suggestionTextOf(it: Pick<Draft, 'title' | 'grounds' | 'plan'>): {
  title: string
  matter: string
  requests: string[]
} {
  return { title: it.title.replace(/议案$/, '建议'), matter: it.grounds, requests: requestsOf(it.plan) }
}

function requestsOf(plan: string): string[] {
  const paragraphs = withoutOrdinals(trimmed(plan.split(/\n+/))).flatMap(cut)
  if (paragraphs.length <= MOST_ITEMS) return paragraphs
  const pieces = Math.ceil(plan.length / MOST_LENGTH)
  return trimmed(Array.from({ length: pieces }, (_, at) => plan.slice(at * MOST_LENGTH, (at + 1) * MOST_LENGTH)))
}

const ORDINAL = /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．])\s*(?=\S)/

/** Requests are numbered by their place: an ordinal that every paragraph begins with would be said twice. */
function withoutOrdinals(paragraphs: readonly string[]): readonly string[] {
  const areMarked = paragraphs.every((line) => ORDINAL.test(line))
  return areMarked ? paragraphs.map((line) => line.replace(ORDINAL, '')) : paragraphs
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
