import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { runPackage } from './run.mjs'
import { say } from './say.mjs'

/** Counts of a whole run: every test, and every check (types, lint …) as one. */
export const newTally = () => ({ passed: 0, failed: 0, skipped: 0 })

/** Runs one check, prints how it went, and counts it as one. */
export async function check(tally, zh, en, work) {
  const started = performance.now()
  const { code, output } = await work()
  const took = `${((performance.now() - started) / 1000).toFixed(1)} s`
  if (code !== 0) process.stderr.write(`${output.trimEnd()}\n`)
  say(`${code === 0 ? '✓ 通过' : '✗ 失败'} ${zh}（${took}）`, en)
  tally[code === 0 ? 'passed' : 'failed'] += 1
}

const VITEST_RESULT = 'var/test/vitest.json'
const JOURNEYS_RESULT = 'var/test/journeys.json'

/** Runs vitest (both projects, or with `--project pure`) and counts its tests; a run that reports none has failed. */
export async function countVitest(tally, args = []) {
  clear(VITEST_RESULT)
  const { code } = await runPackage('vitest/vitest.mjs', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${VITEST_RESULT}`,
  ])
  const it = read(VITEST_RESULT)
  add(
    tally,
    code,
    it ? { passed: it.numPassedTests, failed: it.numFailedTests, skipped: it.numPendingTests + it.numTodoTests } : null,
  )
}

/** Runs the journeys in a real browser and counts them. */
export async function countJourneys(tally, chromium) {
  clear(JOURNEYS_RESULT)
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: JOURNEYS_RESULT, MINYI_CHROMIUM: chromium }
  const { code } = await runPackage('@playwright/test/cli.js', ['test', '--reporter=list,json'], { env })
  const stats = read(JOURNEYS_RESULT)?.stats
  add(tally, code, stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped } : null)
}

/** Prints the plain last line and sets the exit status. */
export function conclude({ passed, failed, skipped }) {
  if (skipped > 0) say(`注意：${skipped} 项被跳过。`, `Note: ${skipped} skipped.`)
  process.stdout.write(`${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1
}

function add(tally, code, counts) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  tally.passed += passed
  tally.skipped += skipped
  // A file that does not load, or a server that does not start, fails the run without failing a test.
  tally.failed += code !== 0 && failed === 0 ? 1 : failed
}

function clear(file) {
  mkdirSync(dirname(file), { recursive: true })
  rmSync(file, { force: true })
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
