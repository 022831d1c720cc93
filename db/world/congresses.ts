import { listCongresses } from '#kernel/congress/api.ts'
import { connect } from '#lib/db/connect.ts'
import { readCongress, type Database, type Tx } from '#lib/db/tx.ts'
import { at, WORLD_NOW } from './moment.ts'
import type { TermDays } from './people.ts'
import { insertRows } from './rows.ts'

export const CITY = 1
export const PROVINCE = 2
const names = { [CITY]: '示例市人民代表大会', [PROVINCE]: '示例省人民代表大会' } as const

/** The city's own hosts, and those by which a browser on the same machine finds the program. */
const hosts: readonly [name: string, congressId: number][] = [
  ['city.localhost', CITY],
  ['localhost', CITY],
  ['127.0.0.1', CITY],
  ['province.localhost', PROVINCE],
]

/** A term with its sessions, as `[opens, closes]`. */
export interface Term extends TermDays {
  readonly sessions: readonly (readonly [string, string])[]
}

/** Enters the two congresses and their hosts; the program's own login may only read these. Does nothing where they stand. */
export async function registerCongresses(migratorUrl: string): Promise<void> {
  const { database, close } = connect(migratorUrl, { max: 1 })
  try {
    await database.transaction().execute(async (db) => {
      const created_at = at('2022-01-01', 9)
      const province = { name: names[PROVINCE], short_name: '示例省人大', slug: 'province', area_code: '990000' }
      const city = { name: names[CITY], short_name: '示例市人大', slug: 'city', area_code: '990100' }
      await db
        .insertInto('congress.congress')
        .values([
          { id: PROVINCE, parent_id: null, level: 'province', ...province, created_at },
          { id: CITY, parent_id: PROVINCE, level: 'city', ...city, created_at },
        ])
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      await db
        .insertInto('congress.host')
        .values(hosts.map(([name, congress_id]) => ({ name, congress_id })))
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute()
    })
  } finally {
    await close()
  }
}

/** Congresses in the registry that are not of this world: then the database is somebody's, and nothing is loaded. */
export async function findStrangers(database: Database): Promise<string[]> {
  const own: Readonly<Record<number, string>> = names
  return (await listCongresses(database)).filter((it) => own[it.id] !== it.name).map((it) => it.name)
}

/** Claims the congress for the world: false where it was filled before, or another copy is filling it and ended first. */
export async function claim(tx: Tx, loadedAt: Date): Promise<boolean> {
  const value = JSON.stringify({ worldNow: WORLD_NOW.toISOString(), loadedAt: loadedAt.toISOString() })
  const claimed = await tx.db
    .insertInto('congress.setting')
    .values({ congress_id: tx.congressId, name: DEMO_CLOCK, effective_on: '2022-09-27', value, set_at: WORLD_NOW })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst()
  return claimed !== undefined
}

/** The congresses of the world that no load has filled to the end. */
export async function findUnfilled(database: Database): Promise<number[]> {
  const unfilled: number[] = []
  for (const id of [CITY, PROVINCE]) {
    const claimed = await readCongress(database, id, (tx) =>
      tx.db.selectFrom('congress.setting').select('name').where('congress_id', '=', id).where('name', '=', DEMO_CLOCK).executeTakeFirst(),
    )
    if (!claimed) unfilled.push(id)
  }
  return unfilled
}

/** The setting from which the program in demo mode takes its clock: `{ worldNow, loadedAt }`, both ISO instants. */
export const DEMO_CLOCK = 'demo.clock'

export async function insertTerms(tx: Tx, terms: readonly Term[]): Promise<void> {
  const days = terms.map(({ number, startsOn, endsOn }) => ({ number, starts_on: startsOn, ends_on: endsOn }))
  await insertRows(tx, 'congress.term', days)
  const sessions = terms.flatMap((term) =>
    term.sessions.map(([opens_on, closes_on], index) => ({
      term: term.number,
      number: index + 1,
      title: `第${'一二三四五'[index]}次会议`,
      opens_on,
      closes_on,
    })),
  )
  await insertRows(tx, 'congress.session', sessions)
}
