// npm test: everything, from a fresh clone: checks, build, all tests on real PostgreSQL, journeys in a real browser.
// A part that fails does not hide the parts after it; the last line counts them all.
import { build, isBuilt } from './prepare/build.mjs'
import { enterProject, prepare } from './prepare/become.mjs'
import { runChecks } from './prepare/checks.mjs'
import { ensureInstalled } from './prepare/install.mjs'
import { complain, ensureSystemTools } from './prepare/system-tools.mjs'
import { check, conclude, countJourneys, countVitest, newTally } from './prepare/tally.mjs'

enterProject()
await prepare(() => ensureInstalled({ withTools: true }))
const tools = await ensureSystemTools()
const tally = newTally()
await runChecks(tally)
await check(tally, '构建', 'build', () => (isBuilt() ? { code: 0, output: '' } : build()))
await countVitest(tally)
if (tools.chromium && isBuilt()) await countJourneys(tally, tools.chromium)
else tally.failed += 1
if (!tools.chromium || tools.missing.length > 0) {
  complain(tools)
  tally.failed += tools.missing.length
}
conclude(tally)
