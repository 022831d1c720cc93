// npm run check: what must be green before every commit, in well under a minute: types, lint, format, and the tests that
// need no database (architecture and rules among them).
import { runChecks } from './prepare/checks.mjs'
import { enterProject, prepare } from './prepare/become.mjs'
import { ensureInstalled } from './prepare/install.mjs'
import { conclude, countVitest, newTally } from './prepare/tally.mjs'

enterProject()
await prepare(() => ensureInstalled({ withTools: true }))
const tally = newTally()
await runChecks(tally)
await countVitest(tally, ['--project', 'pure'])
conclude(tally)
