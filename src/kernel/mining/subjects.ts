import {
  classifierRow,
  marginsOf,
  trainClassifier,
  wordsThatDecided,
  type LabelledWords,
  type Learning,
  type TextClassifier,
} from './text-classifier.ts'
import { meaningfulWords, type TextOrWords } from './word-features.ts'

/** A message with the subject a person gave it. */
export type SubjectSample = TextOrWords & { readonly label: string }

/** Learnt subjects: the classifier and how margins become probabilities. */
export interface SubjectModel {
  readonly samples: number
  readonly steepness: number
  readonly classifier: TextClassifier
}

export interface SubjectGuess {
  readonly label: string
  /** 0 to 1, calibrated on samples kept aside during training. */
  readonly probability: number
  /** The words of the message that spoke for the label, strongest first. */
  readonly why: string[]
}

// Chosen by cross-validation on public messages; the result is flat around these values. Small subjects count more than their number.
const LEARNING: Learning = { cost: 0.4, balance: 0.5, smoothing: 0.5 }
const WHY_WORDS = 5

/**
 * Learns subjects from a congress's own decisions. Deterministic; some seconds for 10,000 messages. `calibrate: false` halves the time
 * and leaves probabilities rough. Throws a RangeError below two labels.
 */
export function trainSubjects(
  samples: readonly SubjectSample[],
  options: { calibrate?: boolean; progress?: (line: string) => void } = {},
): SubjectModel {
  const labelled = samples.map((sample) => ({ label: sample.label, words: meaningfulWords(sample) }))
  const steepness = options.calibrate === false ? USUAL_STEEPNESS : steepnessOf(labelled, options.progress)
  const classifier = trainClassifier(labelled, LEARNING, (label) => options.progress?.(`学习类别：${label}`))
  return { samples: samples.length, steepness, classifier }
}

/** The subject of one message. An aid: a person decides. */
export function classify(model: SubjectModel, text: TextOrWords): SubjectGuess {
  const words = meaningfulWords(text)
  const margins = marginsOf(model.classifier, classifierRow(model.classifier, words))
  const best = margins.indexOf(Math.max(...margins))
  return {
    label: model.classifier.labels[best]!,
    probability: softmax(margins, model.steepness)[best]!,
    why: wordsThatDecided(model.classifier, words, best, WHY_WORDS),
  }
}

const USUAL_STEEPNESS = 3
const STEEPNESSES = [1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8]

/** Trains on four fifths and takes the steepness that makes the labels of the last fifth most likely. */
function steepnessOf(samples: readonly LabelledWords[], progress?: (line: string) => void): number {
  const kept = samples.filter((_, at) => at % 5 === 4)
  const rest = samples.filter((_, at) => at % 5 !== 4)
  if (kept.length < 20 || new Set(rest.map(({ label }) => label)).size < 2) return USUAL_STEEPNESS
  const classifier = trainClassifier(rest, LEARNING, (label) => progress?.(`校准：${label}`))
  const judged = kept
    .map(({ label, words }) => ({
      truth: classifier.labels.indexOf(label),
      margins: marginsOf(classifier, classifierRow(classifier, words)),
    }))
    .filter(({ truth }) => truth >= 0)
  const loss = (steepness: number): number =>
    judged.reduce((sum, { truth, margins }) => sum - Math.log(softmax(margins, steepness)[truth]! + 1e-9), 0)
  return STEEPNESSES.reduce((best, steepness) => (loss(steepness) < loss(best) ? steepness : best))
}

function softmax(margins: Float32Array, steepness: number): number[] {
  const highest = Math.max(...margins)
  const powers = Array.from(margins, (margin) => Math.exp(steepness * (margin - highest)))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}
