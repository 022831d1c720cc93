import type { Station } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import type { caseWords } from './case-words.ts'
import { shortDay } from './days.ts'

type Names = (typeof caseWords.zh)['stations']
type Stop = readonly [name: keyof Names, on: string | null | undefined]

/**
 * The lanes of a case: one for each round. A dissatisfied deputy opens the next lane under the first, whose dates stay.
 * `rehandledOn` are the days on which rounds 2, 3 … began.
 */
export function lanesOf(it: Detail, rehandledOn: readonly string[], names: Names, today: string): Station[][] {
  const isLate = it.due?.level === 'overdue'
  return Array.from({ length: it.round }, (_, at) => {
    const round = at + 1
    const stops = stopsOf(it, round, rehandledOn[at - 1])
    const isLast = round === it.round
    const isOver = !isLast || it.status === 'withdrawn'
    const current = isOver ? -1 : stops.findIndex(([, on]) => !on)
    return stops.map(([name, on], place) => ({
      name: names[name],
      state: on ? 'passed' : place === current ? (isLate ? 'late' : 'current') : 'ahead',
      ...(on && { on: shortDay(on, today) }),
    }))
  })
}

function stopsOf(it: Detail, round: number, began: string | undefined): Stop[] {
  const begin: Stop[] =
    round === 1
      ? [
          ['submitted', it.submittedOn],
          ['registered', it.registeredOn],
          ['handedOver', it.handedOverOn],
          ['accepted', it.acceptedOn],
        ]
      : [['rehandled', began ?? null]]
  const answer: Stop[] = [
    ['replied', it.replies.find((reply) => reply.round === round)?.repliedOn],
    ['rated', it.ratings.find((rating) => rating.round === round)?.ratedOn],
  ]
  return [...begin, ...answer, ...(round === it.round ? ([['closed', it.closedOn]] as Stop[]) : [])]
}
