/**
 * Word documents in. Only their paragraphs are read; layout is dropped. Numbers that Word makes itself (自动编号) are not in the text
 * of the file, so the articles would lose theirs: that is reported, never guessed.
 */

import mammoth from 'mammoth'
import { parseLaw } from './parse.ts'
import type { Defect, LawText } from './types.ts'

/** Reads the bytes of a .docx file; throws where they are none. */
export async function parseDocx(bytes: Uint8Array): Promise<LawText> {
  const buffer = Buffer.from(bytes)
  const { value } = await mammoth.extractRawText({ buffer })
  const law = parseLaw(value)
  const numbered = await countNumbered(buffer)
  return numbered === 0 ? law : { ...law, defects: [numberedByWord(numbered), ...law.defects] }
}

/** Paragraphs that carry a number made by Word. */
async function countNumbered(buffer: Buffer): Promise<number> {
  const { value } = await mammoth.convertToHtml({ buffer }, { ignoreEmptyParagraphs: true })
  return value.match(/<li>/g)?.length ?? 0
}

function numberedByWord(count: number): Defect {
  const reason = `有 ${count} 个段落用了 Word 的自动编号，编号不在文字里，没有读到；请在 Word 中把自动编号转换为文本后重新导入`
  return { kind: 'word-numbering', line: 1, column: 1, start: 0, end: 0, where: '', reason }
}
