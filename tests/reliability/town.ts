import { sealPending, verify } from '#kernel/audit/api.ts'
import { openSession } from '#kernel/identity/api.ts'
import { connect } from '#lib/db/connect.ts'
import { inCongress } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { CITY, foundCongresses, furnish, settle } from '../support/house.ts'
import type { Session, Write } from './client.ts'

export interface Urls {
  readonly appUrl: string
  readonly migratorUrl: string
}

/** A city congress with so many deputies and one clerk, all signed in now. */
export async function foundTown(
  { appUrl, migratorUrl }: Urls,
  deputies: number,
): Promise<{ deputies: Session[]; clerk: Session }> {
  await foundCongresses(migratorUrl)
  const { database, close } = connect(appUrl, { max: 1 })
  try {
    return await inCongress(database, CITY, async (tx) => {
      await furnish(tx, { housing: newId(), transport: newId() })
      const sessions: Session[] = []
      for (const role of [...Array.from({ length: deputies }, () => 'deputy' as const), 'deputies_affairs' as const]) {
        const { accountId } = await settle(tx, role, {})
        sessions.push(await openSession(tx, accountId, 'test', new Date()))
      }
      return { deputies: sessions.slice(0, -1), clerk: sessions.at(-1)! }
    })
  } finally {
    await close()
  }
}

export interface Found {
  /** Writes that were acknowledged and are not there. */
  readonly lost: string[]
  /** Writes that are there more than once, or that were answered with two ids. */
  readonly doubled: string[]
  /** Rows that no client wrote. */
  readonly strange: string[]
  /** Writes without exactly one event of their own. */
  readonly unrecorded: string[]
  /** What the audit chain says. */
  readonly findings: string[]
}

export const nothingWrong: Found = { lost: [], doubled: [], strange: [], unrecorded: [], findings: [] }

/** Holds the clients' log against the database. */
export async function compare({ appUrl, migratorUrl }: Urls, log: readonly Write[], anchors: string): Promise<Found> {
  const owner = connect(migratorUrl, { max: 1 })
  const { rows } = await owner.pool.query<{ id: string; title: string; events: number }>(`
    select s.id, s.title, (select count(*)::int from audit.event e where e.congress_id = s.congress_id and e.subject_id = s.id) as events
    from suggestions.suggestion s where s.title like '建议 %'`)
  await owner.close()
  const idsByTitle = groupedByTitle(rows)
  const titles = new Set(log.map((it) => it.title))
  return {
    lost: log.filter((it) => it.ids.some((id) => !idsByTitle.get(it.title)?.some((row) => row.id === id))).map((it) => it.key),
    doubled: log.filter((it) => (idsByTitle.get(it.title)?.length ?? 0) > 1 || new Set(it.ids).size > 1).map((it) => it.key),
    strange: rows.filter((it) => !titles.has(it.title)).map((it) => it.title),
    unrecorded: rows.filter((it) => it.events !== 1).map((it) => it.title),
    findings: await walkChain(appUrl, anchors),
  }
}

async function walkChain(appUrl: string, anchors: string): Promise<string[]> {
  const { database, close } = connect(appUrl, { max: 1 })
  try {
    await sealPending(database, CITY, new Date())
    const { findings, checked } = await verify(database, CITY, anchors)
    return checked > 0 ? findings.map((it) => it.sentence) : ['nothing was sealed']
  } finally {
    await close()
  }
}

function groupedByTitle<T extends { title: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.title, [...(groups.get(row.title) ?? []), row])
  return groups
}
