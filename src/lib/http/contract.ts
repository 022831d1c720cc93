import type * as z from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the API as plain data. From it come the route, its validation, the browser's types and the OpenAPI document.
 * `audience` lists who may call it and has no default: an operation without one does not compile.
 */
export interface Endpoint<Audience extends string = string> {
  readonly method: Method
  readonly path: `/${string}`
  readonly summary: string
  readonly audience: readonly [Audience, ...Audience[]]
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly ok: z.ZodType
  readonly status?: 200 | 201 | 202
  /** Requests a minute from one address; the default is the limit of the whole site. */
  readonly rateLimit?: number
  /** Open to a person who must first change the password or enrol a second factor. */
  readonly beforeDuty?: boolean
  /** Reading it is itself an event, so its transaction may write that event. */
  readonly isRecorded?: boolean
  /** The answer holds a secret: it is kept nowhere, so a retry under the same `Idempotency-Key` changes nothing and says so (409). */
  readonly isShownOnce?: boolean
}

export type Contract<Audience extends string = string> = Readonly<Record<string, Endpoint<Audience>>>

/** Keeps the literal types of a contract; `Audience` is bound once by the kernel (see `kernel/identity/contract.ts`). */
export function defineFor<Audience extends string>() {
  return <const C extends Contract<Audience>>(contract: C): C => contract
}

// Indexing `_zod` instead of `z.output` keeps the type check of hundreds of routes fast.
export type Output<S> = S extends z.ZodType ? S['_zod']['output'] : undefined
export type Input<S> = S extends z.ZodType ? S['_zod']['input'] : undefined

/** What a handler receives, after validation. */
export interface Call<E extends Endpoint> {
  params: Output<E['params']>
  query: Output<E['query']>
  body: Output<E['body']>
}

/** What a client sends. */
export type Request<E extends Endpoint> = (E['params'] extends z.ZodType ? { params: Input<E['params']> } : object) &
  (E['query'] extends z.ZodType ? { query?: Input<E['query']> } : object) &
  (E['body'] extends z.ZodType ? { body: Input<E['body']> } : object)

export type Answer<E extends Endpoint> = Output<E['ok']>

/** One handler for each operation of a contract; a missing or a misspelt one does not compile. */
export type Handlers<Context, C extends Contract> = {
  readonly [K in keyof C]: (context: Context, call: Call<C[K]>) => Promise<Answer<C[K]>>
}

/** The part of a contract that the browser needs at run time: no schemas. */
export function routesOf<C extends Contract>(contract: C): { [K in keyof C]: readonly [Method, string] } {
  const routes = Object.entries(contract).map(([name, e]) => [name, [e.method, e.path] as const])
  return Object.fromEntries(routes) as { [K in keyof C]: readonly [Method, string] }
}
