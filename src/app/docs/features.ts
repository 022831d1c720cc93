import { readdirSync, readFileSync } from 'node:fs'
import * as z from 'zod'

const Feature = z.object({
  id: z.string(),
  feature: z.string(),
  due: z.enum(['must', 'beyond']),
  state: z.enum(['done', 'part', 'no']),
  where: z.string(),
})

const TEST_FOLDERS = ['src', 'tests', 'db', 'bench']
const MOST_TESTS = 6
const states = { done: '✓', part: '◐', no: '' }

/** `docs/features.md`: every feature of `docs/features.json` with its code and the tests whose titles begin with its ID. */
export function featuresDoc(): string {
  const features = Feature.array().parse(JSON.parse(readFileSync('docs/features.json', 'utf8')))
  const tests = testsByFeature()
  const rows = features.map((it) => {
    const shown = (tests.get(it.id) ?? []).slice(0, MOST_TESTS).map((path) => `\`${path}\``)
    return `| ${it.id} | ${it.feature} | ${it.due} | ${states[it.state]} | ${it.where} | ${shown.join('<br>')} |`
  })
  const head = '| ID | Feature | Due | State | Where | Tests |\n| --- | --- | --- | --- | --- | --- |'
  return `# Features\n\n✓ works, ◐ works in part (see Where), empty: not begun. The list is \`docs/features.json\`; tests are found by the ID in their titles.\n\n${[head, ...rows].join('\n')}\n`
}

/** Feature ID → test files that name it in a title. */
function testsByFeature(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const path of testFiles()) {
    const ids = new Set(readFileSync(path, 'utf8').match(/\b(?:LEG|LED|SUG|DUT|PLT)-\d\d\b/g) ?? [])
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), path])
  }
  return found
}

function testFiles(): string[] {
  return TEST_FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
    .filter((path) => /\.(test|spec|journey)\.tsx?$/.test(path))
    .toSorted()
}
