/** When a session of a congress opened. */
export interface Opening {
  readonly term: number
  readonly number: number
  /** `YYYY-MM-DD`. */
  readonly opensOn: string
}

/**
 * 年度: the year of the session in which a suggestion was put, or of the last session before it; what comes between two sessions is
 * reported to the next one (代表法 art 51), so January before a session still belongs to the year before. Where the sessions of that
 * time are not known it is the year of the day. `openings` in any order.
 */
export function yearOf(it: { term: number; session: number | null }, day: string, openings: readonly Opening[]): number {
  const own = openings.find(({ term, number }) => term === it.term && number === it.session)
  if (own) return calendarYear(own.opensOn)
  const days = openings.map(({ opensOn }) => opensOn).filter((opensOn) => opensOn <= day)
  const last = days.toSorted().at(-1)
  // A congress meets every year (地方组织法 art 14): an older session is not the last one, only the last one that is known.
  return last && calendarYear(last) >= calendarYear(day) - 1 ? calendarYear(last) : calendarYear(day)
}

function calendarYear(day: string): number {
  return Number(day.slice(0, 4))
}
