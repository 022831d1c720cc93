/**
 * Words as the unit of a readable difference. A Chinese text has no spaces between words; a difference by characters cuts 市场主体
 * and 经营主体 after 市. The words come from the dictionary that is part of every JavaScript engine (Intl.Segmenter); references
 * (第十二条之一) and amounts (三十日, 5万元) stay whole.
 */

import { plain } from '../blanks.ts'
import { numeralCharacters } from '../numerals.ts'

export interface Token {
  /** As written, with the blanks and line breaks behind it. */
  text: string
  /** What is compared. */
  key: string
}

const number = `[${numeralCharacters}]`
const whole = new RegExp(
  `第${number}+(?:分编|[条款项目编章节届次])(?:之${number}+)?|第?[（(]${number}+[）)]项?|[0-9０-９]+(?:[.．][0-9０-９]+)?[%％万亿元年月日个倍]*|${number}+(?:个?工作日|[日年月]|个月|倍|万?元|以[上下内])`,
  'g',
)
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of the text in order; put together they are the text. */
export function tokensOf(text: string): Token[] {
  const words: string[] = []
  let at = 0
  for (const match of text.matchAll(whole)) {
    words.push(...wordsIn(text.slice(at, match.index)), match[0])
    at = match.index + match[0].length
  }
  words.push(...wordsIn(text.slice(at)))
  return withBlanksBehind(words)
}

function wordsIn(text: string): string[] {
  return text === '' ? [] : [...segmenter.segment(text)].map((part) => part.segment)
}

/** Blanks are no words: they go with the word before them. */
function withBlanksBehind(words: readonly string[]): Token[] {
  const tokens: Token[] = []
  for (const word of words) {
    const key = plain(word)
    const last = tokens.at(-1)
    if (key === '' && last) last.text += word
    else tokens.push({ text: word, key })
  }
  return tokens
}
