/** Word documents in the layout of official papers (GB/T 9704): 小标宋 for the title, 黑体 for chapters, 仿宋 三号 for the text. */

import { AlignmentType, Document, HeadingLevel, LineRuleType, Packer, Paragraph, TextRun } from 'docx'
import type { LawText } from '../types.ts'
import { linesToWrite } from './lines.ts'
import type { WrittenLine } from './lines.ts'
import { written } from './plain.ts'

const millimetre = 1440 / 25.4
/** Half points: 三号 is 16 pt, 二号 22 pt. */
const sizes = { text: 32, title: 44 }
const fonts = { title: '方正小标宋简体', heading: '黑体', note: '楷体_GB2312', text: '仿宋_GB2312' }
const twoCharacters = 640

/** The law as the bytes of a .docx file. */
export async function toDocx(law: LawText): Promise<Uint8Array> {
  const margin = { top: 37 * millimetre, left: 28 * millimetre, bottom: 35 * millimetre, right: 26 * millimetre }
  const page = { size: { width: 210 * millimetre, height: 297 * millimetre }, margin }
  const rounded = JSON.parse(
    JSON.stringify(page, (_, value: unknown) => (typeof value === 'number' ? Math.round(value) : value)),
  ) as typeof page
  const document = new Document({
    title: law.title?.text ?? '',
    sections: [{ properties: { page: rounded }, children: linesToWrite(law).map(paragraph) }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function paragraph(line: WrittenLine): Paragraph {
  const spacing = { line: 577, lineRule: LineRuleType.EXACT }
  if (line.kind === 'title') return centred(line, fonts.title, sizes.title, HeadingLevel.TITLE)
  if (line.kind === 'note') return centred(line, fonts.note, sizes.text)
  if (line.kind === 'heading')
    return centred(line, fonts.heading, sizes.text, headingLevels[line.depth - 1] ?? HeadingLevel.HEADING_4)
  if (line.kind === 'signature')
    return new Paragraph({ spacing, alignment: AlignmentType.RIGHT, children: [run(written(line), fonts.text)] })
  const isNumbered = line.kind === 'article'
  const words = isNumbered && line.text !== '' ? `　${line.text}` : line.text
  const isFlush = line.kind === 'attachment' || line.kind === 'contents'
  return new Paragraph({
    spacing,
    alignment: AlignmentType.JUSTIFIED,
    ...(isFlush ? {} : { indent: { firstLine: twoCharacters } }),
    children: [...(line.label === '' ? [] : [run(line.label, isNumbered ? fonts.heading : fonts.text)]), run(words, fonts.text)],
  })
}

const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]

function centred(
  line: WrittenLine,
  font: string,
  size: number,
  heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel],
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 200, after: 200 },
    ...(heading ? { heading } : {}),
    children: [run(written(line), font, size)],
  })
}

function run(text: string, font: string, size = sizes.text): TextRun {
  return new TextRun({ text, font: { ascii: 'Times New Roman', eastAsia: font }, size, color: '000000' })
}
