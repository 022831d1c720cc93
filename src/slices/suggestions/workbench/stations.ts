import type { Station } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import type { caseWords } from './case-words.ts'
import { shortDay } from '#lib/pure/moment.ts'

type Names = (typeof caseWords.zh)['stations']
/** A station with its day; passed without one where the day is not told (a rating that is sealed). */
type Stop = readonly [name: keyof Names, on: string | null | undefined, isPassed?: boolean]

/** What the promises of a case stand at: none were made, some are open, or all are settled. */
export type Following = 'none' | 'open' | 'settled'

/**
 * The lanes of a case: one for each round. A dissatisfied deputy opens the next lane under the first, whose dates stay.
 * `rehandledOn` are the days on which rounds 2, 3 … began.
 */
export function lanesOf(
  it: Detail,
  { rehandledOn, following, today }: { rehandledOn: readonly string[]; following: Following; today: string },
  names: Names,
): Station[][] {
  const isLate = it.due?.level === 'overdue'
  return Array.from({ length: it.round }, (_, at) => {
    const round = at + 1
    const stops = stopsOf(it, round, rehandledOn[at - 1], following)
    const isOver = round !== it.round || stopped.includes(it.status)
    const current = isOver ? -1 : stops.findIndex(([, on, isPassed]) => !on && !isPassed)
    return stops.map(([name, on, isPassed], place) => ({
      name: names[name],
      state: on || isPassed ? 'passed' : place === current ? (isLate ? 'late' : 'current') : 'ahead',
      ...(on && { on: shortDay(on, today) }),
    }))
  })
}

const stopped: readonly Detail['status'][] = ['withdrawn', 'declined', 'passed_on']

function stopsOf(it: Detail, round: number, began: string | undefined, following: Following): Stop[] {
  const isLast = round === it.round
  const begin: Stop[] =
    round === 1
      ? [
          ['submitted', it.submittedOn],
          ['registered', it.registeredOn],
          ['handedOver', it.handedOverOn],
          ['accepted', it.acceptedOn],
          ...opinionStop(it),
        ]
      : [['rehandled', began ?? null]]
  const isSettled = !isLast || it.status === 'closed' || it.status === 'unrated'
  const isRated = isLast && it.status !== 'unrated' && (it.isRatingSealed || it.status === 'escalated')
  const answer: Stop[] = [
    ['replied', repliedIn(it, round)],
    ['rated', it.ratings.find((rating) => rating.round === round)?.ratedOn, isRated || isSettled],
  ]
  const end: Stop[] = isLast ? [['closed', it.closedOn, it.status === 'unrated']] : []
  const follow: Stop[] =
    isLast && following !== 'none' ? [['followed', null, following === 'settled' && it.closedOn !== null]] : []
  return [...begin, ...answer, ...end, ...follow]
}

/** 会办, where others were asked: passed with the last opinion, or with the reply that did not wait for it. */
function opinionStop({ handlers, repliedOn }: Detail): Stop[] {
  const asked = handlers.filter(({ part, status }) => part === 'co' && status !== 'released')
  if (asked.length === 0) return []
  const given = asked.map(({ opinion }) => opinion?.givenOn)
  const last = given.every(Boolean) ? given.toSorted().at(-1) : null
  return [['opinion', last, repliedOn !== null]]
}

/** The day of the last answer of a round; not before all units have answered in the present one. */
function repliedIn(it: Detail, round: number): string | null {
  const isOpen = round === it.round && (it.status === 'assigned' || it.status === 'objected' || it.status === 'accepted')
  if (isOpen) return null
  return it.replies.findLast((reply) => reply.round === round)?.repliedOn ?? null
}
