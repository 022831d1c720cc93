import { runPackage } from './run.mjs'
import { check } from './tally.mjs'

const quiet = { quiet: true }

/** Types, lint and format: seconds, no database. */
export async function runChecks(tally) {
  await check(tally, '类型', 'types', () => runPackage('typescript/bin/tsc', [], quiet))
  await check(tally, '代码规则', 'lint', () => runPackage('oxlint/bin/oxlint', [], quiet))
  await check(tally, '格式', 'format', () => runPackage('oxfmt/bin/oxfmt', ['--check'], quiet))
}
