import { sql } from 'kysely'
import type { Database, Tx } from '#lib/db/tx.ts'
import type { Congress, Period, UnitKind } from './contract.ts'

/** The registry is the only thing read without a tenant: it is what finds the tenant. */
export function findByHost(database: Database, host: string): Promise<Congress | undefined> {
  return database
    .selectFrom('congress.host as h')
    .innerJoin('congress.congress as c', 'c.id', 'h.congress_id')
    .select(['c.id', 'c.name', 'c.short_name as shortName', 'c.slug'])
    .where('h.name', '=', host)
    .executeTakeFirst()
}

export function findBySlug(database: Database, slug: string): Promise<Congress | undefined> {
  return database
    .selectFrom('congress.congress')
    .select(['id', 'name', 'short_name as shortName', 'slug'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

export function listCongresses(database: Database): Promise<Congress[]> {
  return database
    .selectFrom('congress.congress')
    .select(['id', 'name', 'short_name as shortName', 'slug'])
    .orderBy('id')
    .execute()
}

/** The term and, while one sits, the session of `day`; undefined before the first term. */
export async function findPeriod(tx: Tx, day: string): Promise<Period | undefined> {
  const { rows } = await sql<Period>`
    select t.number as term, s.number as session
    from congress.term t
    left join congress.session s on s.congress_id = t.congress_id and s.term = t.number and ${day}::date between s.opens_on and s.closes_on
    where t.congress_id = ${tx.congressId} and t.starts_on <= ${day}::date
    order by t.number desc limit 1`.execute(tx.db)
  return rows[0]
}

/** Every session that is known, in any term. */
export function listOpenings(tx: Tx): Promise<{ term: number; number: number; opensOn: string }[]> {
  return tx.db
    .selectFrom('congress.session')
    .select(['term', 'number', 'opens_on as opensOn'])
    .where('congress_id', '=', tx.congressId)
    .orderBy('opens_on')
    .execute()
}

export interface UnitName {
  id: string
  name: string
  shortName: string
  /** First letters of the name in pinyin, for typing ahead: 市房产局 is `sfcj`. */
  initials: string
  kind: UnitKind
}

/** A unit that is in being on `day`. */
export function findUnit(tx: Tx, id: string, day: string): Promise<UnitName | undefined> {
  return units(tx, day).where('id', '=', id).executeTakeFirst()
}

/** Every unit that is in being on `day`, in official order. */
export function listUnits(tx: Tx, day: string): Promise<UnitName[]> {
  return units(tx, day).orderBy('ordinal').orderBy('id').execute()
}

function units(tx: Tx, day: string) {
  return tx.db
    .selectFrom('congress.unit')
    .select(['id', 'name', 'short_name as shortName', 'initials', sql<UnitKind>`kind`.as('kind')])
    .where('congress_id', '=', tx.congressId)
    .where('starts_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', day)]))
}

export function findDeputy(tx: Tx, id: string): Promise<{ id: string; name: string } | undefined> {
  return tx.db
    .selectFrom('congress.deputy')
    .select(['id', 'name'])
    .where('congress_id', '=', tx.congressId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The delegation tells apart deputies of one name; null where a deputy sits in none on that day. */
export interface DeputyName {
  id: string
  name: string
  delegation: string | null
}

const MOST_FOUND = 20

/** Deputies with a seat on `day` whose name holds `q` or whose initials in pinyin begin with it. */
export async function findDeputies(tx: Tx, q: string, day: string): Promise<DeputyName[]> {
  const plain = q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
  const isOn = (it: string) =>
    sql`${sql.ref(`${it}.starts_on`)} <= ${day}::date and coalesce(${sql.ref(`${it}.ends_on`)}, 'infinity') >= ${day}::date`
  const { rows } = await sql<DeputyName>`
    select d.id, d.name, (
      select b.name from congress.membership m
      join congress.body b on b.congress_id = m.congress_id and b.id = m.body_id and b.kind = 'delegation'
      where m.congress_id = d.congress_id and m.deputy_id = d.id and ${isOn('m')} order by b.term desc limit 1) as delegation
    from congress.deputy d
    where d.congress_id = ${tx.congressId} and (d.name like ${`%${plain}%`} or d.initials like ${`${plain.toLowerCase()}%`})
      and exists (select from congress.seat s where s.congress_id = d.congress_id and s.deputy_id = d.id and ${isOn('s')})
    order by d.name, d.id limit ${MOST_FOUND}`.execute(tx.db)
  return rows
}

/** Every unit there is or ever was, for reading tables of earlier years; those in being first. */
export async function listUnitNames(tx: Tx): Promise<{ id: string; name: string; shortName: string }[]> {
  return tx.db
    .selectFrom('congress.unit')
    .select(['id', 'name', 'short_name as shortName'])
    .where('congress_id', '=', tx.congressId)
    .orderBy(sql`ends_on is not null`)
    .orderBy('ordinal')
    .execute()
}

/** Every deputy there is or ever was, but for those whose import was taken back, with the newest delegation to tell apart those of one name. */
export async function listDeputyNames(tx: Tx): Promise<{ id: string; name: string; hint: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; hint: string | null }>`
    select d.id, d.name, n.name as hint from congress.deputy d
    left join (
      select distinct on (m.deputy_id) m.deputy_id, b.name from congress.membership m
      join congress.body b on b.congress_id = m.congress_id and b.id = m.body_id and b.kind = 'delegation'
      where m.congress_id = ${tx.congressId} order by m.deputy_id, b.term desc, m.starts_on desc
    ) n on n.deputy_id = d.id
    where d.congress_id = ${tx.congressId} and (
      not exists (select from congress.seat s where s.congress_id = d.congress_id and s.deputy_id = d.id)
      or exists (select from congress.seat s where s.congress_id = d.congress_id and s.deputy_id = d.id
        and s.end_reason is distinct from 'import_undone'))
    order by d.id`.execute(tx.db)
  return rows
}

/** The newest value of a setting, whatever its day; undefined where it was never set. */
export async function findSetting(tx: Tx, name: string): Promise<unknown> {
  const row = await tx.db
    .selectFrom('congress.setting')
    .select('value')
    .where('congress_id', '=', tx.congressId)
    .where('name', '=', name)
    .orderBy('effective_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.value
}
