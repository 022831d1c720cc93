/** One entry of a feed; `id` never changes, `updated` is RFC 3339. */
export interface AtomEntry {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly updated: string
  readonly summary: string
  readonly author: string
  readonly category?: string
}

export interface AtomFeed {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly language: string
  /** Address of the feed itself and of the page with the same things. */
  readonly self: string
  readonly page: string
  readonly updated: string
  readonly rights: string
  readonly entries: readonly AtomEntry[]
}

/** The feed as Atom (RFC 4287). Every text is escaped; characters that XML does not know are left out. */
export function atomFeed(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('updated', feed.updated),
    element('rights', feed.rights),
    `<author>${element('name', feed.author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    ...feed.entries.map(entry),
    '</feed>\n',
  ].join('\n')
}

function entry(it: AtomEntry): string {
  return [
    '<entry>',
    element('id', it.id),
    element('title', it.title),
    element('updated', it.updated),
    `<author>${element('name', it.author)}</author>`,
    `<link rel="alternate" type="text/html" href="${escaped(it.href)}"/>`,
    ...(it.category ? [`<category term="${escaped(it.category)}"/>`] : []),
    element('summary', it.summary),
    '</entry>',
  ].join('\n')
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '').replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}
