/**
 * Document numbers (发文字号) as GB/T 9704-2012 §7.2.5 writes them: the organ's code, the full year in 〔〕, the number without leading
 * zeros and without 第, then 号: `人办〔2022〕5号`.
 */
export interface DocumentNumber {
  /** The organ's code (机关代字), such as 人办. */
  readonly series: string
  readonly year: number
  readonly number: number
}

const EXACT = /^(\p{Script=Han}[\p{Script=Han}（）]{0,19})〔(\d{4})〕([1-9]\d{0,5})号$/u
const LOOSE = /^(.+?)[〔[［【(（<〈]\s*(\d{2}|\d{4})\s*(?:年)?[〕\]］】)）>〉]\s*(?:第\s*)?0*(\d{1,6})\s*号?$/u

export function formatDocumentNumber({ series, year, number }: DocumentNumber): string {
  return `${series}〔${year}〕${number}号`
}

/** Reads a number that is written exactly as the standard says; null otherwise. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const [, series, year, number] = EXACT.exec(text) ?? []
  return series && year && number ? { series, year: Number(year), number: Number(number) } : null
}

/** What a person probably meant, written right: `人办[2022]第05号` gives `人办〔2022〕5号`; null where nothing can be made of it. */
export function tidyDocumentNumber(text: string): string | null {
  const [, series, year, number] = LOOSE.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? []
  if (!series || !year || Number(number) === 0) return null
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year)
  const tidy = formatDocumentNumber({ series, year: fullYear, number: Number(number) })
  return parseDocumentNumber(tidy) === null ? null : tidy
}

/** What is wrong with a number and how to write it; null where nothing is. */
export function faultOfDocumentNumber(text: string): string | null {
  if (parseDocumentNumber(text) !== null) return null
  const tidy = tidyDocumentNumber(text)
  if (tidy !== null) return `文号应写成 ${tidy}：年份用六角括号〔〕、写全四位，序号不加“第”、不编虚位。`
  return '文号应写成 人办〔2022〕5号 这样的形式：机关代字、六角括号中的四位年份、序号、“号”。'
}
