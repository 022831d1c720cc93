import type pg from 'pg'
import type { Connection } from '#lib/db/connect.ts'
import { inCongress, readCongress, type Tx } from '#lib/db/tx.ts'
import { newId } from '#lib/id.ts'
import { recorder } from '#kernel/audit/api.ts'
import { kind } from '#kernel/audit/contract.ts'
import { findMatching } from '#kernel/search/api.ts'
import { list, listWaiting } from '#slices/suggestions/list-store.ts'
import { summarise } from '#slices/suggestions/reading.ts'
import * as z from 'zod'
import { ms, rate, time } from './measure.ts'

/** One line of the table: what was measured, its baseline in the same run, and the ratio that the goal speaks of. */
export interface Row {
  readonly work: string
  readonly size: string
  readonly ours: string
  readonly baseline: string
  readonly ratio: string
}

const office = { kind: 'office', seesConfidential: true } as const
/** One of sixty units: it leads one suggestion in sixty and helps with some more. */
const unit = { kind: 'unit', unitId: '00000000-0000-7000-8000-000000000007' } as const

/** Lists and dashboards: our way beside the obvious one, on the same rows. */
export async function readingRows(
  { database }: Connection,
  owner: pg.Client,
  count: number,
): Promise<{ rows: Row[]; list: number; dashboard: number }> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => readCongress(database, 1, work)
  const middle = (
    await owner.query<{ id: string }>('select id from suggestions.suggestion where number = $1', [Math.floor(count / 2)])
  ).rows[0]!.id
  const first = await time(() => read((tx) => list(tx, office, { limit: 20 })))
  const deep = await time(() => read((tx) => list(tx, office, { limit: 20, cursor: middle })))
  const offset = await time(
    () =>
      owner.query(
        `select * from suggestions.suggestion where congress_id = 1 and status <> 'draft' order by id desc offset ${Math.floor(count / 2)} limit 21`,
      ),
    10,
    2,
  )
  const ofUnit = await time(() => read((tx) => list(tx, unit, { limit: 20 })))
  const deepOfUnit = await time(() => read((tx) => list(tx, unit, { limit: 20, cursor: middle })))
  const waiting = await time(() => read((tx) => listWaiting(tx, unit, ['assigned', 'accepted'], { limit: 20 })))
  const dashboard = await time(() => read((tx) => summarise(tx)))
  const grouped = await time(
    () => owner.query('select status, unit_id, count(*) from suggestions.suggestion where congress_id = 1 group by 1, 2'),
    10,
    2,
  )
  const size = count.toLocaleString('en')
  return {
    list: deep.p50,
    dashboard: dashboard.p50,
    rows: [
      { work: '列表首页 list, first page', size, ours: `${ms(first.p50)} ms`, baseline: '', ratio: '' },
      {
        work: '列表中段 list, middle by key',
        size,
        ours: `${ms(deep.p50)} ms`,
        baseline: `OFFSET ${ms(offset.p50)} ms`,
        ratio: `${ms(offset.p50 / deep.p50)}×`,
      },
      {
        work: '一个单位的列表：首页、中段、待办 unit: first page, middle, turns',
        size,
        ours: `${ms(ofUnit.p50)}, ${ms(deepOfUnit.p50)}, ${ms(waiting.p50)} ms`,
        baseline: '',
        ratio: '',
      },
      {
        work: '汇总 dashboard totals',
        size,
        ours: `${ms(dashboard.p50)} ms`,
        baseline: `GROUP BY ${ms(grouped.p50)} ms`,
        ratio: `${ms(grouped.p50 / dashboard.p50)}×`,
      },
    ],
  }
}

const fragments = ['小区', '旧小', '电动自', '无障碍', '5g基', '第112号', 'ai课', '不存在的']

/** Chinese search: time, and recall and precision against a scan of every text. */
export async function searchRow({ database }: Connection, owner: pg.Client, count: number): Promise<Row> {
  const search = (fragment: string) =>
    readCongress(database, 1, (tx) => findMatching(tx, { kind: 'suggestion', fragment, before: null, most: 21 }))
  for (const fragment of fragments) await checkHits(owner, fragment, await search(fragment))
  const ours = await time((round) => search(fragments[round % fragments.length]!), 80)
  const scan = await time(
    (round) =>
      owner.query(
        `select subject_id from search.entry where congress_id = 1 and text like '%${fragments[round % 4]}%' order by subject_id limit 1000000`,
      ),
    4,
    0,
  )
  return {
    work: '两字与句中检索 search',
    size: count.toLocaleString('en'),
    ours: `p50 ${ms(ours.p50)} ms, p95 ${ms(ours.p95)} ms`,
    baseline: `LIKE ${ms(scan.p50)} ms`,
    ratio: `${ms(scan.p50 / ours.p50)}×, 查全 1.0 查准 1.0`,
  }
}

async function checkHits(owner: pg.Client, fragment: string, found: readonly string[]): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    'select subject_id as id from search.entry where congress_id = 1 and strpos(text, $1) > 0 order by subject_id desc limit 21',
    [fragment],
  )
  const expected = rows.map((row) => row.id)
  if (JSON.stringify(expected) !== JSON.stringify(found))
    throw new Error(`Search for ${fragment} found ${found.length}, a scan ${expected.length}`)
}

const record = recorder({
  'bench.done': kind({
    payload: z.object({ n: z.number() }),
    visibility: 'internal',
    sentence: { zh: () => '测', en: () => 'Measured' },
  }),
})

/** A change with its event, seal queue, job and live signal, durable, beside single bare INSERTs on the same server. */
export async function eventRow({ database, pool }: Connection, owner: pg.Client): Promise<Row> {
  await owner.query(
    'create table if not exists public.bare (id uuid primary key, at timestamptz not null); grant insert on public.bare to minyi_app',
  )
  const clients = 16
  const seconds = 4
  const bare = await rate(() => pool.query('insert into public.bare values ($1, now())', [newId()]), clients, seconds)
  const ours = await rate(
    () =>
      inCongress(database, 1, (tx) =>
        record(tx, new Date(), { name: 'bench.done', subjectId: newId(), actorId: null, payload: { n: 1 } }),
      ),
    clients,
    seconds,
  )
  return {
    work: `一次改动连同事件 change with event, ${clients} clients`,
    size: 'fsync',
    ours: `${ours.toFixed(0)}/s`,
    baseline: `bare INSERT ${bare.toFixed(0)}/s`,
    ratio: `${(ours / bare).toFixed(2)}×`,
  }
}
