/** What the heat of an issue is made of, so that it can be recomputed by hand. */
export interface Heat {
  /** Points: writers + 1.5 x root of the votes. One decimal. */
  readonly score: number
  readonly messages: number
  /** Different writers; the copies one person sends count once. */
  readonly writers: number
  /** Votes for. */
  readonly votes: number
}

/** From the first to the last message; `days` is the time between them in whole days. */
export interface Span {
  readonly from: string
  readonly to: string
  readonly days: number
}

export interface Counted {
  readonly user: string
  readonly time: string
  readonly up: number
}

/**
 * Heat of an issue. To write takes an effort, to vote is one click: votes count by one and a half times their root, so that 100 votes weigh
 * like 15 writers and one campaign does not bury everything else. The time span is shown beside it and does not change it.
 */
export function heatOf(messages: readonly Counted[]): Heat {
  const writers = new Set(messages.map((message) => message.user)).size
  const votes = messages.reduce((sum, message) => sum + message.up, 0)
  const points = writers + 1.5 * Math.sqrt(votes)
  return { score: Math.round(points * 10) / 10, messages: messages.length, writers, votes }
}

export function spanOf(messages: readonly Pick<Counted, 'time'>[]): Span {
  const times = messages.map((message) => message.time).sort()
  const from = times[0]!
  const to = times[times.length - 1]!
  return { from, to, days: Math.floor((dayNumber(to) - dayNumber(from)) / 86_400_000) }
}

/** Local time as written, without a zone: only differences are used. */
function dayNumber(time: string): number {
  return (
    Date.parse(
      `${time
        .trim()
        .replace(' ', 'T')
        .replace(/(Z|[+-]\d\d:?\d\d)$/, '')}Z`,
    ) ||
    Date.parse(time.slice(0, 10)) ||
    0
  )
}
