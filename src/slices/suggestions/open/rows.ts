import { toBeijingDate } from '#lib/pure/date.ts'
import type { FileReading } from '#portal/route.ts'
import { dated, loadClock } from '../clock.ts'
import type { ListQuery } from '../contract.ts'
import { list } from '../list-store.ts'
import type { Suggestion } from '../store.ts'
import { toPublicItem } from '../views.ts'
import type { OpenRow } from './fields.ts'

const BATCH = 500

/** Every public row of a filter, newest first, a batch at a time; each batch is a transaction of its own. */
export async function* openRows(reading: FileReading, filter: Omit<ListQuery, 'limit' | 'cursor'> = {}): AsyncGenerator<OpenRow> {
  const clock = await reading.read((tx) => loadClock(tx, toBeijingDate(reading.now)))
  const toRow = (it: Suggestion): OpenRow => ({
    ...toPublicItem(it),
    dueOn: it.handedOverOn === null ? null : clock.replyDueOn(it),
    url: `${reading.origin}/suggestions/${it.reference}`,
  })
  let cursor: string | undefined
  for (;;) {
    const query = dated({ ...filter, cursor, limit: BATCH - 1 }, clock)
    const rows = await reading.read((tx) => list(tx, { kind: 'public' }, query))
    for (const it of rows) yield toRow(it)
    cursor = rows.at(-1)?.id
    if (rows.length < BATCH) return
  }
}
