import { referenceOf } from '../../rules/series.ts'

/** What a person who types `112`, `第112号`, `０１１２` or `17-1-112` asks for; null for words. */
export type AskedNumber = { readonly number: number } | { readonly reference: string }

export function askedNumber(words: string): AskedNumber | null {
  const plain = words.normalize('NFKC').replaceAll(/\s+/g, '')
  const number = /^第?0*([1-9]\d{0,5})号?$/.exec(plain)?.[1]
  if (number) return { number: Number(number) }
  const [, series, last] = /^(\d{1,3}-\d{1,4})-(\d{1,6})$/.exec(plain) ?? []
  return series && last ? { reference: referenceOf(series, Number(last)) } : null
}
