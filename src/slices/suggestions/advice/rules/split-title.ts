import { headingOf } from './split-headings.ts'
import type { Piece } from './split-paste.ts'

/** The pieces up to and with the title, and the lines behind it. */
export interface Titled {
  readonly before: readonly Piece[]
  readonly rest: readonly string[]
}

const MOST_TITLE = 60
/** A form has its own name and number above the title. */
const MOST_ABOVE = 8
const MOST_HEAD = 30
const NAMED = /^((?:建议)?(?:标\s?题|题\s?目|案\s?由|名\s?称)\s*[:：])\s*(.*)$/
/** The cell of a form that says what stands in the next one. */
const CELL = /^(?:建议)?(?:标\s?题|题\s?目|案\s?由|名\s?称)$/
const FULL = /^《?关于.{2,}的(?:建议|意见|批评|议案)(?:、批评和意见)?》?$/

/** Finds the title: the line that is called so, the line `关于……的建议`, or else a short first line. Lines above it are left out, not lost. */
export function findTitle(lines: readonly string[], isParticular: (line: string) => boolean): Titled {
  return called(lines, isParticular) ?? full(lines, isParticular) ?? first(lines, isParticular)
}

type Is = (line: string) => boolean

function called(lines: readonly string[], isParticular: Is): Titled | null {
  const at = lines.slice(0, MOST_ABOVE).findIndex((line) => NAMED.test(line) || CELL.test(line))
  if (at < 0 || !isHead(lines.slice(0, at), isParticular)) return null
  const [, label = lines[at]!, same = ''] = NAMED.exec(lines[at]!) ?? []
  const name = same === '' ? (lines[at + 1] ?? '') : same
  if (name === '' || name.length > MOST_TITLE || isParticular(name)) return null
  const before: Piece[] = [...above(lines.slice(0, at)), { place: 'label', text: label }, ...named(name)]
  return { before, rest: lines.slice(same === '' ? at + 2 : at + 1) }
}

function full(lines: readonly string[], isParticular: Is): Titled | null {
  for (let at = 0; at < Math.min(lines.length, MOST_ABOVE); at += 1) {
    for (const count of [1, 2]) {
      const parts = lines.slice(at, at + count)
      const whole = parts.join('')
      if (parts.length < count || whole.length > MOST_TITLE || !FULL.test(whole)) continue
      if (!isHead(lines.slice(0, at), isParticular)) return null
      const before: Piece[] = [...above(lines.slice(0, at)), ...parts.flatMap((part) => named(part))]
      return { before, rest: lines.slice(at + count) }
    }
  }
  return null
}

function first(lines: readonly string[], isParticular: Is): Titled {
  const at = lines.findIndex((line) => !isParticular(line))
  const line = lines[at] ?? ''
  if (at < 0 || line.length > MOST_TITLE || /[。；;！!]$/.test(line) || headingOf(line, 'matter'))
    return { before: [], rest: lines }
  return { before: [...above(lines.slice(0, at)), ...named(line)], rest: lines.slice(at + 1) }
}

/** True for short lines that are no sentences: the name of a form, its number, the writer's particulars. */
function isHead(lines: readonly string[], isParticular: Is): boolean {
  return lines.every(
    (line) => isParticular(line) || (line.length <= MOST_HEAD && !/[。；;！!？?]/.test(line) && !headingOf(line, 'matter')),
  )
}

function above(lines: readonly string[]): Piece[] {
  return lines.map((text) => ({ place: 'leftOut', text }))
}

/** A title without the marks of a title around it. */
function named(title: string): Piece[] {
  const [, open = '', name = title, close = ''] = /^(《?)(.*?)(》?)$/.exec(title) ?? []
  const isWhole = (open === '《') === (close === '》')
  if (!isWhole || name.includes('《')) return [{ place: 'title', text: title }]
  return [
    { place: 'label', text: open },
    { place: 'title', text: name },
    { place: 'label', text: close },
  ]
}
