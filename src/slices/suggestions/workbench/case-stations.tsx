import { Timeline, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { useCommitmentsOf, useTimeline } from './calls.ts'
import { caseWords } from './case-words.ts'
import { beijingDay } from '#lib/pure/moment.ts'
import { lanesOf, type Following } from './stations.ts'
import { useToday } from './use-today.ts'

/** The stations that were passed with their days, and where the case is now; a lane for each round. */
export function CaseStations({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const events = useTimeline(it.id).data?.items ?? []
  const rehandledOn = events.filter(({ name }) => name === 'suggestion.rehandled').map(({ at }) => beijingDay(at))
  const lanes = lanesOf(it, { rehandledOn, following: useFollowing(it), today: useToday() }, t.stations)
  return lanes.map((stations, at) => (
    // Rounds are counted from one and never move.
    <div className="lane" key={at}>
      {lanes.length > 1 && <p className="hint">{t.lane(at + 1)}</p>}
      <Timeline label={lanes.length > 1 ? t.lane(at + 1) : t.timeline} stations={stations} />
    </div>
  ))
}

/** What a reply promised is followed up after the case is closed. */
function useFollowing(it: Detail): Following {
  const promises = useCommitmentsOf(it.id, it.replies.length > 0).data?.items ?? []
  const current = promises.filter(({ status }) => status !== 'superseded')
  if (current.length === 0) return 'none'
  return current.some(({ status }) => status === 'open') ? 'open' : 'settled'
}
