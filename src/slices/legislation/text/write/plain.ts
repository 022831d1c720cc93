/** Plain text and Markdown. Both are read back into the same tree. */

import type { LawText } from '../types.ts'
import { linesToWrite } from './lines.ts'
import type { WrittenLine } from './lines.ts'

/** One unit a line, an ideographic space behind the numbers of headings and articles; ends with a line break. */
export function toText(law: LawText): string {
  return `${linesToWrite(law).map(written).join('\n')}\n`
}

/**
 * Markdown in the form the national collections use: # for the title, ## and deeper for headings, the notes closed by a comment,
 * one paragraph a unit. The 目录 is left out: it follows from the headings.
 */
export function toMarkdown(law: LawText): string {
  const lines = linesToWrite(law).filter((line) => line.kind !== 'contents')
  const front = lines.filter(isFront)
  const rest = lines.filter((line) => !isFront(line))
  return `${[...front.map(marked), '<!-- INFO END -->', ...rest.map(marked)].join('\n\n')}\n`
}

function isFront(line: WrittenLine): boolean {
  return line.kind === 'title' || line.kind === 'note'
}

function marked(line: WrittenLine): string {
  if (line.kind === 'title') return `# ${written(line)}`
  return line.kind === 'heading' ? `${'#'.repeat(line.depth + 1)} ${written(line)}` : written(line)
}

/** The number and the words; behind 第三条 and 第一章 stands a blank, behind （一） and 一、 none. */
export function written({ label, text }: WrittenLine): string {
  if (label === '' || text === '') return label + text
  return label.startsWith('第') ? `${label}　${text}` : label + text
}
