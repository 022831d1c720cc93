/**
 * One spelling of a text for comparing: Unicode NFKC (full and half width become one), lower case, no zero-width marks,
 * no links, runs of white space as one space. Digits and letters stay: "A3区", "110kv" and house numbers tell places apart.
 */
export function plainText(raw: string): string {
  return raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/https?:\/\/[\w./?=&%#:-]+/g, ' ')
    .replace(/[\u200b-\u200f\u2028-\u202f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const NOT_WORD = /[^\p{L}\p{N}]+/u

/** The runs of letters and digits of a plain text; n-grams never reach over a mark between two runs. */
export function runsOf(plain: string): string[] {
  return plain.split(NOT_WORD).filter((run) => run !== '')
}

/** Every n-gram of `size` characters inside the runs, in order, repeats included. */
export function charGrams(runs: readonly string[], size: number): string[] {
  const grams: string[] = []
  for (const run of runs) {
    const chars = Array.from(run)
    for (let at = 0; at + size <= chars.length; at++) grams.push(chars.slice(at, at + size).join(''))
  }
  return grams
}
