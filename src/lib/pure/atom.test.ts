import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { atomFeed } from './atom.ts'

const entry = { id: 'urn:1', title: 't', href: 'https://a/1', updated: '2022-03-01T00:00:00+08:00', summary: 's', author: 'a' }
const feed = {
  id: 'urn:f',
  title: '建议',
  author: '示例市人大',
  language: 'zh-CN',
  self: 'https://a/x.atom',
  page: 'https://a/x',
  updated: entry.updated,
  rights: 'CC BY 4.0',
  entries: [entry],
}

test('a feed has what RFC 4287 asks for: id, title, updated and a link of its own, and the same in every entry', () => {
  const text = atomFeed(feed)
  for (const name of ['id', 'title', 'updated']) expect(text.match(new RegExp(`<${name}>`, 'g'))).toHaveLength(2)
  expect(text).toContain('<link rel="self" type="application/atom+xml" href="https://a/x.atom"/>')
})

test('no text ends its element or its attribute, and none holds what XML forbids', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const plain = atomFeed({ ...feed, entries: [{ ...entry, title: '', summary: '', href: '', category: 'x' }] })
      const made = atomFeed({ ...feed, entries: [{ ...entry, title: text, summary: text, href: text, category: 'x' }] })
      expect(made.match(/[<>"]/g)).toEqual(plain.match(/[<>"]/g))
      // oxlint-disable-next-line no-control-regex -- these are the very characters that must not be there
      expect(made).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
    }),
  )
})
