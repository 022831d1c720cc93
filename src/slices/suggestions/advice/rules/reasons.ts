/** The reasons of a proposal by kind; `mining` writes them as one list. */
export interface Reasons {
  readonly duties: string[]
  readonly words: string[]
  /** Ids of past suggestions. */
  readonly past: string[]
}

const PREFIX = { duties: '职责：', words: '用词：', past: '相近办件：' } as const

/** Takes the list apart; what bears no known mark is left out. */
export function reasonsOf(why: readonly string[]): Reasons {
  const having = (prefix: string) => why.filter((it) => it.startsWith(prefix)).map((it) => it.slice(prefix.length))
  return { duties: having(PREFIX.duties), words: having(PREFIX.words), past: having(PREFIX.past) }
}
