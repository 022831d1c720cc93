import { AlignmentType, LineRuleType, Paragraph, TextRun, UnderlineType, type IParagraphOptions, type IStylesOptions } from 'docx'
import { BODY, SMALL_PT, TITLE_PT } from './metrics.ts'
import type { Run } from './model.ts'

/** Word measures in twentieths of a point, sizes in half points. */
export const twips = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => Math.round(points * 2)

export const LINE = { line: twips(BODY.linePt), lineRule: LineRuleType.EXACT } as const
/** Two characters, the indent of every paragraph. */
const INDENT = twips(BODY.advancePt * 2)
const TIGHTER = twips(BODY.advancePt - BODY.sizePt)

type Face = '仿宋_GB2312' | '楷体_GB2312' | '黑体' | '方正小标宋简体' | '宋体'

/** `hint` makes Word set the shared marks “ ” — in the Chinese font. */
export function face(eastAsia: Face) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia, hint: 'eastAsia' } as const
}

/** The types of styles leave `widowControl` out, the writer does not; with widow control a page holds 21 lines instead of 22. */
const WITHOUT_WIDOW_CONTROL = { spacing: LINE, widowControl: false }

/** Named styles, so that a clerk who edits the file changes a style and not each paragraph. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: face('仿宋_GB2312'),
        size: halfPoints(BODY.sizePt),
        characterSpacing: TIGHTER,
        language: { value: 'en-US', eastAsia: 'zh-CN' },
      },
      paragraph: WITHOUT_WIDOW_CONTROL,
    },
    ...headingStyles(),
  },
  paragraphStyles: [
    style('GwBody', '公文正文', {}, { alignment: AlignmentType.BOTH, indent: { firstLine: INDENT } }),
    style(
      'GwTitle',
      '公文标题',
      { font: face('方正小标宋简体'), size: halfPoints(TITLE_PT), characterSpacing: 0 },
      { alignment: AlignmentType.CENTER },
    ),
    style('GwAddressee', '主送机关', {}, {}),
    style(
      'GwSmall',
      '版记',
      { size: halfPoints(SMALL_PT), characterSpacing: 0 },
      { spacing: { line: twips(24), lineRule: LineRuleType.EXACT } },
    ),
    style(
      'GwTable',
      '表格文字',
      { size: halfPoints(10.5), characterSpacing: 0 },
      { spacing: { line: twips(15), lineRule: LineRuleType.AT_LEAST } },
    ),
    style(
      'GwForm',
      '表单文字',
      { size: halfPoints(SMALL_PT), characterSpacing: 0 },
      { spacing: { line: twips(24), lineRule: LineRuleType.AT_LEAST } },
    ),
  ],
}

function headingStyles() {
  const heading = (font: Face) => ({
    run: { font: face(font), size: halfPoints(BODY.sizePt), characterSpacing: TIGHTER, bold: false, color: '000000' },
    paragraph: { spacing: { ...LINE, before: 0, after: 0 }, indent: { firstLine: INDENT }, keepNext: true },
  })
  return {
    heading1: heading('黑体'),
    heading2: heading('楷体_GB2312'),
    heading3: heading('仿宋_GB2312'),
    heading4: heading('仿宋_GB2312'),
  }
}

function style(id: string, name: string, run: object, paragraph: object) {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph }
}

export function runs(pieces: readonly Run[]): TextRun[] {
  return pieces.flatMap((piece) => piece.text.split('\n').map((text, n) => textRun({ ...piece, text }, n > 0)))
}

function textRun(piece: Run, isNewLine: boolean): TextRun {
  return new TextRun({
    text: piece.text,
    ...(isNewLine ? { break: 1 } : {}),
    ...(piece.bold ? { bold: true } : {}),
    ...(piece.strike ? { strike: true } : {}),
    ...(piece.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
  })
}

export function paragraph(text: string, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun(text)] })
}

export function blankLines(count: number, options: IParagraphOptions = {}): Paragraph[] {
  return Array.from({ length: count }, () => new Paragraph(options))
}
