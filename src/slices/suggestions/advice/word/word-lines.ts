/** A Word document as far as its words need it. */
export interface WordNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly WordNode[]
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null
}

/**
 * The paragraphs of a document as lines, in reading order; cells of a table one after another. A number that Word makes itself stands in no
 * text of the file, so it is counted here: whoever wrote the paper sees it, and requests are told apart by it.
 */
export function wordLines(document: WordNode): string[] {
  const counts: number[] = []
  return paragraphsOf(document).flatMap((paragraph) => {
    const lines = textOf(paragraph).split('\n')
    if (lines.every((line) => line.trim() === '')) return []
    const number = numberOf(paragraph, counts)
    return lines.map((line, at) => (at === 0 ? number + line : line)).filter((line) => line.trim() !== '')
  })
}

function paragraphsOf(node: WordNode): WordNode[] {
  if (node.type === 'paragraph') return [node]
  return (node.children ?? []).flatMap(paragraphsOf)
}

function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return ' '
  if (node.type === 'break') return '\n'
  return (node.children ?? []).map(textOf).join('')
}

/** `1. ` at the outermost level, `（1）` inside; a level starts over when one above it goes on. */
function numberOf({ numbering }: WordNode, counts: number[]): string {
  if (!numbering) return ''
  if (!numbering.isOrdered) return '• '
  const level = Math.max(0, Math.trunc(Number(numbering.level)) || 0)
  const count = (counts[level] ?? 0) + 1
  counts.length = level
  counts[level] = count
  return level === 0 ? `${count}. ` : `（${count}）`
}
