import type { Clock, Term } from '#kernel/procedure/contract.ts'
import type { DateOnly } from '#lib/pure/date.ts'

/** The clock of a committee's opinion: day 0 is the day on which the motion was sent to it (上海市人民代表大会关于代表议案的规定 art 10). */
export function opinionClock(sentOn: DateOnly, term: Term, givenOn: DateOnly | null): Clock {
  return {
    startsOn: sentOn,
    startsAt: { zh: '交委员会', en: 'sent to the committee' },
    term,
    extensions: [],
    ...(givenOn !== null && { stoppedOn: givenOn }),
    stopsAt: { zh: '提出意见', en: 'opinion given' },
  }
}
