import type { Source } from './sources.ts'
import type { Violation } from './imports.ts'

/** Caps in lines; what a file may not outgrow before it is split (docs/architecture.md). The first pattern that fits counts. */
const caps: readonly (readonly [RegExp, number])[] = [
  [/^src\/lib\/db\/schema\.ts$/, Number.POSITIVE_INFINITY],
  [/\/contract\.ts$/, 300],
  [/\/endpoints\.ts$/, 300],
  [/\/rules\//, 200],
  [/\/actions\//, 100],
  [/routes\.ts$/, 200],
  [/\/(portal|workbench)\/.*\.tsx$/, 280],
  [/./, 350],
]
const FUNCTION_CAP = 50
/** A slice and, each counted by itself, its outlets: pages, papers, files, figures, aids. Dictionaries and presets are data. */
const SLICE_CAP = 6000
const DATA = /words\.ts$|\/presets\//

/** Files over their cap that are allowed for a reason; the list may only shrink. */
export type Exceptions = Readonly<Record<string, { lines: number; reason: string }>>

export function sizeViolations(sources: readonly Source[], exceptions: Exceptions): Violation[] {
  return [
    ...sources.flatMap((it) => fileViolations(it, exceptions)),
    ...sources.flatMap(functionViolations),
    ...sliceViolations(sources),
  ]
}

function fileViolations({ path, text }: Source, exceptions: Exceptions): Violation[] {
  const lines = text.split('\n').length
  const cap = exceptions[path]?.lines ?? caps.find(([pattern]) => pattern.test(path))![1]
  return lines > cap ? [{ file: path, sentence: `${path} has ${lines} lines, its cap is ${cap}: split it by idea` }] : []
}

const FUNCTION_START = /^(?:export )?(?:default )?(?:async )?function\*? (\w+)/

/** Top-level functions end at the first line that is a closing brace alone; the formatter guarantees it. */
function functionViolations({ path, text }: Source): Violation[] {
  const lines = text.split('\n')
  return lines.flatMap((line, start) => {
    const name = FUNCTION_START.exec(line)?.[1]
    if (!name || line.trimEnd().endsWith('}')) return []
    const length = lines.slice(start).findIndex((it) => it === '}') + 1
    const cap = path.endsWith('.tsx') ? FUNCTION_CAP * 2 : FUNCTION_CAP
    return length > cap ? [{ file: path, sentence: `${path}: ${name} has ${length} lines, the cap is ${cap}` }] : []
  })
}

function sliceViolations(sources: readonly Source[]): Violation[] {
  const lines = new Map<string, number>()
  for (const { path, text } of sources) {
    const slice = /^src\/slices\/[\w-]+(\/(workbench|portal|documents|open|import|figures|advice|find))?/.exec(path)?.[0]
    if (slice && !DATA.test(path)) lines.set(slice, (lines.get(slice) ?? 0) + text.split('\n').length)
  }
  return [...lines]
    .filter(([, count]) => count > SLICE_CAP)
    .map(([file, count]) => ({ file, sentence: `${file} has ${count} lines, the cap is ${SLICE_CAP}` }))
}
