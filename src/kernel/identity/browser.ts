/** What signing in needs of the browser on the other side; the HTTP side of the program provides it. */
export interface Browser {
  /** The address it comes from, a proxy's word only where the proxy is trusted. */
  readonly address: string
  /** How it calls itself. */
  readonly client: string
  /** Scheme and host under which it reached us, `https://city.example`. */
  readonly origin: string
  /** Path and query of the request. */
  readonly url: string
  cookie(name: string): string | undefined
  setCookie(name: string, value: string, more?: { isReadable?: boolean; maxAgeSeconds?: number }): void
  clearCookie(name: string): void
}
