import { join } from 'node:path'
import { verify } from '#kernel/audit/api.ts'
import { listCongresses } from '#kernel/congress/api.ts'
import { withDatabase } from './with-database.ts'

/** Walks the seals of every congress; ends with 1 when a single record is not as it was sealed. */
export async function verifyCommand(args: readonly string[]): Promise<number> {
  const results = await withDatabase(async ({ database }, config) => {
    const congresses = await listCongresses(database)
    const directory = join(config.MINYI_DATA_DIR, 'anchors')
    return Promise.all(congresses.map(async ({ id, name }) => ({ name, ...(await verify(database, id, directory)) })))
  })
  if (args.includes('--json')) results.forEach((it) => console.log(JSON.stringify(it)))
  else
    results.forEach((it) =>
      console.log(`${it.name}：核对 ${it.checked} 条，库外存证 ${it.anchors} 处，问题 ${it.findings.length} 处`),
    )
  const findings = results.flatMap((it) => it.findings)
  findings.forEach((it) => console.error(it.sentence))
  return findings.length === 0 ? 0 : 1
}
