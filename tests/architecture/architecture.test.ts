import { expect, test } from 'vitest'
import { manifests } from '#app/slices.ts'
import { importsOf, importViolations } from './imports.ts'
import { nameViolations } from './names.ts'
import { ownershipViolations } from './ownership.ts'
import { sizeViolations } from './sizes.ts'
import { readSources } from './sources.ts'

const sources = readSources()
const sentences = (violations: readonly { sentence: string }[]) => violations.map((it) => it.sentence)

test('every import follows the tree', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sentences(importViolations(sources.flatMap((it) => importsOf(it.path, it.text))))).toEqual([])
})

test('no file, function or slice outgrows its cap', () => {
  expect(sentences(sizeViolations(sources, {}))).toEqual([])
})

test('names say what a thing is', () => {
  expect(sentences(nameViolations(sources))).toEqual([])
})

test('a store writes only the schema of its own module', () => {
  expect(sentences(ownershipViolations(sources))).toEqual([])
})

test('every operation has an audience, a sentence and a path of its own', () => {
  const operations = manifests.flatMap((it) => Object.values(it.contract))
  expect(operations.length).toBeGreaterThan(20)
  const paths = operations.map((it) => `${it.method} ${it.path}`)
  expect(new Set(paths).size).toBe(paths.length)
  for (const it of operations) {
    expect(it.audience.length, it.path).toBeGreaterThan(0)
    expect(it.summary, it.path).not.toBe('')
  }
})

test('every event name is noun.participle and belongs to one module', () => {
  const names = manifests.flatMap((it) => Object.keys(it.events))
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z][\w-]*\.[a-z][\w-]*$/)
})

// Each guard is itself tested: a planted violation must turn it red.
test.each([
  ['src/lib/pure/x.ts', "import { a } from '#lib/db/tx.ts'", 'lib/pure stands on itself'],
  ['src/lib/http/x.ts', "import { a } from '#kernel/audit/api.ts'", 'lib knows no domain'],
  ['src/kernel/audit/x.ts', "import { a } from '#slices/suggestions/api.ts'", 'the kernel knows no slice'],
  ['src/kernel/audit/x.ts', "import { a } from '#kernel/identity/session.ts'", 'through its api.ts'],
  ['src/kernel/audit/x.ts', "import { a } from '#app/config.ts'", 'composition root'],
  ['src/slices/suggestions/x.ts', "import { a } from '#kernel/audit/record.ts'", 'through its api.ts'],
  ['src/slices/suggestions/x.ts', "import { a } from '#slices/performance/api.ts'", 'no arrow leads'],
  ['src/slices/voices/x.ts', "import { a } from '#slices/suggestions/store.ts'", 'through its api.ts'],
  ['src/slices/suggestions/views.ts', "import { sql } from 'kysely'", 'SQL stays in stores'],
  ['src/slices/suggestions/views.ts', "import Fastify from 'fastify'", 'the HTTP framework'],
  ['src/slices/suggestions/rules/x.ts', "import { readFile } from 'node:fs'", 'neither Node nor the DOM'],
  ['src/slices/suggestions/rules/x.ts', "import { find } from '../store.ts'", 'contracts and rules stand on'],
  ['src/slices/suggestions/portal/x.tsx', "import { Table } from 'antd'", 'the UI library'],
  ['src/slices/suggestions/workbench/x.tsx', "import { find } from '../store.ts'", 'pages never touch stores'],
  ['src/slices/suggestions/workbench/x.tsx', "import { a } from '#lib/db/tx.ts'", 'runs in a browser'],
])('a planted import is found: %s %s', (path, text, sentence) => {
  expect(sentences(importViolations(importsOf(path, text)))).toEqual([expect.stringContaining(sentence)])
})

test('planted sizes, names and foreign writes are found', () => {
  const long = 'x\n'.repeat(201)
  expect(sizeViolations([{ path: 'src/slices/a/rules/x.ts', text: long }], {})).toHaveLength(1)
  const body = `function far() {\n${'  x()\n'.repeat(60)}}\n`
  expect(sizeViolations([{ path: 'src/kernel/a/x.ts', text: body }], {})).toHaveLength(1)
  expect(nameViolations([{ path: 'src/kernel/audit/event-utils.ts', text: '' }])).toHaveLength(1)
  expect(nameViolations([{ path: 'src/kernel/audit/EventList.ts', text: '' }])).toHaveLength(1)
  const write = "tx.db.insertInto('congress.unit')"
  expect(ownershipViolations([{ path: 'src/slices/suggestions/store.ts', text: write }])).toHaveLength(1)
  expect(
    ownershipViolations([{ path: 'src/slices/suggestions/store.ts', text: 'await sql`delete from audit.event`' }]),
  ).toHaveLength(1)
})
