import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatorArguments } from '../../scripts/schema-types.ts'
import { cloneDatabase } from '../support/database.ts'

test('src/lib/db/schema.ts is what the migrations make (npm run schema-types)', async () => {
  const database = await cloneDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'minyi-schema-'))
  try {
    const file = join(folder, 'schema.ts')
    execFileSync(process.execPath, generatorArguments(database.migratorUrl, file))
    expect(readFileSync('src/lib/db/schema.ts', 'utf8')).toBe(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
    await database.drop()
  }
})
