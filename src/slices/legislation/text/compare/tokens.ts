/**
 * Words as the unit of a readable difference. A Chinese text has no spaces between words; a difference by characters cuts 市场主体
 * and 经营主体 after 市. The words come from the dictionary that is part of every JavaScript engine (Intl.Segmenter); references
 * (第十二条之一) and amounts (三十日, 5万元) stay whole.
 */

import { isBlank, plain } from '../blanks.ts'
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

/** The words of the text in order; put together they are the text. Blanks inside a word (总 则) do not cut it. */
export function tokensOf(text: string): Token[] {
  const offsets: number[] = []
  let visible = ''
  for (let index = 0; index < text.length; index += 1) {
    if (isBlank(text.charAt(index))) continue
    offsets.push(index)
    visible += text.charAt(index)
  }
  if (visible === '') return text === '' ? [] : [{ text, key: '' }]
  const tokens: Token[] = []
  let at = 0
  for (const word of wordsIn(visible)) {
    const start = at === 0 ? 0 : offsets[at]
    at += word.length
    tokens.push({ text: text.slice(start, offsets[at]), key: plain(word) })
  }
  return tokens
}

function wordsIn(text: string): string[] {
  const words: string[] = []
  let at = 0
  for (const match of text.matchAll(whole)) {
    words.push(...segmented(text.slice(at, match.index)), match[0])
    at = match.index + match[0].length
  }
  return [...words, ...segmented(text.slice(at))]
}

function segmented(text: string): string[] {
  return text === '' ? [] : [...segmenter.segment(text)].map((part) => part.segment)
}
