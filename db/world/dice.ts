import { createHash } from 'node:crypto'

/** Chance that falls the same way every time. Each part of the world throws its own dice, so that one part can grow without moving the others. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** True in `share` of all throws. */
  isTrue(share: number): boolean
  shuffle<T>(list: readonly T[]): T[]
}

/** The one generator of the world (sfc32), seeded by a name. */
export function diceOf(name: string): Dice {
  const fraction = sfc32(digestOf(`dice ${name}`))
  const whole = (from: number, to: number) => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    isTrue: (share) => fraction() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error(`The dice “${name}” have nothing to pick from`)
      return list[whole(0, list.length - 1)]!
    },
    shuffle: (list) => shuffled(list, whole),
  }
}

/** A UUID of version 7: time-ordered by `instant`, and always the same for the same `name`. */
export function idAt(instant: Date, name: string): string {
  const time = instant.getTime().toString(16).padStart(12, '0')
  const noise = digestOf(`id ${name}`).toString('hex')
  const variant = '89ab'[Number.parseInt(noise[3]!, 16) % 4]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(`minyi world: ${text}`).digest()
}

function sfc32(seed: Buffer): () => number {
  let [a, b, c, count] = [seed.readInt32LE(0), seed.readInt32LE(4), seed.readInt32LE(8), seed.readInt32LE(12)]
  return () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
}

function shuffled<T>(list: readonly T[], whole: Dice['whole']): T[] {
  const rest = [...list]
  for (let last = rest.length - 1; last > 0; last -= 1) {
    const other = whole(0, last)
    ;[rest[last], rest[other]] = [rest[other]!, rest[last]!]
  }
  return rest
}
