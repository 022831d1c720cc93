// npm run schema-types -- URL: writes src/lib/db/schema.ts from a migrated database.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How kysely-codegen is called, here and in the test that compares. */
export function generatorArguments(url: string, file: string): string[] {
  const bin = join(dirname(createRequire(import.meta.url).resolve('kysely-codegen/package.json')), 'dist/cli/bin.js')
  const options = { '--dialect': 'postgres', '--url': url, '--out-file': file, '--date-parser': 'string' }
  const types = ['--type-mapping', '{"int8":"number"}', '--exclude-pattern', '(graphile_worker.*|kysely_*)']
  return [bin, ...Object.entries(options).flat(), ...types]
}

if (process.argv[1]?.endsWith('schema-types.ts')) {
  const url = process.argv[2]
  if (!url) {
    console.error('用法：npm run schema-types -- postgres://minyi_migrator@… （已升级的数据库 a migrated database）')
    process.exit(2)
  }
  execFileSync(process.execPath, generatorArguments(url, 'src/lib/db/schema.ts'), { stdio: 'inherit' })
}
