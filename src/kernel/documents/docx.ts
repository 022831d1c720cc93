import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { layOut, type SignedLayout, type TableLayout } from './layout.ts'
import { LETTER, MM, PAGE, RED, SMALL_PT } from './metrics.ts'
import type { DocumentModel } from './model.ts'
import { docxImprint } from './docx-imprint.ts'
import { docxBody, headName, LETTER_RULE_INDENT } from './docx-signed.ts'
import { docxTable } from './docx-table.ts'
import { drawQr, type QrPictures } from './qr.ts'
import { face, halfPoints, paragraph, STYLES, twips } from './docx-text.ts'

const mm = (millimetres: number): number => twips(millimetres * MM)
const NOTHING = { children: [new Paragraph({})] }
/** Paper in millimetres, upright; landscape turns it. */
const PAPERS = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const
const TABLE_MARGIN_MM = 20

/** The document as an editable Word file in the layout of GB/T 9704-2012. */
export async function renderDocx(model: DocumentModel): Promise<Buffer> {
  const layout = layOut(model)
  const section = layout.kind === 'table' ? tableSection(layout) : signedSection(layout, await drawQr(layout.blocks))
  const document = new Document({
    title: layout.title.join(''),
    creator: layout.kind === 'table' ? '' : layout.signer,
    styles: STYLES,
    evenAndOddHeaderAndFooters: layout.kind !== 'table',
    sections: [section],
  })
  return Packer.toBuffer(document)
}

function signedSection(layout: SignedLayout, pictures: QrPictures): ISectionOptions {
  const isLetter = layout.kind === 'letter'
  return {
    properties: {
      titlePage: isLetter,
      page: {
        size: { width: mm(PAGE.widthMm), height: mm(PAGE.heightMm) },
        margin: {
          top: mm(PAGE.topMm),
          bottom: mm(PAGE.bottomMm),
          left: mm(PAGE.leftMm),
          right: mm(PAGE.rightMm),
          header: mm(LETTER.headTopMm),
          footer: isLetter ? mm(LETTER.bottomRuleMm) : mm(PAGE.bottomMm - 7) - twips(SMALL_PT * 1.3),
        },
      },
    },
    headers: isLetter
      ? { first: new Header({ children: letterHead(layout) }), default: new Header(NOTHING), even: new Header(NOTHING) }
      : {},
    footers: {
      default: new Footer({ children: [pageNumber('odd')] }),
      even: new Footer({ children: [pageNumber('even')] }),
      ...(isLetter ? { first: new Footer({ children: [letterRule(BorderStyle.THIN_THICK_SMALL_GAP)] }) } : {}),
    },
    children: [...draftMark(layout), ...docxBody(layout, pictures), ...docxImprint(layout)],
  }
}

function draftMark(layout: SignedLayout): Paragraph[] {
  if (!layout.isDraft) return []
  const text = new TextRun({ text: '草稿　未印发', size: halfPoints(SMALL_PT), characterSpacing: 0, color: '666666' })
  const frame = {
    position: { x: mm(PAGE.leftMm), y: mm(15) },
    width: mm(100),
    height: mm(8),
    anchor: { horizontal: 'page', vertical: 'page' },
  } as const
  return [new Paragraph({ frame: { type: 'absolute', ...frame }, children: [text] })]
}

function letterHead(layout: SignedLayout): Paragraph[] {
  return [headName(layout, { after: mm(LETTER.gapMm) }), letterRule(BorderStyle.THICK_THIN_SMALL_GAP)]
}

/** A double red rule of 170 mm, wider than the text. */
function letterRule(style: typeof BorderStyle.THICK_THIN_SMALL_GAP | typeof BorderStyle.THIN_THICK_SMALL_GAP): Paragraph {
  return new Paragraph({
    indent: LETTER_RULE_INDENT,
    spacing: { line: 20, lineRule: LineRuleType.EXACT },
    border: { top: { style, color: RED, size: 24, space: 0 } },
  })
}

/** `— 1 —`, outside: right on odd pages, left on even ones, one character in. */
function pageNumber(side: 'odd' | 'even'): Paragraph {
  const indent = twips(SMALL_PT)
  return new Paragraph({
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: indent } : { left: indent },
    spacing: { line: twips(SMALL_PT * 1.3), lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({
        children: ['— ', PageNumber.CURRENT, ' —'],
        font: face('宋体'),
        size: halfPoints(SMALL_PT),
        characterSpacing: 0,
      }),
    ],
  })
}

function tableSection(layout: TableLayout): ISectionOptions {
  const { width, height } = PAPERS[layout.paper]
  const margin = mm(TABLE_MARGIN_MM)
  return {
    properties: {
      page: {
        size: { width: mm(width), height: mm(height), orientation: PageOrientation.LANDSCAPE },
        margin: { top: margin, bottom: margin, left: margin, right: margin, header: mm(10), footer: mm(10) },
      },
    },
    footers: { default: new Footer({ children: [pageOfPages()] }) },
    children: [
      ...layout.title.map((line) => paragraph(line, { style: 'GwTitle' })),
      ...(layout.subtitle ? [paragraph(layout.subtitle, { style: 'GwTable', alignment: AlignmentType.CENTER })] : []),
      ...(layout.basis ? [paragraph(layout.basis, { style: 'GwTable' })] : []),
      docxTable(layout.table, (height - 2 * TABLE_MARGIN_MM) * MM),
    ],
  }
}

function pageOfPages(): Paragraph {
  const run = new TextRun({
    children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
    size: halfPoints(10.5),
    characterSpacing: 0,
  })
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: twips(14), lineRule: LineRuleType.EXACT },
    children: [run],
  })
}
