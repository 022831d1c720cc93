/**
 * Akoma Ntoso 3.0 (OASIS LegalDocML), the XML in which legislatures exchange laws. 编 is part, 分编 subpart, 章 chapter, 节 section,
 * 条 article, 款 paragraph, 项 point, 目 indent, the 一、 of a decision level. The 目录 is not written: it follows from the headings.
 */

import { plain } from '../blanks.ts'
import type { Attachment, ClauseNode, LawText, Level } from '../types.ts'
import { parseNumeral } from '../numerals.ts'

export interface Publication {
  /** ISO 3166-1 code of the country, `cn` unless told otherwise. */
  country?: string
  /** IRI or short name of the body that made the law. */
  author?: string
  /** The date the text was passed, yyyy-mm-dd; read from the notes where it is left out, 0001-01-01 where they have none. */
  date?: string
}

const elements: Record<Level, string> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chapter',
  section: 'section',
  division: 'division',
  article: 'article',
  point: 'level',
  paragraph: 'paragraph',
  item: 'point',
  subitem: 'indent',
}

/** The law as one XML document that is valid against the published schema. */
export function toAkomaNtoso(law: LawText, publication: Publication = {}): string {
  const title = plain(law.title?.text ?? '') || '未命名'
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">',
    '<act name="act">',
    metaOf(law, title, publication, 'main'),
    preface(law, title),
    blocks('preamble', law.preamble),
    `<body>${law.body.length > 0 ? law.body.map(unit).join('') : '<paragraph eId="para_1"><content><p/></content></paragraph>'}</body>`,
    blocks('conclusions', law.signature),
    attachments(law, publication),
    '</act>',
    '</akomaNtoso>',
    '',
  ]
    .filter((line, index, lines) => line !== '' || index === lines.length - 1)
    .join('\n')
}

function metaOf(law: LawText, title: string, publication: Publication, component: string): string {
  const date = publication.date ?? passedOn(law) ?? '0001-01-01'
  const work = `/akn/${publication.country ?? 'cn'}/act/${date}/${encodeURIComponent(title)}`
  const author = `<FRBRauthor href="#${escape(publication.author ?? 'maker')}"/>`
  const level = (uri: string, name: string) =>
    `<FRBRthis value="${uri}/!${component}"/><FRBRuri value="${uri}"/><FRBRdate date="${date}" name="${name}"/>${author}`
  return [
    '<meta><identification source="#minyi">',
    `<FRBRWork>${level(work, 'passed')}<FRBRcountry value="${publication.country ?? 'cn'}"/></FRBRWork>`,
    `<FRBRExpression>${level(`${work}/zho@${date}`, 'passed')}<FRBRlanguage language="zho"/></FRBRExpression>`,
    `<FRBRManifestation>${level(`${work}/zho@${date}.xml`, 'passed')}</FRBRManifestation>`,
    '</identification></meta>',
  ].join('')
}

/** The last date in the notes: that of the text as it stands, after all amendments. */
function passedOn(law: LawText): string | null {
  const notes = plain(law.notes.map((note) => note.text).join(''))
  const dates = [
    ...notes.matchAll(/([0-9〇○零一二三四五六七八九]{4})年([0-9一二三四五六七八九十]{1,2})月([0-9一二三四五六七八九十]{1,3})日/g),
  ]
  const last = dates.at(-1)
  const [year, month, day] = [1, 2, 3].map((group) => parseNumeral(last?.[group] ?? ''))
  if (!year || !month || !day || month > 12 || day > 31) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function preface(law: LawText, title: string): string {
  const notes = law.notes.map((note) => `<p>${escape(note.text)}</p>`).join('')
  return `<preface><longTitle><p><docTitle>${escape(title)}</docTitle></p></longTitle>${notes}</preface>`
}

function blocks(element: string, spans: readonly { text: string }[]): string {
  return spans.length === 0 ? '' : `<${element}>${spans.map(({ text }) => `<p>${escape(text)}</p>`).join('')}</${element}>`
}

function unit(node: ClauseNode): string {
  const element = elements[node.level]
  const num = node.label === '' ? '' : `<num>${escape(node.label)}</num>`
  const heading = node.heading === '' ? '' : `<heading>${escape(node.heading)}</heading>`
  return `<${element} eId="${node.eId}">${num}${heading}${inside(node)}</${element}>\n`
}

/** Words alone are content; words before units are their introduction. */
function inside(node: ClauseNode): string {
  const words = `<p>${escape(node.text)}</p>`
  if (node.children.length === 0) return node.text === '' && node.heading !== '' ? '' : `<content>${words}</content>`
  return (node.text === '' ? '' : `<intro>${words}</intro>`) + node.children.map(unit).join('')
}

function attachments(law: LawText, publication: Publication): string {
  if (law.attachments.length === 0) return ''
  return `<attachments>${law.attachments.map((one, index) => attachment(law, one, publication, index)).join('')}</attachments>`
}

function attachment(law: LawText, one: Attachment, publication: Publication, index: number): string {
  const title = plain(law.title?.text ?? '') || '未命名'
  const body = one.children.length > 0 ? one.children.map(unit).join('') : '<p/>'
  const meta = metaOf(law, title, publication, `att_${index + 1}`)
  const heading = `<preface><p>${escape(one.heading.text)}</p></preface>`
  return `<attachment eId="${one.eId}"><doc name="attachment">${meta}${heading}<mainBody>${body}</mainBody></doc></attachment>`
}

/** XML knows no control characters; they become U+FFFD. */
function escape(text: string): string {
  return [...text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')]
    .map((character) => (isXmlCharacter(character.codePointAt(0) ?? 0) ? character : '\ufffd'))
    .join('')
}

function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  )
}
