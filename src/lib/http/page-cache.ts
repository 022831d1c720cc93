import { createHash, randomUUID } from 'node:crypto'
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
 * The newest pages, bounded in number and in bytes (an address of 15 KB stands in every link of its page); the oldest leaves first.
 * An entry holds until its congress changes (`drop`, told by NOTIFY on every copy) or `ttlMs` passes, because “还剩 4 个工作日” grows
 * old by itself.
 */
export class PageCache {
  readonly #pages = new Map<string, { page: Rendered; until: number; bytes: number }>()
  readonly #most: { pages: number; bytes: number }
  readonly #ttlMs: number
  /** How often each congress changed since this copy began, and how often anything may have been missed; see `mark`. */
  readonly #changes = new Map<number, number>()
  readonly #began = randomUUID().slice(0, 8)
  #gaps = 0
  #bytes = 0

  constructor(most = { pages: 2000, bytes: 64 * 1_048_576 }, ttlMs = 60_000) {
    this.#most = most
    this.#ttlMs = ttlMs
  }

  get(group: number, key: string, now: number): Rendered | undefined {
    const entry = this.#pages.get(`${group} ${key}`)
    return entry && entry.until > now ? entry.page : undefined
  }

  set(group: number, key: string, page: Rendered, now: number): void {
    const whole = `${group} ${key}`
    this.#forget(whole)
    const bytes = 2 * whole.length + page.body.length + page.gzip.length
    this.#pages.set(whole, { page, until: now + this.#ttlMs, bytes })
    this.#bytes += bytes
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.#most.pages && this.#bytes <= this.#most.bytes) return
      this.#forget(oldest)
    }
  }

  /** Stays the same while nothing changes in a congress, as far as this copy knows: what is too long to keep is revalidated by it. */
  mark(group: number): string {
    return `${this.#began}-${this.#gaps}-${this.#changes.get(group) ?? 0}`
  }

  /** Forgets every page of one congress. */
  drop(group: number): void {
    this.#changes.set(group, (this.#changes.get(group) ?? 0) + 1)
    for (const key of this.#pages.keys()) if (key.startsWith(`${group} `)) this.#forget(key)
  }

  /** Forgets everything: what happened while nobody listened is not known. */
  clear(): void {
    this.#gaps += 1
    this.#pages.clear()
    this.#bytes = 0
  }

  #forget(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0
    this.#pages.delete(key)
  }
}
