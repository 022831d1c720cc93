import type { Violation } from './imports.ts'
import type { Source } from './sources.ts'

const EMPTY_WORDS = /(^|[-/])(utils?|helpers?|managers?|services?|misc)([-./]|$)|\/commons?[./]/

/** File names are kebab-case and say what they hold; words that fit everything say nothing. */
export function nameViolations(sources: readonly Source[]): Violation[] {
  return sources.flatMap(({ path }) => {
    const name = path.split('/').at(-1)!
    if (EMPTY_WORDS.test(path)) return [{ file: path, sentence: `${path}: a name that fits everything; say what it holds` }]
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(name))
      return [{ file: path, sentence: `${path}: file names are kebab-case` }]
    return []
  })
}
