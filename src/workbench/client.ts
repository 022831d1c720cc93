import type { Answer, Contract, Request } from '#lib/http/contract.ts'

import { Problem, problemFrom } from './problem.ts'
import { workbenchWords } from './words.ts'

export const API_BASE = '/api/v1'

/** The part of a contract that a browser needs: `{ assign: ['POST', '/suggestions/{id}/assign'] }`; a wrong entry does not compile. */
export type RoutesOf<C extends Contract> = { readonly [K in keyof C]: readonly [C[K]['method'], C[K]['path']] }

export type CallOptions = {
  /** Version of the thing as it was read: sent as `If-Match`, answered 412 when somebody changed it meanwhile. */
  ifMatch?: number
  /** One per intent; a repeated POST with the same key is done once. A fresh one by default. */
  idempotencyKey?: string
  signal?: AbortSignal
}

type Arguments<R> = object extends R ? [request?: R, options?: CallOptions] : [request: R, options?: CallOptions]

export type Client<C extends Contract> = {
  readonly [K in keyof C]: (...given: Arguments<Request<C[K]>>) => Promise<Answer<C[K]>>
}

type Sent = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/**
 * A typed client over a table of routes; the types come from the contract by `import type`, so no schema reaches the browser:
 * `export const api = client<typeof contract>({ assign: ['POST', '/suggestions/{id}/assign'], … })`.
 * Throws `Problem` for every answer that is not a success and for a lost connection.
 */
export function client<C extends Contract>(routes: RoutesOf<C>): Client<C> {
  const table: Readonly<Record<string, readonly [string, string]>> = routes
  const proxy = new Proxy(table, {
    get(known, name) {
      const route = typeof name === 'string' ? known[name] : undefined
      return route && ((request: Sent = {}, options: CallOptions = {}) => call(route, request, options))
    },
  })
  // The documented boundary: the proxy answers exactly the names of the table, whose type is checked against the contract.
  return proxy as unknown as Client<C>
}

/** The address of a GET endpoint, for links and downloads. Parameters and query values are encoded. */
export function addressOf(path: string, { params = {}, query = {} }: Sent = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, text(one))
    }
  }
  const tail = search.toString()
  return `${API_BASE}${filled}${tail ? `?${tail}` : ''}`
}

/** A key that names one intent of a person; works without a secure context too. */
export function intentKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function call([method, path]: readonly [string, string], request: Sent, options: CallOptions): Promise<unknown> {
  const key = method === 'POST' ? (options.idempotencyKey ?? intentKey()) : undefined
  const init: RequestInit = {
    method,
    headers: headersOf(method, request.body, key, options.ifMatch),
    credentials: 'same-origin',
    ...(request.body !== undefined && { body: request.body instanceof File ? request.body : JSON.stringify(request.body) }),
    ...(options.signal && { signal: options.signal }),
  }
  const canRepeat = method === 'GET' || key !== undefined
  return answerOf(await reach(addressOf(path, request), init, canRepeat ? WAITS : []))
}

/** Pauses in milliseconds before each further try; the key makes a repeated POST harmless. */
const WAITS = [400, 1200]
const PASSING = new Set([502, 503, 504])

async function reach(address: string, init: RequestInit, waits: readonly number[]): Promise<Response> {
  const [wait, ...rest] = waits
  try {
    const response = await fetch(address, init)
    if (wait === undefined || !PASSING.has(response.status)) return response
  } catch (error) {
    if (init.signal?.aborted) throw error
    if (wait === undefined) throw new Problem({ status: 0, code: 'offline', detail: workbenchWords().offline })
  }
  await new Promise((go) => setTimeout(go, wait))
  return reach(address, init, rest)
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body
  if (response.status === 401) for (const listener of signedOutListeners) listener()
  throw problemFrom(response.status, body, workbenchWords().unreadable)
}

function headersOf(method: string, body: unknown, key: string | undefined, ifMatch: number | undefined): Record<string, string> {
  const csrf = method === 'GET' ? undefined : cookie('minyi_csrf')
  return {
    accept: 'application/json',
    ...(body !== undefined && typeOf(body)),
    ...(csrf && { 'x-minyi-csrf': csrf }),
    ...(key && { 'idempotency-key': key }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  }
}

/** A file goes as its bytes, its name in a header. */
function typeOf(body: unknown): Record<string, string> {
  if (!(body instanceof File)) return { 'content-type': 'application/json' }
  return { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(body.name) }
}

const signedOutListeners = new Set<() => void>()

/** Told when an answer says that the session is over (401); answers the way to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Value of a cookie that scripts may read. */
export function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value as number | boolean)
}
