import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

/** A rendered page, compressed once for all its readers. */
export interface Rendered {
  readonly body: Buffer
  readonly gzip: Buffer
  readonly etag: string
}

export function rendered(html: string): Rendered {
  const body = Buffer.from(html)
  return { body, gzip: gzipSync(body), etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}

/**
 * The newest pages, bounded in number; the oldest leaves first. An entry holds until its congress changes (`drop`, told by NOTIFY on
 * every copy) or `ttlMs` passes, because "还剩 4 个工作日" grows old by itself.
 */
export class PageCache {
  readonly #pages = new Map<string, { page: Rendered; until: number }>()
  readonly #most: number
  readonly #ttlMs: number

  constructor(most = 2000, ttlMs = 60_000) {
    this.#most = most
    this.#ttlMs = ttlMs
  }

  get(group: number, key: string, now: number): Rendered | undefined {
    const entry = this.#pages.get(`${group} ${key}`)
    return entry && entry.until > now ? entry.page : undefined
  }

  set(group: number, key: string, page: Rendered, now: number): void {
    const whole = `${group} ${key}`
    this.#pages.delete(whole)
    this.#pages.set(whole, { page, until: now + this.#ttlMs })
    const oldest = this.#pages.keys().next()
    if (this.#pages.size > this.#most && !oldest.done) this.#pages.delete(oldest.value)
  }

  /** Forgets every page of one congress. */
  drop(group: number): void {
    for (const key of this.#pages.keys()) if (key.startsWith(`${group} `)) this.#pages.delete(key)
  }

  /** Forgets everything: what happened while nobody listened is not known. */
  clear(): void {
    this.#pages.clear()
  }
}
