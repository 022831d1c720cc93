/** The languages of the product. Chinese is written first; English follows the same shape. */
export type Locale = 'zh-CN' | 'en'

/** A typed dictionary pair: `const zh = {...}`, `const en: typeof zh = {...}`, `export const words = { zh, en }`. */
export type Words<D> = { readonly zh: D; readonly en: D }

/** The dictionary of one language. */
export function pick<D>(locale: Locale, words: Words<D>): D {
  return locale === 'en' ? words.en : words.zh
}

/**
 * Every place where two dictionaries differ in shape or leave a person without words.
 * Answers sentences such as `form.save: empty in en`; an empty list is a complete dictionary.
 */
export function wordGaps(words: Words<unknown>, path = ''): string[] {
  const { zh, en } = words
  const here = path || '(root)'
  if (typeof zh !== typeof en) return [`${here}: ${typeof zh} in zh, ${typeof en} in en`]
  if (typeof zh === 'function' && typeof en === 'function') return functionGaps(zh, en, here)
  if (isRecord(zh) && isRecord(en)) return recordGaps(zh, en, path)
  return [...emptyGap(zh, 'zh', here), ...emptyGap(en, 'en', here)]
}

function recordGaps(zh: Record<string, unknown>, en: Record<string, unknown>, path: string): string[] {
  const keys = new Set([...Object.keys(zh), ...Object.keys(en)])
  return [...keys].flatMap((key) => {
    const at = path ? `${path}.${key}` : key
    if (!(key in en)) return [`${at}: missing in en`]
    if (!(key in zh)) return [`${at}: missing in zh`]
    return wordGaps({ zh: zh[key], en: en[key] }, at)
  })
}

/** Functions for plurals are tried with numbers: each must answer text and take as many arguments in both languages. */
function functionGaps(zh: Function, en: Function, here: string): string[] {
  if (zh.length < en.length) return [`${here}: en takes ${en.length} arguments, zh ${zh.length}`]
  return [0, 1, 2].flatMap((n) => [...emptyGap(answer(zh, n), 'zh', here), ...emptyGap(answer(en, n), 'en', here)])
}

function answer(words: Function, n: number): unknown {
  const given: unknown[] = Array.from({ length: words.length }, () => n)
  return Reflect.apply(words, undefined, given)
}

function emptyGap(value: unknown, language: string, here: string): string[] {
  if (typeof value === 'string' && value.trim() !== '') return []
  return [typeof value === 'string' ? `${here}: empty in ${language}` : `${here}: no text in ${language}`]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
