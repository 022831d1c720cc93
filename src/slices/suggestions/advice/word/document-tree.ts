import type { WordNode } from './word-lines.ts'

/** The parts of a Word document that its words are in, as XML. */
export interface WordParts {
  readonly document: string
  /** Which paragraphs Word numbers by their style, and which numbers are bullets; empty where there is no such part. */
  readonly styles: string
  readonly numbering: string
}

/**
 * The paragraphs of a document. Read tag by tag in one pass: the general readers of Word build the whole document in memory, and a file of
 * 30 KB can keep such a reader, and everybody else, busy for a quarter of a minute.
 */
export function documentTree(parts: WordParts): WordNode {
  const own = prefixIn(parts.document)
  const numbers = { byStyle: numberedStyles(parts.styles), isOrdered: orderedIn(parts.numbering) }
  const children: WordNode[] = []
  const open: Paragraph[] = []
  // What newer programs draw stands a second time in words for older ones.
  let fallback = 0
  let isText = false
  for (const { name, isEnd, isEmpty, attributes, before } of tagsOf(parts.document)) {
    const current = open.at(-1)
    if (isText && current && fallback === 0) current.children.push({ type: 'text', value: unescaped(before) })
    isText = name === `${own}t` && !isEnd && !isEmpty
    if (name === 'mc:Fallback' && !isEmpty) fallback += isEnd ? -1 : 1
    else if (name === `${own}p` && isEnd) children.push(...(fallback === 0 ? closed(open.pop(), numbers) : []))
    else if (name === `${own}p` && !isEmpty && fallback === 0) open.push({ children: [] })
    else if (current && !isEnd) note(current, name.slice(own.length), attributes)
  }
  return { type: 'document', children }
}

/** A paragraph while it is read. */
interface Paragraph {
  readonly children: WordNode[]
  style?: string
  number?: string
  level?: string
}

type Numbers = { byStyle: ReadonlyMap<string, string>; isOrdered: (number: string, level: string) => boolean }

function note(paragraph: Paragraph, name: string, attributes: string): void {
  if (name === 'tab' && valueOf(attributes) === '') paragraph.children.push({ type: 'tab' })
  else if (name === 'br' || name === 'cr') paragraph.children.push({ type: 'break' })
  else if (name === 'pStyle') paragraph.style ??= valueOf(attributes)
  else if (name === 'numId') paragraph.number ??= valueOf(attributes)
  else if (name === 'ilvl') paragraph.level ??= valueOf(attributes)
}

function closed(paragraph: Paragraph | undefined, { byStyle, isOrdered }: Numbers): WordNode[] {
  if (!paragraph) return []
  const { children, style = '', level = '0' } = paragraph
  // Number 0 takes away the number that a style gives.
  const number = paragraph.number ?? byStyle.get(style) ?? '0'
  return [{ type: 'paragraph', children, numbering: number === '0' ? null : { level, isOrdered: isOrdered(number, level) } }]
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly isEmpty: boolean
  readonly attributes: string
  /** The characters between the tag before and this one. */
  readonly before: string
}

function* tagsOf(xml: string): Generator<Tag> {
  let last = 0
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', index } of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g,
  )) {
    yield { name, isEnd: slash === '/', isEmpty: attributes.endsWith('/'), attributes, before: xml.slice(last, index) }
    last = index + whole.length
  }
}

/** `w:` in nearly every file; the name is the file's own choice. */
function prefixIn(xml: string): string {
  const [, name] =
    /xmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main"/.exec(
      xml,
    ) ?? []
  return name ? `${name}:` : 'w:'
}

function numberedStyles(xml: string): Map<string, string> {
  const own = prefixIn(xml)
  const numbers = new Map<string, string>()
  let style = ''
  for (const { name, isEnd, attributes } of tagsOf(xml)) {
    if (name === `${own}style` && !isEnd) style = attributeOf(attributes, 'styleId')
    if (name === `${own}numId` && style !== '') numbers.set(style, valueOf(attributes))
  }
  return numbers
}

/** False for bullets. What is not told of is a number, which a person sees and can take away. */
function orderedIn(xml: string): Numbers['isOrdered'] {
  const own = prefixIn(xml)
  const bullets = new Set<string>()
  const kindOf = new Map<string, string>()
  let [kind, level, number] = ['', '', '']
  for (const { name, isEnd, attributes } of tagsOf(xml)) {
    if (isEnd) continue
    if (name === `${own}abstractNum`) kind = attributeOf(attributes, 'abstractNumId')
    if (name === `${own}lvl`) level = attributeOf(attributes, 'ilvl')
    if (name === `${own}numFmt` && valueOf(attributes) === 'bullet') bullets.add(`${kind} ${level}`)
    if (name === `${own}num`) number = attributeOf(attributes, 'numId')
    if (name === `${own}abstractNumId`) kindOf.set(number, valueOf(attributes))
  }
  return (it, at) => !bullets.has(`${kindOf.get(it) ?? ''} ${at}`)
}

const ATTRIBUTES = {
  val: /[\s:]val\s*=\s*["']([^"']*)["']/,
  styleId: /[\s:]styleId\s*=\s*["']([^"']*)["']/,
  abstractNumId: /[\s:]abstractNumId\s*=\s*["']([^"']*)["']/,
  ilvl: /[\s:]ilvl\s*=\s*["']([^"']*)["']/,
  numId: /[\s:]numId\s*=\s*["']([^"']*)["']/,
} as const

function valueOf(attributes: string): string {
  return attributeOf(attributes, 'val')
}

function attributeOf(attributes: string, name: keyof typeof ATTRIBUTES): string {
  return ATTRIBUTES[name].exec(attributes)?.[1] ?? ''
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole
    },
  )
}
