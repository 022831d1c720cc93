import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { connect, type Connection } from '#lib/db/connect.ts'
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { fillTo } from './fill.ts'
import { eventRow, readingRows, searchRow, type Row } from './rows.ts'
import { similarRow } from './similar.ts'

const sizes = process.argv.includes('--quick') ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]

const dataDir = await mkdtemp(join(tmpdir(), 'minyi-bench-'))
const log = { info: () => {}, warn: console.error, error: console.error }
const server = await startEmbedded({ dataDir, mode: 'durable', log })
try {
  await migrate(server.migratorUrl)
  const connection = connect(server.appUrl, { max: 16 })
  const owner = new Client({ connectionString: server.migratorUrl })
  await owner.connect()
  const table = await measureAll(connection, owner)
  await owner.end()
  await connection.close()
  console.log(table)
  await writeFile('bench/results/latest.md', `${table}\n`)
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

async function measureAll(connection: Connection, owner: Client): Promise<string> {
  const rows: Row[] = []
  const growth: { list: number; dashboard: number }[] = []
  for (const size of sizes) {
    console.error(`装入 ${size.toLocaleString('en')} 件……`)
    await fillTo(owner, size)
    const reading = await readingRows(connection, owner, size)
    growth.push(reading)
    rows.push(...reading.rows, await searchRow(connection, owner, size), await similarRow(connection, size))
  }
  rows.push(await eventRow(connection, owner))
  const [first, last] = [growth[0]!, growth.at(-1)!]
  const span = `${sizes[0]!.toLocaleString('en')} → ${sizes.at(-1)!.toLocaleString('en')}`
  rows.push({
    work: '列表增长 growth of the list',
    size: span,
    ours: `${(last.list / first.list).toFixed(2)}×`,
    baseline: '目标 goal ≤ 2×',
    ratio: '',
  })
  rows.push({
    work: '汇总增长 growth of the totals',
    size: span,
    ours: `${(last.dashboard / first.dashboard).toFixed(2)}×`,
    baseline: '目标 goal ≤ 2×',
    ratio: '',
  })
  return toTable(rows)
}

function toTable(rows: readonly Row[]): string {
  const head = '| 工作 Work | 规模 Size | 本系统 Ours | 同次基线 Baseline | 比值 Ratio |\n| --- | --- | --- | --- | --- |'
  return [head, ...rows.map((it) => `| ${it.work} | ${it.size} | ${it.ours} | ${it.baseline} | ${it.ratio} |`)].join('\n')
}
