import type { SparseMatrix } from './sparse-matrix.ts'

/** How hard training tries: `cost` weighs a misjudged sample against large weights; `rounds` is the most passes over the samples. */
export interface TrainingEffort {
  readonly cost: number
  readonly rounds: number
}

/**
 * Weights of a linear support vector machine with squared hinge loss, one class against the rest, found by dual coordinate
 * descent (Hsieh and others, ICML 2008). The order of visits comes from a fixed seed, so equal input gives equal weights.
 * The last weight is the bias. `sampleCost[i]` scales the cost of sample i.
 */
export function trainSeparator(
  matrix: SparseMatrix,
  isOfClass: (row: number) => boolean,
  sampleCost: Float32Array,
  effort: TrainingEffort,
): Float32Array {
  const { rows, columns, starts, indices, values } = matrix
  const weights = new Float32Array(columns + 1)
  const alpha = new Float64Array(rows)
  const order = Int32Array.from({ length: rows }, (_, row) => row)
  const random = seededRandom(1)
  for (let round = 0; round < effort.rounds; round++) {
    shuffle(order, random)
    let worst = 0
    for (const row of order) {
      const sign = isOfClass(row) ? 1 : -1
      const soft = 0.5 / (effort.cost * sampleCost[row]!)
      let margin = weights[columns]!
      let square = 1
      for (let at = starts[row]!; at < starts[row + 1]!; at++) {
        margin += weights[indices[at]!]! * values[at]!
        square += values[at]! * values[at]!
      }
      const gradient = sign * margin - 1 + alpha[row]! * soft
      const step = alpha[row] === 0 ? Math.min(gradient, 0) : gradient
      worst = Math.max(worst, Math.abs(step))
      if (Math.abs(step) < 1e-9) continue
      const before = alpha[row]!
      alpha[row] = Math.max(before - gradient / (square + soft), 0)
      const change = (alpha[row]! - before) * sign
      for (let at = starts[row]!; at < starts[row + 1]!; at++) weights[indices[at]!]! += change * values[at]!
      weights[columns]! += change
    }
    if (worst < 0.05) break
  }
  return weights
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}

/** Numbers in [0, 1) that are the same in every run (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
