/**
 * The body as a tree: containers (编、分编、章、节) hold articles, an article holds 款, a 款 its 项, an 项 its 目. 款 have no number:
 * every line of an article that is no 项 and no 目 is one. A decision without 条 is a tree of its 一、二、三、.
 */

import { plain, trimSpan } from './blanks.ts'
import { divisionName } from './division.ts'
import { ranks } from './marks.ts'
import type { Mark } from './marks.ts'
import type { Piece } from './pieces.ts'
import type { ClauseNode, Level, Span } from './types.ts'

/** The tree of these pieces; every character of them that is no blank ends up in one mark or one content. */
export function buildTree(pieces: readonly Piece[]): ClauseNode[] {
  const tree = new Growing(pieces)
  for (const [index, piece] of pieces.entries()) tree.add(piece, pieces[index + 1])
  return tree.roots.map(withRange)
}

class Growing {
  readonly roots: ClauseNode[] = []
  private readonly containers: { rank: number; node: ClauseNode }[] = []
  private readonly hasArticles: boolean
  private readonly hasParts: boolean

  constructor(pieces: readonly Piece[]) {
    this.hasArticles = pieces.some((piece) => piece.mark?.level === 'article')
    this.hasParts = pieces.some((piece) => piece.mark?.level === 'part')
  }

  add(piece: Piece, next: Piece | undefined): void {
    const mark = piece.mark
    const rank = mark ? ranks[mark.level] : undefined
    if (mark && rank !== undefined && mark.level !== 'point') return this.addNumbered(piece, mark, rank)
    if (mark?.level === 'point' && !this.hasArticles) return this.addPoint(piece, mark, next)
    if (this.isDivision(piece)) return this.open(0, leaf('division', piece, null, piece.text))
    this.addBelow(piece)
  }

  /** 附则 alone on a line is a heading in a law with 编 only; elsewhere it is a heading that lost its number, and stays text. */
  private isDivision(piece: Piece): boolean {
    if (piece.hashes > 0) return true
    const name = divisionName(piece.text)
    if (name === null) return false
    return this.hasParts || (name !== '附则' && !this.openContainer())
  }

  private addNumbered(piece: Piece, mark: Mark, rank: number): void {
    if (mark.level !== 'article') return this.open(rank, leaf(mark.level, piece, mark, piece.text.slice(mark.length)))
    this.open(rank, leaf('article', piece, mark))
    this.addText(piece, mark.length)
  }

  /** The line of a 一、 is its heading where it is no sentence and text follows; otherwise it is its first 款. */
  private addPoint(piece: Piece, mark: Mark, next: Piece | undefined): void {
    const words = plain(piece.text)
    const isHeading = piece.hashes > 0 || (!/[。；;：:]$/.test(words) && words.length <= 60 && next?.mark?.level !== 'point')
    this.open(5, leaf('point', piece, mark, isHeading ? piece.text.slice(mark.length) : ''))
    if (!isHeading) this.addText(piece, mark.length)
  }

  private addText(piece: Piece, from: number): void {
    const content = trimSpan(piece.text, { start: from, end: piece.text.length })
    if (content.end > content.start)
      this.addBelow({ ...piece, start: piece.start + content.start, text: piece.text.slice(content.start), mark: null })
  }

  private addBelow(piece: Piece): void {
    const siblings = this.openContainer()?.children ?? this.roots
    const paragraph = lastOf(siblings, 'paragraph')
    const item = lastOf(paragraph?.children, 'item')
    const mark = this.markBelow(piece, paragraph, item)
    if (mark?.level === 'item')
      return void (paragraph ?? push(siblings, emptyParagraph(piece))).children.push(leaf('item', piece, mark))
    if (mark?.level === 'subitem' && paragraph) return void (item ?? paragraph).children.push(leaf('subitem', piece, mark))
    siblings.push(leaf('paragraph', piece, null))
  }

  /** 1． opens a 目 under an 项 or after a colon; 一、 inside an article is an old way to write （一）, after a colon or another one. */
  private markBelow(piece: Piece, paragraph: ClauseNode | undefined, item: ClauseNode | undefined): Mark | null {
    const mark = piece.mark
    if (mark?.level === 'subitem') return item || isListed(paragraph) ? mark : null
    if (mark?.level === 'point') return isListed(paragraph) || item?.label.endsWith('、') ? { ...mark, level: 'item' } : null
    return mark?.level === 'item' ? mark : null
  }

  private open(rank: number, node: ClauseNode): void {
    while (this.containers.length > 0 && (this.containers.at(-1)?.rank ?? 0) >= rank) this.containers.pop()
    push(this.openContainer()?.children ?? this.roots, node)
    this.containers.push({ rank, node })
  }

  private openContainer(): ClauseNode | undefined {
    return this.containers.at(-1)?.node
  }
}

/** A unit of one piece. With a heading the words behind the mark are its name, without one its text. */
function leaf(level: Level, piece: Piece, mark: Mark | null, heading?: string): ClauseNode {
  const isContainer = heading !== undefined || level === 'article' || level === 'point'
  const from = mark?.length ?? 0
  const hasContent = level !== 'article' && !(level === 'point' && !heading) && from < piece.text.length
  const content: Span | null = hasContent ? { start: piece.start + from, end: piece.end } : null
  const text = piece.text.slice(from)
  return {
    eId: '',
    level,
    number: mark?.number ?? null,
    suffix: mark?.suffix ?? 0,
    label: piece.text.slice(0, mark?.labelLength ?? 0),
    heading: isContainer && hasContent ? text : '',
    text: isContainer ? '' : text,
    mark: mark ? { start: piece.start, end: piece.start + mark.labelLength } : null,
    content,
    range: { start: piece.start, end: piece.end },
    children: [],
  }
}

/** An article may begin with its list at once; the 项 need a 款 to stand in, which then has no words of its own. */
function emptyParagraph(piece: Piece): ClauseNode {
  return { ...leaf('paragraph', { ...piece, end: piece.start, text: '' }, null), content: null }
}

function isListed(paragraph: ClauseNode | undefined): boolean {
  return paragraph !== undefined && /[:：]$/.test(plain(paragraph.text))
}

function lastOf(nodes: readonly ClauseNode[] | undefined, level: Level): ClauseNode | undefined {
  const last = nodes?.at(-1)
  return last?.level === level ? last : undefined
}

function push(nodes: ClauseNode[], node: ClauseNode): ClauseNode {
  nodes.push(node)
  return node
}

function withRange(node: ClauseNode): ClauseNode {
  const children = node.children.map(withRange)
  const own = node.content?.end ?? node.mark?.end ?? node.range.start
  return { ...node, children, range: { start: node.range.start, end: children.at(-1)?.range.end ?? own } }
}
