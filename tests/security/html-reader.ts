/** An opening tag as a browser would see it. */
export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** What stands in an element whose content is not markup: script, style, title, textarea. */
  readonly text: string
}

const RAW = new Set(['script', 'style', 'title', 'textarea', 'xmp', 'iframe', 'noembed', 'noframes'])

/** The opening tags of a document in their order, by the tokenization rules of HTML; comments and closing tags are left out. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = []
  let at = 0
  for (;;) {
    at = html.indexOf('<', at)
    if (at < 0) return tags
    if (html.startsWith('<!--', at)) at = after(html, '-->', at + 4)
    else if (/^<[!/?]/.test(html.slice(at, at + 2))) at = after(html, '>', at)
    else if (/[a-z]/i.test(html[at + 1] ?? '')) {
      const { tag, end } = readTag(html, at)
      tags.push(tag)
      at = end
    } else at += 1
  }
}

const NAME = /[^\t\n\f\r />]+/y
const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />=][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?/y

function readTag(html: string, start: number): { tag: Tag; end: number } {
  NAME.lastIndex = start + 1
  const name = NAME.exec(html)![0].toLowerCase()
  const attributes = new Map<string, string>()
  let at = NAME.lastIndex
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(html)
    if (!found) break
    attributes.set(found[1]!.toLowerCase(), decoded(found[2] ?? found[3] ?? found[4] ?? ''))
    at = ATTRIBUTE.lastIndex
  }
  const open = after(html, '>', at)
  if (!RAW.has(name)) return { tag: { name, attributes, text: '' }, end: open }
  const close = html.toLowerCase().indexOf(`</${name}`, open)
  const end = close < 0 ? html.length : close
  return { tag: { name, attributes, text: html.slice(open, end) }, end }
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  colon: ':',
  Tab: '\t',
  NewLine: '\n',
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));?/gi, (whole, hex?: string, decimal?: string, named?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[named ?? ''] ?? whole)
  })
}
