import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from 'docx'
import type { PlacedBlock, SignedLayout } from './layout.ts'
import { BODY, MM, OFFICIAL, PAGE, RED, TEXT_WIDTH_PT } from './metrics.ts'
import { blankLines, face, halfPoints, LINE, paragraph, runs, twips } from './docx-text.ts'
import { docxTable } from './docx-table.ts'
import { QR_SIDE_MM, type QrPictures } from './qr.ts'

type Part = Paragraph | Table

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const CHARACTER = BODY.advancePt

/** The double rules of a letter and the name over them are 170 mm wide, wider than the text. */
export const LETTER_RULE_INDENT = {
  left: -twips((PAGE.leftMm - 20) * MM),
  right: -twips((PAGE.rightMm - 20) * MM),
} as const

/** From the first line to the note below the date; the imprint is placed at the foot of the last page. */
export function docxBody(layout: SignedLayout, pictures: QrPictures): Part[] {
  return [
    ...headOf[layout.kind](layout),
    ...layout.title.map((line) => paragraph(line, { style: 'GwTitle' })),
    ...blankLines(1),
    ...(layout.addressee ? [paragraph(layout.addressee, { style: 'GwAddressee' })] : []),
    ...layout.blocks.flatMap((it, n) => block(it, layout.keepsLastWithSignature && n === layout.blocks.length - 1, pictures)),
    ...attachments(layout.attachments),
    ...signature(layout),
    ...(layout.note ? [paragraph(layout.note, { indent: { left: twips(CHARACTER * 2) } })] : []),
  ]
}

const headOf: Readonly<Record<SignedLayout['kind'], (layout: SignedLayout) => Paragraph[]>> = {
  official: officialHead,
  letter: letterHead,
  plain: ({ number }) => (number ? [paragraph(number, { alignment: AlignmentType.RIGHT })] : []),
}

/** Marks in the first three lines, the red name 35 mm below the top of the text area, the number, the red rule. */
function officialHead(layout: SignedLayout): Paragraph[] {
  const marks = [...layout.marks, '', '', ''].slice(0, 3)
  const gap = OFFICIAL.headBelowMm * MM - 3 * BODY.linePt
  return [
    ...marks.map((mark) => new Paragraph({ children: [new TextRun({ text: mark, font: face('黑体') })] })),
    headName(layout, { before: twips(gap) }),
    ...blankLines(2),
    numberLine(layout),
    ...blankLines(2),
  ]
}

/** The issuer's name in red, one line, in the largest size that fits. */
export function headName(layout: SignedLayout, spacing: { before?: number; after?: number } = {}): Paragraph {
  const name = new TextRun({
    text: layout.issuer,
    color: RED,
    font: face('方正小标宋简体'),
    size: halfPoints(layout.issuerSize),
    characterSpacing: 0,
  })
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...(layout.kind === 'letter' ? { indent: LETTER_RULE_INDENT } : {}),
    spacing: { ...LINE, line: twips(layout.issuerSize * 1.15), ...spacing },
    children: [name],
  })
}

function numberLine(layout: SignedLayout): Paragraph {
  const rule = { style: BorderStyle.SINGLE, color: RED, size: 12, space: Math.round(OFFICIAL.ruleGapMm * MM) }
  if (!layout.approver) return paragraph(layout.number, { alignment: AlignmentType.CENTER, border: { bottom: rule } })
  return new Paragraph({
    border: { bottom: rule },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH_PT - CHARACTER) }],
    // A space and not an indent: the rule below must keep the full width.
    children: [
      new TextRun(`　${layout.number}`),
      new TextRun({ children: [new Tab(), '签发人：'] }),
      new TextRun({ text: layout.approver, font: face('楷体_GB2312') }),
    ],
  })
}

function letterHead(layout: SignedLayout): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT }
  return [
    ...(layout.answerClass ? [paragraph(layout.answerClass, right)] : []),
    paragraph(layout.number, right),
    ...(layout.approver ? [paragraph(`签发人：${layout.approver}`, right)] : []),
    ...blankLines(2),
  ]
}

/** A short last paragraph stays with the signature, so that no page carries a seal without text. */
function block(it: PlacedBlock, keepNext: boolean, pictures: QrPictures): Part[] {
  if (it.kind === 'table') return [docxTable(it, TEXT_WIDTH_PT)]
  if (it.kind === 'qr') return qr(it, pictures)
  if (it.kind === 'heading') return [paragraph(it.text, { heading: HEADINGS[it.level] })]
  const look = it.align === 'body' ? { style: 'GwBody' } : { alignment: ALIGN[it.align] }
  return [new Paragraph({ ...look, keepNext, children: runs(it.runs) })]
}

/** Word counts pictures in pixels of a 96th of an inch. */
const QR_PIXELS = Math.round((QR_SIDE_MM / 25.4) * 96)

function qr({ address, caption }: Extract<PlacedBlock, { kind: 'qr' }>, pictures: QrPictures): Paragraph[] {
  const data = pictures.get(address)
  if (!data) throw new Error(`The picture for ${address} was not drawn`)
  const transformation = { width: QR_PIXELS, height: QR_PIXELS }
  const altText = { name: 'QR', title: caption, description: address }
  const picture = new ImageRun({ type: 'png', data, transformation, altText })
  return [
    // An exact line height would cut the picture off.
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: twips(6), line: 240, lineRule: LineRuleType.AUTO },
      children: [picture],
    }),
    paragraph(caption, { style: 'GwSmall', alignment: AlignmentType.CENTER }),
  ]
}

/** 附件说明: a line below the body, two characters in; further names stand under the first. */
function attachments(names: readonly string[]): Paragraph[] {
  if (names.length === 0) return []
  const [first = '', ...others] = names
  const left = twips(CHARACTER * 5)
  return [
    ...blankLines(1, { keepNext: true }),
    paragraph(`附件：${first}`, { keepNext: true, indent: { left, hanging: twips(CHARACTER * 3) } }),
    ...others.map((name) => paragraph(name, { keepNext: true, indent: { left } })),
  ]
}

/** Signer and date stay together, with room for the seal above. */
function signature(layout: SignedLayout): Paragraph[] {
  if (layout.signer === '') return []
  const right = (points: number) => ({ alignment: AlignmentType.RIGHT, indent: { right: twips(points) } })
  return [
    ...blankLines(2, { keepNext: true }),
    paragraph(layout.signer, { ...right(layout.signerIndent), keepNext: true }),
    paragraph(layout.date, right(layout.dateIndent)),
  ]
}
