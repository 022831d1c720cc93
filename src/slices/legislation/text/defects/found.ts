import type { ClauseNode, Defect } from '../types.ts'

/** A defect before its line and column are looked up. */
export type Found = Omit<Defect, 'line' | 'column'>

/** The place of a node's own mark or words. */
export function at(node: ClauseNode): { start: number; end: number } {
  const span = node.mark ?? node.content ?? node.range
  return { start: span.start, end: span.end }
}
