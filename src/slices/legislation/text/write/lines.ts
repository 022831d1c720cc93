/** The law as a list of lines to be set: what text, Markdown and Word have in common. */

import { trimSpan } from '../blanks.ts'
import type { ClauseNode, LawText, Level } from '../types.ts'

export interface WrittenLine {
  kind: 'title' | 'note' | 'contents' | 'preamble' | 'heading' | 'article' | 'text' | 'signature' | 'attachment'
  /** The number that stands before the words: 第三条, （一）. */
  label: string
  text: string
  /** For headings: 1 for the outermost level that the law uses, and so on. */
  depth: number
}

const containers: readonly Level[] = ['part', 'subpart', 'chapter', 'section']

/** Every line of the law in its order; the block of notes, the 目录 and the signature included. */
export function linesToWrite(law: LawText): WrittenLine[] {
  const used = containers.filter((level) => has(law.body, level))
  return [
    ...(law.title ? [line('title', law.title.text.replace(/\s*\n\s*/g, ''))] : []),
    ...law.notes.map(({ text }) => line('note', text)),
    ...law.contents.map(({ text }) => line('contents', text)),
    ...law.preamble.map(({ text }) => line('preamble', text)),
    ...law.body.flatMap((node) => linesOf(node, used)),
    ...law.signature.map(({ text }) => line('signature', text)),
    ...law.attachments.flatMap(({ heading, children }) => [
      line('attachment', heading.text),
      ...children.flatMap((node) => linesOf(node, used)),
    ]),
  ]
}

function linesOf(node: ClauseNode, used: readonly Level[]): WrittenLine[] {
  const below = (nodes: readonly ClauseNode[]) => nodes.flatMap((child) => linesOf(child, used))
  if (node.level === 'article' || (node.level === 'point' && node.heading === '')) {
    const [first, ...rest] = node.children
    const opens = first?.level === 'paragraph' && first.content !== null
    const own = { ...line('article', opens ? words(first) : ''), label: node.label }
    return opens ? [own, ...below(first.children), ...below(rest)] : [own, ...below(node.children)]
  }
  const text = words(node)
  const kind = node.heading === '' && !containers.includes(node.level) ? 'text' : 'heading'
  const own = { ...line(kind, text), label: node.label, depth: Math.max(1, used.indexOf(node.level) + 1) }
  return text === '' && node.label === '' ? below(node.children) : [own, ...below(node.children)]
}

function words(node: ClauseNode): string {
  const text = node.heading === '' ? node.text : node.heading
  const { start, end } = trimSpan(text, { start: 0, end: text.length })
  return text.slice(start, end)
}

function line(kind: WrittenLine['kind'], text: string): WrittenLine {
  return { kind, label: '', text, depth: 0 }
}

function has(nodes: readonly ClauseNode[], level: Level): boolean {
  return nodes.some((node) => node.level === level || has(node.children, level))
}
