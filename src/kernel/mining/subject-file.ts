import * as z from 'zod'
import type { SubjectModel } from './subjects.ts'
import { emptyCounts, FEATURE_KINDS } from './word-features.ts'

const Features = z.array(z.string())
const SubjectFile = z.object({
  kind: z.literal('minyi.subjects'),
  version: z.literal(1),
  samples: z.number().int(),
  steepness: z.number(),
  labels: z.array(z.string()).min(2),
  features: z.object({ word: Features, heading: Features, char: Features, pair: Features }),
  rarity: z.string(),
  weights: z.array(z.object({ bias: z.number(), step: z.number(), values: z.string() })),
})

/**
 * The model as one JSON text of some megabytes: weights in 255 steps a label, rarities in hundredths. What is read back from it
 * judges as the trained model does but for messages on the border.
 */
export function writeSubjectFile(model: SubjectModel): string {
  const { labels, columns, rarity, weights } = model.classifier
  const features = {
    word: [...columns.word.keys()],
    heading: [...columns.heading.keys()],
    char: [...columns.char.keys()],
    pair: [...columns.pair.keys()],
  }
  return JSON.stringify({
    kind: 'minyi.subjects',
    version: 1,
    samples: model.samples,
    steepness: model.steepness,
    labels: [...labels],
    features,
    rarity: toBase64(Uint8Array.from(new Uint8Array(Uint16Array.from(rarity, (value) => Math.round(value * 100)).buffer))),
    weights: weights.map((values) => quantise(values)),
  } satisfies z.input<typeof SubjectFile>)
}

/** Reads a model back. Throws a zod error that names the place where the text is not such a file. */
export function readSubjectFile(text: string): SubjectModel {
  const file = SubjectFile.parse(JSON.parse(text))
  const columns = emptyCounts()
  let column = 0
  for (const kind of FEATURE_KINDS) for (const feature of file.features[kind]) columns[kind].set(feature, column++)
  const rarity = Float32Array.from(new Uint16Array(fromBase64(file.rarity).buffer), (value) => value / 100)
  const weights = file.weights.map(({ bias, step, values }) => {
    const steps = new Int8Array(fromBase64(values).buffer)
    return Float32Array.from({ length: steps.length + 1 }, (_, at) => (at === steps.length ? bias : steps[at]! * step))
  })
  return { samples: file.samples, steepness: file.steepness, classifier: { labels: file.labels, columns, rarity, weights } }
}

function quantise(weights: Float32Array): { bias: number; step: number; values: string } {
  const bias = weights[weights.length - 1]!
  const body = weights.subarray(0, -1)
  const step = body.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
  return { bias, step, values: toBase64(new Uint8Array(Int8Array.from(body, (weight) => Math.round(weight / step)).buffer)) }
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}
