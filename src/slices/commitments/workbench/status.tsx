import { StatusTag, useWords } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { words } from '../words.ts'
import { workbenchWords } from './words.ts'

/** Where a promise stands: shape, word and colour (product 7.1). */
export function CommitmentStatus({ it }: { it: Pick<Item, 'status' | 'standing'> }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const kind = markOf(it)
  const word = kind === 'late' ? t.late : kind === 'near' ? t.near : w.status[it.status]
  return <StatusTag kind={kind} word={word} />
}

function markOf({ status, standing }: Pick<Item, 'status' | 'standing'>) {
  if (status === 'kept') return 'done'
  if (status === 'not_kept') return 'attention'
  if (status === 'superseded') return 'idle'
  return standing.level === 'overdue' ? 'late' : standing.level === 'near' ? 'near' : 'normal'
}

/** How far the date is, and the first one where it was moved; nothing for what is no longer tracked. */
export function DueLine({ it }: { it: Item }) {
  const t = useWords(workbenchWords)
  if (it.status === 'superseded') return null
  return (
    <>
      {it.standing.left}
      {it.carries > 0 && (
        <span className="hint">
          {t.carriedTimes(it.carries)} · {t.carriedFrom(it.firstDueOn)}
        </span>
      )}
    </>
  )
}

/** What is asked for and has not come, and how the yearly report was rated. */
export function useNotes(): (it: Item) => string[] {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  return ({ askedOn, wantedYear, yearly, allowed }) => [
    ...(askedOn ? [t.askedOn(askedOn)] : []),
    ...(wantedYear ? [t.wanted(wantedYear)] : []),
    ...(yearly?.rating ? [t.yearlyRated(yearly.year, w.satisfaction[yearly.rating.satisfaction])] : []),
    ...(yearly && !yearly.rating && !allowed.includes('rate') ? [yearlyNote(yearly)] : []),
  ]

  function yearlyNote({ year, rateBy, isOpenForRating }: NonNullable<Item['yearly']>): string {
    return isOpenForRating ? t.yearlyWaiting(year, rateBy) : t.yearlyUnrated(year)
  }
}
