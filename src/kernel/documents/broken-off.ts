import type { Writable } from 'node:stream'

/** The reader went away before the file was whole: a closed browser, a full disk. */
export class BrokenOff extends Error {
  constructor() {
    super('The reader of the file went away')
  }
}

/** A signal that is given when `out` closes before it has finished, and a promise that then fails; nothing waits for a reader that is gone. */
export function watchReader(out: Writable): { signal: AbortSignal; gone: Promise<never> } {
  const stop = new AbortController()
  const gone = new Promise<never>((_, reject) => {
    out.once('close', () => {
      if (out.writableFinished) return
      stop.abort(new BrokenOff())
      reject(new BrokenOff())
    })
  })
  // Where nobody happens to be waiting, the failure still shows in the signal.
  gone.catch(() => undefined)
  return { signal: stop.signal, gone }
}
