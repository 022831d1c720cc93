import {
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { SignedLayout } from './layout.ts'
import { MM, PAGE, SMALL_PT, TEXT_WIDTH_PT } from './metrics.ts'
import { twips } from './docx-text.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
/** Eighths of a point: 0.35 mm for the first and last rule, 0.25 mm between. */
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const
const THIN = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const

/** 版记: copies, printer and date at the foot of the last page. A letter has only the copies, without rules. */
export function docxImprint(layout: SignedLayout): (Table | Paragraph)[] {
  const rows = [...(layout.copies ? [copies(layout.copies)] : []), ...(layout.printedBy ? [printed(layout)] : [])]
  if (rows.length === 0) return []
  return [table(rows, layout.kind === 'official'), new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT } })]
}

/** Placed from the page's left edge: LibreOffice lets a table of the text's full width float only when it is measured from the page. */
function table(rows: readonly Paragraph[], hasRules: boolean): Table {
  const width = { size: twips(TEXT_WIDTH_PT), type: WidthType.DXA }
  return new Table({
    width,
    columnWidths: [width.size],
    layout: TableLayoutType.FIXED,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twips(PAGE.leftMm * MM),
      verticalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
    margins: { left: 0, right: 0 },
    rows: rows.map((row, n) => {
      const top = hasRules ? (n === 0 ? THICK : THIN) : NONE
      const bottom = hasRules && n === rows.length - 1 ? THICK : NONE
      const cell = new TableCell({ width, borders: { top, bottom, left: NONE, right: NONE }, children: [row] })
      return new TableRow({ cantSplit: true, height: { value: twips(24), rule: HeightRule.ATLEAST }, children: [cell] })
    }),
  })
}

function copies(text: string): Paragraph {
  return new Paragraph({
    style: 'GwSmall',
    indent: { left: twips(SMALL_PT * 4), right: twips(SMALL_PT), hanging: twips(SMALL_PT * 3) },
    children: [new TextRun(`抄送：${text}`)],
  })
}

function printed(layout: SignedLayout): Paragraph {
  return new Paragraph({
    style: 'GwSmall',
    indent: { left: twips(SMALL_PT), right: twips(SMALL_PT) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH_PT - SMALL_PT) }],
    children: [new TextRun({ children: [layout.printedBy, new Tab(), layout.printedOn] })],
  })
}
