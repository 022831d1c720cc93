/** Times in milliseconds of repeated runs. */
export interface Times {
  readonly p50: number
  readonly p95: number
}

/** Runs `work` `count` times after a warm-up. */
export async function time(work: (round: number) => Promise<unknown>, count = 40, warmUp = 5): Promise<Times> {
  for (let round = 0; round < warmUp; round += 1) await work(round)
  const taken: number[] = []
  for (let round = 0; round < count; round += 1) {
    const start = performance.now()
    await work(round)
    taken.push(performance.now() - start)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  return { p50: sorted[Math.floor(count * 0.5)]!, p95: sorted[Math.floor(count * 0.95)]! }
}

/** Operations a second with `clients` at once, over `seconds`. */
export async function rate(work: (client: number) => Promise<unknown>, clients: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000
  let done = 0
  const run = async (client: number): Promise<void> => {
    while (performance.now() < until) {
      await work(client)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)))
  return done / seconds
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0))
