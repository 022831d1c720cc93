import { takeNumber } from '#kernel/documents/api.ts'
import type { Act } from '#kernel/identity/act.ts'
import type { DateOnly } from '#lib/pure/date.ts'
import type { SuggestionClock } from '../clock.ts'
import type { Change } from '../store.ts'

/**
 * The number of a notice that hands something over (发文字号), from the register of the place's own series. Taken last in the transaction:
 * whoever hands over at the same moment waits for this number, and one that fails gives it to the next.
 */
export async function numberNotice(
  { tx, actor, now }: Act,
  notice: { clock: SuggestionClock; today: DateOnly; reference: string | null },
): Promise<Change & { noticeNumber: string }> {
  const { clock, today, reference } = notice
  const { noticeSeries: series } = clock.profile.vocabulary
  const taking = { series, year: Number(today.slice(0, 4)), subject: `交办通知 ${reference ?? ''}`.trim(), by: actor.id, now }
  return { noticeNumber: await takeNumber(tx, taking), noticedOn: today }
}
