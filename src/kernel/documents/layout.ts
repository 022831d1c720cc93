import nzh from 'nzh/cn'
import { dateParts, formatDateZh } from '#lib/pure/date.ts'
import type {
  Block,
  DocumentModel,
  Letter,
  OfficialDocument,
  PlainDocument,
  Run,
  TableColumn,
  TableDocument,
  Text,
} from './model.ts'
import { BODY, fitHead, signatureIndents, TEXT_WIDTH_PT, TITLE_PT } from './metrics.ts'
import { qrSvg } from './qr.ts'
import { balancedLines } from './rules/balanced-lines.ts'

/** Full characters of a title that fit one line: 156 mm upright, 257 mm on a landscape A4. */
const TITLE_CHARACTERS = Math.floor(TEXT_WIDTH_PT / TITLE_PT)
const TABLE_TITLE_CHARACTERS = 33

/**
 * What both renderers draw: every word decided, every number counted, every width in points. Neither renderer computes anything that
 * the other would have to compute again, so the Word file and the PDF cannot differ in content.
 */
export type Layout = SignedLayout | TableLayout

export interface SignedLayout {
  readonly kind: 'official' | 'letter' | 'plain'
  /** Empty where the paper has no head. */
  readonly issuer: string
  readonly issuerSize: number
  readonly marks: readonly string[]
  readonly number: string
  readonly approver: string
  readonly answerClass: string
  readonly title: readonly string[]
  readonly addressee: string
  readonly blocks: readonly PlacedBlock[]
  /** True where the last paragraph is short enough to be carried to the page of the signature. */
  readonly keepsLastWithSignature: boolean
  readonly attachments: readonly string[]
  /** Empty where nobody signs. */
  readonly signer: string
  readonly date: string
  readonly day: CalendarDay
  readonly signerIndent: number
  readonly dateIndent: number
  readonly note: string
  readonly copies: string
  readonly printedBy: string
  readonly printedOn: string
  readonly isDraft: boolean
  readonly verification: string
}

export type CalendarDay = Readonly<ReturnType<typeof dateParts>>

export interface TableLayout {
  readonly kind: 'table'
  readonly paper: 'A4' | 'A3'
  readonly title: readonly string[]
  readonly subtitle: string
  readonly basis: string
  readonly day: CalendarDay
  readonly table: PlacedTable
  readonly verification: string
}

export interface PlacedTable {
  readonly kind: 'table'
  readonly columns: readonly Required<TableColumn>[]
  readonly rows: readonly (readonly (readonly Run[])[])[]
  readonly isForm: boolean
}

export type PlacedBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly align: 'left' | 'center' | 'right' | 'body' }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'qr'; readonly address: string; readonly caption: string; readonly svg: string }
  | PlacedTable

export function layOut(model: DocumentModel): Layout {
  return model.kind === 'table' ? layOutTable(model) : layOutSigned(model)
}

function layOutTable(model: TableDocument): TableLayout {
  return {
    kind: 'table',
    paper: model.paper ?? 'A4',
    title: breakTitle(model.title, TABLE_TITLE_CHARACTERS),
    subtitle: clean(model.subtitle ?? ''),
    basis: model.basis ? `口径：${clean(model.basis)}` : '',
    day: dateParts(model.date),
    table: placeTable(model),
    verification: verificationLine(model.verification),
  }
}

function layOutSigned(model: OfficialDocument | Letter | PlainDocument): SignedLayout {
  const signer = clean(model.signer ?? '')
  const date = formatDateZh(model.date)
  const blocks = placeBlocks(model.blocks)
  return {
    kind: model.kind,
    number: clean(model.number ?? ''),
    title: breakTitle(model.title, TITLE_CHARACTERS),
    blocks,
    keepsLastWithSignature: signer !== '' && isShortParagraph(blocks.at(-1)),
    signer,
    date,
    day: dateParts(model.date),
    ...signatureIndents(signer, date),
    isDraft: model.isDraft ?? false,
    verification: verificationLine(model.verification),
    ...(model.kind === 'plain' ? WITHOUT_HEAD : headAndFoot(model)),
  }
}

type HeadAndFoot = Pick<
  SignedLayout,
  | 'issuer'
  | 'issuerSize'
  | 'marks'
  | 'approver'
  | 'answerClass'
  | 'addressee'
  | 'attachments'
  | 'note'
  | 'copies'
  | 'printedBy'
  | 'printedOn'
>

const WITHOUT_HEAD: HeadAndFoot = {
  issuer: '',
  issuerSize: 0,
  marks: [],
  approver: '',
  answerClass: '',
  addressee: '',
  attachments: [],
  note: '',
  copies: '',
  printedBy: '',
  printedOn: '',
}

function headAndFoot(model: OfficialDocument | Letter): HeadAndFoot {
  const issuer = clean(model.issuer)
  const isOfficial = model.kind === 'official'
  return {
    issuer,
    issuerSize: fitHead(issuer, model.kind),
    marks: isOfficial ? (model.marks ?? []).map((text) => clean(text)) : [],
    approver: clean(model.approver ?? ''),
    answerClass: !isOfficial && model.class ? `${clean(model.class)}类` : '',
    addressee: model.addressee ? `${clean(model.addressee).replace(/[:：]$/, '')}：` : '',
    attachments: attachmentLines(model.attachments ?? []),
    note: noteOf(model),
    copies: model.copies?.length ? `${model.copies.map((text) => clean(text)).join('，')}。` : '',
    printedBy: isOfficial && model.printed ? clean(model.printed.by) : '',
    printedOn: isOfficial && model.printed ? `${formatDateZh(model.printed.on)}印发` : '',
  }
}

function isShortParagraph(block: PlacedBlock | undefined): boolean {
  if (block?.kind !== 'paragraph') return false
  return block.runs.reduce((sum, run) => sum + run.text.length, 0) <= 5 * BODY.characters
}

function noteOf(model: OfficialDocument | Letter): string {
  if (model.kind === 'official') return model.note ? `（${clean(model.note)}）` : ''
  if (!model.contact) return ''
  const phone = model.contact.phone ? `　联系电话：${clean(model.contact.phone)}` : ''
  return `（联系人：${clean(model.contact.name)}${phone}）`
}

function attachmentLines(names: readonly string[]): string[] {
  return names.length === 1 ? names.map((text) => clean(text)) : names.map((name, n) => `${n + 1}. ${clean(name)}`)
}

function verificationLine(verification: { record: string; code: string } | undefined): string {
  return verification ? `编号 ${clean(verification.record)}　验证码 ${clean(verification.code)}` : ''
}

function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  const counts = [0, 0, 0, 0]
  return blocks.flatMap((block): PlacedBlock[] => {
    if (block.kind === 'table') return [placeTable(block)]
    if (block.kind === 'qr') return [{ ...block, caption: clean(block.caption), svg: qrSvg(block.address) }]
    if (block.kind === 'heading') return [placeHeading(block, counts)]
    return splitRuns(block.text).map((runs) => ({ kind: 'paragraph', runs, align: block.align ?? 'body' }))
  })
}

function placeHeading(block: Extract<Block, { kind: 'heading' }>, counts: number[]): PlacedBlock {
  const text = clean(block.text)
  if (block.numbered === false) return { kind: 'heading', level: block.level, text }
  counts[block.level - 1] = (counts[block.level - 1] ?? 0) + 1
  counts.fill(0, block.level)
  return { kind: 'heading', level: block.level, text: headingNumber(block.level, counts[block.level - 1] ?? 1) + text }
}

/** 一、 （一） 1. （1） */
export function headingNumber(level: 1 | 2 | 3 | 4, n: number): string {
  if (level === 1) return `${nzh.encodeS(n)}、`
  if (level === 2) return `（${nzh.encodeS(n)}）`
  return level === 3 ? `${n}. ` : `（${n}）`
}

function placeTable({
  columns,
  rows,
  isForm = false,
}: {
  columns: readonly TableColumn[]
  rows: readonly (readonly Text[])[]
  isForm?: boolean
}): PlacedTable {
  return {
    kind: 'table',
    isForm,
    columns: columns.map((column) => ({ header: clean(column.header), share: column.share, align: column.align ?? 'left' })),
    rows: rows.map((row) => columns.map((_, n) => cellRuns(row[n] ?? ''))),
  }
}

function cellRuns(text: Text): Run[] {
  return runsOf(text).map((run) => ({ ...run, text: clean(run.text, '\n') }))
}

/** A line break inside a paragraph's text begins a new paragraph, as a person who typed it meant. */
function splitRuns(text: Text): Run[][] {
  const paragraphs: Run[][] = [[]]
  for (const run of runsOf(text)) {
    for (const [n, piece] of run.text.split(/\r?\n/).entries()) {
      if (n > 0) paragraphs.push([])
      paragraphs.at(-1)?.push({ ...run, text: clean(piece) })
    }
  }
  return paragraphs.filter((runs) => runs.some((run) => run.text !== ''))
}

function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text
}

/** Breaks that the author made are kept; lines that are too long are broken into even ones. */
function breakTitle(title: string, most: number): string[] {
  return title.split(/\r?\n/).flatMap((line) => balancedLines(clean(line), most))
}

/** XML knows no control characters, and neither format knows half a character: they go, whoever typed them. */
function clean(text: string, breaks = ' '): string {
  return text
    .replaceAll(/\r?\n|\t/g, (mark) => (mark === '\t' ? ' ' : breaks))
    .replaceAll(/(?!\n)\p{Cc}|\p{Cs}|[\u{fffe}\u{ffff}\u202a-\u202e\u2066-\u2069]/gu, '')
}

/** Widths of the columns in points. */
export function columnWidths(table: PlacedTable, width: number = TEXT_WIDTH_PT): number[] {
  const sum = table.columns.reduce((total, column) => total + column.share, 0)
  return table.columns.map((column) => (column.share / sum) * width)
}
