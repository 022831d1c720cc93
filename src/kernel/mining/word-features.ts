import { plainText } from './plain-text.ts'
import { cutWords } from './segmenter.ts'
import { isEmptyWord } from './stop-words.ts'

/** A text for the classifier: as written, or already cut into words with the empty ones gone (as archives sometimes keep it). */
export type TextOrWords = { readonly title?: string | undefined; readonly text: string } | { readonly words: readonly string[] }

/** The first words of a message are its heading: people say there what they want. They count more, in archives without titles too. */
const HEADING_WORDS = 8
const HEADING_WEIGHT = 4

/** The kinds of features; every kind is scaled to its own share before they are put together. */
export const FEATURE_SHARES = { word: 1, heading: 0.5, char: 0.5, pair: 1 } as const
export type FeatureKind = keyof typeof FEATURE_SHARES
export const FEATURE_KINDS: readonly FeatureKind[] = ['word', 'heading', 'char', 'pair']

export type FeatureCounts = Record<FeatureKind, Map<string, number>>

export function emptyCounts(): FeatureCounts {
  return { word: new Map(), heading: new Map(), char: new Map(), pair: new Map() }
}

/** The words with meaning of a text, in order. */
export function meaningfulWords(input: TextOrWords): string[] {
  const words = 'words' in input ? input.words.map(plainText) : cutWords(plainText(`${input.title ?? ''}。${input.text}`))
  return words.filter((word) => word !== '' && !isEmptyWord(word))
}

/** How often each feature occurs: words, words of the heading, characters, pairs of characters. Pairs reach over word limits. */
export function featureCounts(words: readonly string[]): FeatureCounts {
  const counts = emptyCounts()
  let before = ''
  words.forEach((word, at) => {
    const weight = at < HEADING_WORDS ? HEADING_WEIGHT : 1
    add(counts.word, word, weight)
    if (at < HEADING_WORDS) add(counts.heading, word, 1)
    for (const char of word) {
      add(counts.char, char, weight)
      if (before !== '') add(counts.pair, before + char, weight)
      before = char
    }
  })
  return counts
}

function add(counts: Map<string, number>, feature: string, weight: number): void {
  counts.set(feature, (counts.get(feature) ?? 0) + weight)
}
