import type { OtherMatter, Written } from './matters.ts'

const MOST_TITLE = 40

/** The two suggestions that one becomes when requests of another matter are taken out. */
export interface Split {
  readonly rest: readonly string[]
  readonly second: Written
}

/**
 * Takes requests out into a text of their own: its title is that of its first request, its matter the sentences that speak of what the
 * requests speak of, or `placeholder` where there are none. A beginning to go on with, never something to submit unread.
 */
export function splitOff(it: Written, others: readonly OtherMatter[], placeholder: string): Split {
  const taken = new Set(others.map(({ at }) => at))
  const requests = it.requests.filter((_, at) => taken.has(at)).map((request) => request.trim())
  const words = others.flatMap((other) => other.words)
  const sentences = it.matter.split(/(?<=[。！？!?\n])/u).filter((sentence) => words.some((word) => sentence.includes(word)))
  const matter = sentences.join('').trim()
  return {
    rest: it.requests.filter((_, at) => !taken.has(at)),
    second: { title: titleFor(requests[0] ?? ''), matter: matter === '' ? placeholder : matter, requests },
  }
}

function titleFor(request: string): string {
  const clause = request.split(/[。；;，,\n]/u)[0] ?? ''
  return `关于${[...clause].slice(0, MOST_TITLE - 5).join('')}的建议`
}
