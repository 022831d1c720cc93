import { packRows, type SparseMatrix, type SparseRow } from './sparse-matrix.ts'
import { trainSeparator } from './support-vector.ts'
import { emptyCounts, FEATURE_KINDS, FEATURE_SHARES, featureCounts, type FeatureKind } from './word-features.ts'

/** A linear classifier: for every known feature its rarity and one weight a label. */
export interface TextClassifier {
  readonly labels: readonly string[]
  readonly columns: Record<FeatureKind, ReadonlyMap<string, number>>
  readonly rarity: Float32Array
  /** weights[label][column]; the last one is the bias. */
  readonly weights: readonly Float32Array[]
}

export interface LabelledWords {
  readonly label: string
  readonly words: readonly string[]
}

/** How a classifier learns. */
export interface Learning {
  /** What a misjudged sample costs against large weights: the lower, the less single samples count (good where labels are unsure). */
  readonly cost: number
  /** 0: every sample counts the same; 1: every label counts the same in total. */
  readonly balance: number
  /** How much evidence a feature needs before it is held to be typical of a label. */
  readonly smoothing: number
}

const ROUNDS = 20

/**
 * Learns from labelled texts: TF-IDF of words and characters, each feature scaled by how unevenly it falls on a label and the rest
 * (log-count ratio, Wang and Manning, ACL 2012), then one linear separator a label. Deterministic. Throws a RangeError below two labels.
 */
export function trainClassifier(
  samples: readonly LabelledWords[],
  learning: Learning,
  progress?: (label: string) => void,
): TextClassifier {
  const steps = trainInSteps(samples, learning, progress)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, pausing before every label, so that a caller that also serves people can do so in between. */
export function* trainInSteps(
  samples: readonly LabelledWords[],
  learning: Learning,
  progress?: (label: string) => void,
): Generator<void, TextClassifier> {
  const labels = [...new Set(samples.map((sample) => sample.label))].sort()
  if (labels.length < 2) throw new RangeError(`a classifier needs samples of at least two labels, found ${labels.length}`)
  const { columns, rarity } = learnVocabulary(samples)
  const rows = samples.map((sample) => classifierRow({ columns, rarity }, sample.words))
  const matrix = packRows(rows, rarity.length)
  const sizes = new Map<string, number>()
  for (const { label } of samples) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const cost = Float32Array.from(samples, ({ label }) => (samples.length / labels.length / sizes.get(label)!) ** learning.balance)
  const weights: Float32Array[] = []
  for (const label of labels) {
    yield
    progress?.(label)
    weights.push(trainLabel(matrix, (row) => samples[row]!.label === label, cost, learning))
  }
  return { labels, columns, rarity, weights }
}

/** A feature must occur in this many texts: with few samples every word counts, with many a single occurrence is an accident. */
function leastTexts(samples: number): number {
  return samples < 1000 ? 1 : samples < 5000 ? 2 : 3
}

function learnVocabulary(samples: readonly LabelledWords[]): Pick<TextClassifier, 'columns' | 'rarity'> {
  const texts = emptyCounts()
  for (const { words } of samples) {
    const counts = featureCounts(words)
    for (const kind of FEATURE_KINDS)
      for (const feature of counts[kind].keys()) texts[kind].set(feature, (texts[kind].get(feature) ?? 0) + 1)
  }
  const columns = emptyCounts()
  const rarity: number[] = []
  for (const kind of FEATURE_KINDS) {
    for (const [feature, count] of texts[kind]) {
      if (count < leastTexts(samples.length)) continue
      columns[kind].set(feature, rarity.length)
      rarity.push(1 + Math.log((1 + samples.length) / (1 + count)))
    }
  }
  return { columns, rarity: Float32Array.from(rarity) }
}

/** The row of a text: every kind of feature as a unit vector times its share, the whole scaled to length 1. Unknown features fall away. */
export function classifierRow(known: Pick<TextClassifier, 'columns' | 'rarity'>, words: readonly string[]): SparseRow {
  const counts = featureCounts(words)
  const indices: number[] = []
  const values: number[] = []
  let total = 0
  for (const kind of FEATURE_KINDS) {
    const from = values.length
    let square = 0
    for (const [feature, count] of counts[kind]) {
      const column = known.columns[kind].get(feature)
      if (column === undefined) continue
      const value = (1 + Math.log(count)) * known.rarity[column]!
      indices.push(column)
      values.push(value)
      square += value * value
    }
    if (square === 0) continue
    const scale = FEATURE_SHARES[kind] / Math.sqrt(square)
    for (let at = from; at < values.length; at++) values[at]! *= scale
    total += FEATURE_SHARES[kind] ** 2
  }
  const scale = 1 / (Math.sqrt(total) || 1)
  return { indices: Int32Array.from(indices), values: Float32Array.from(values, (value) => value * scale) }
}

function trainLabel(
  matrix: SparseMatrix,
  isOfLabel: (row: number) => boolean,
  cost: Float32Array,
  learning: Learning,
): Float32Array {
  const ratio = countRatio(matrix, isOfLabel, learning.smoothing)
  const values = matrix.values.map((value, at) => value * ratio[matrix.indices[at]!]!)
  const weights = trainSeparator({ ...matrix, values }, isOfLabel, cost, { cost: learning.cost, rounds: ROUNDS })
  for (let column = 0; column < matrix.columns; column++) weights[column]! *= ratio[column]!
  return weights
}

/** |ln| of the share a feature has among the texts of the label over its share among the others. */
function countRatio(matrix: SparseMatrix, isOfLabel: (row: number) => boolean, smoothing: number): Float32Array {
  const inside = new Float64Array(matrix.columns).fill(smoothing)
  const outside = new Float64Array(matrix.columns).fill(smoothing)
  let insideSum = 0
  let outsideSum = 0
  for (let row = 0; row < matrix.rows; row++) {
    const own = isOfLabel(row)
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
      const value = matrix.values[at]!
      if (own) inside[matrix.indices[at]!]! += value
      else outside[matrix.indices[at]!]! += value
      if (own) insideSum += value
      else outsideSum += value
    }
  }
  return Float32Array.from(inside, (value, column) => Math.abs(Math.log(value / insideSum / (outside[column]! / outsideSum))))
}

/** How far a row lies on the side of each label; the highest margin wins. */
export function marginsOf(classifier: TextClassifier, row: SparseRow): Float32Array {
  return Float32Array.from(classifier.weights, (weights) => {
    let margin = weights[classifier.rarity.length]!
    for (let at = 0; at < row.indices.length; at++) margin += weights[row.indices[at]!]! * row.values[at]!
    return margin
  })
}

/**
 * The words of a text that spoke for a label, strongest first, at most `limit`: the contributions of the word itself, of the word in the
 * heading, and of its characters and pairs of characters together. Only words that spoke for it are named.
 */
export function wordsThatDecided(classifier: TextClassifier, words: readonly string[], label: number, limit: number): string[] {
  const row = classifierRow(classifier, words)
  const contribution = new Map<number, number>()
  row.indices.forEach((column, at) => contribution.set(column, classifier.weights[label]![column]! * row.values[at]!))
  const score = (kind: FeatureKind, feature: string): number => contribution.get(classifier.columns[kind].get(feature) ?? -1) ?? 0
  const scores = new Map<string, number>()
  for (const word of words) {
    if (scores.has(word)) continue
    const chars = Array.from(word)
    let sum = score('word', word) + score('heading', word)
    for (const [at, char] of chars.entries()) sum += score('char', char) + (at > 0 ? score('pair', chars[at - 1]! + char) : 0)
    scores.set(word, sum)
  }
  return [...scores]
    .filter(([word, sum]) => sum > 0 && word.length > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([word]) => word)
}
