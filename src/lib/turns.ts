/** Runs at most `places` pieces of work at once, the others in the order they came. Answers null where too many already wait. */
export function turns(places: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> | null {
  const waiting: (() => void)[] = []
  let running = 0
  // A place is handed to the next in line, never set free in between: a newcomer cannot slip in.
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
  return (work) => {
    if (running < places) {
      running += 1
      return work().finally(leave)
    }
    if (waiting.length >= maxWaiting) return null
    return new Promise<void>((resolve) => waiting.push(resolve)).then(work).finally(leave)
  }
}

/** One queue for each key: work under the same key runs one after the other, under different keys at once. */
export function turnsByKey(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
