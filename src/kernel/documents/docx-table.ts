import { AlignmentType, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from 'docx'
import { columnWidths, type PlacedTable } from './layout.ts'
import type { Run } from './model.ts'
import { runs, twips } from './docx-text.ts'

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const PADDING = { top: twips(3), bottom: twips(3), left: twips(4), right: twips(4) }

/** A table as wide as `width` points; its header is repeated on every page, and rows may break, since opinions can be long. */
export function docxTable(table: PlacedTable, width: number): Table {
  const widths = columnWidths(table, width).map(twips)
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, n) => cell([{ text: column.header, bold: true }], 'center', widths[n])),
  })
  const style = table.isForm ? 'GwForm' : 'GwTable'
  const rows = table.rows.map(
    (row) =>
      new TableRow({ children: row.map((pieces, n) => cell(pieces, table.columns[n]?.align ?? 'left', widths[n], style)) }),
  )
  const columns = { columnWidths: widths, width: { size: twips(width), type: WidthType.DXA } }
  return new Table({ ...columns, rows: table.isForm ? rows : [header, ...rows] })
}

function cell(
  pieces: readonly Run[],
  align: 'left' | 'center' | 'right',
  width: number | undefined,
  style: 'GwTable' | 'GwForm' = 'GwTable',
): TableCell {
  return new TableCell({
    width: { size: width ?? 0, type: WidthType.DXA },
    margins: PADDING,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style, alignment: ALIGN[align], children: runs(pieces) })],
  })
}
