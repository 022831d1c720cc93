import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentTree } from './document-tree.ts'
import { wordLines } from './word-lines.ts'

const head = '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
const read = (body: string, more: { styles?: string; numbering?: string } = {}) =>
  wordLines(documentTree({ document: `${head}${body}</w:body></w:document>`, styles: '', numbering: '', ...more }))
const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr><w:b/></w:rPr>${inside}</w:r></w:p>`

test('SUG-21 words, tabs, breaks and characters of XML; nothing deleted, no code of a field, no word twice', () => {
  const deleted = '<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>'
  const field = '<w:r><w:instrText>PAGE</w:instrText></w:r>'
  const box =
    '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Choice>' +
    '<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>'
  const body = `<w:p/><w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${deleted}${field}<w:r><w:t xml:space="preserve">甲 &amp; &#20057;</w:t><w:tab/><w:t>丙</w:t><w:br/><w:t>丁</w:t></w:r>${box}</w:p>`
  expect(read(body)).toEqual(['框里', '甲 & 乙 丙', '丁'])
})

test('SUG-21 numbers by the paragraph and by its style, bullets, and a number taken away', () => {
  const number = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
  const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="条"><w:pPr>${number(1)}</w:pPr></w:style></w:styles>`
  const level = (kind: string) => `<w:lvl w:ilvl="0"><w:numFmt w:val="${kind}"/></w:lvl>`
  const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">${level('chineseCounting')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`
  const t = (text: string) => `<w:t>${text}</w:t>`
  const styled = '<w:pStyle w:val="条"/>'
  const body = [
    p(t('甲'), styled),
    p(t('乙'), number(1)),
    p(t('丙'), number(2)),
    p(t('丁'), `${styled}${number(0)}`),
    p(t('戊')),
  ].join('')
  expect(read(body, { styles, numbering })).toEqual(['1. 甲', '2. 乙', '• 丙', '丁', '戊'])
})

test('SUG-21 any words come back, and no text makes it stumble', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((it) => it.trim() !== '' && !/[\n\r]/.test(it))
  fc.assert(
    fc.property(fc.array(words), (lines) => {
      expect(read(lines.map((it) => p(`<w:t>${escaped(it)}</w:t>`)).join(''))).toEqual(lines)
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('<w:p>', '</w:p>', '<w:t>', '</w:t>', '<', '>', '"', "'", '&#99999999;', '<w:p', '甲'), {
        maxLength: 30,
      }),
      (scraps) => {
        expect(Array.isArray(read(scraps.join('')))).toBe(true)
      },
    ),
  )
})
