import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import { pick, type Locale, type Words } from '#lib/pure/words.ts'

export type Sentence<P> = Words<(payload: P) => string>

/** One kind of event: the shape of its payload, who may read it on a timeline, and one sentence in each language. */
export interface EventKind<S extends z.ZodType = z.ZodType> {
  readonly payload: S
  /** `public` events may appear on a public timeline; `internal` ones only inside the congress; `restricted` only in the audit log. */
  readonly visibility: 'public' | 'internal' | 'restricted'
  readonly sentence: Sentence<z.output<S>>
  /** Parts of the payload of a public event that its public sentence does not tell, so they do not leave the house either. */
  readonly keptIn?: readonly (keyof z.output<S> & string)[]
}

/** Whether what events are about is kept in the house: confidential, or not public yet. */
export type IsKept = (tx: Tx, subjectId: string) => Promise<boolean>

export type Catalogue = Readonly<Record<string, EventKind>>

/** Gives one kind its types: the sentences are checked against the payload. */
export function kind<S extends z.ZodType>(it: EventKind<S>): EventKind<S> {
  return it
}

/** An event as it is recorded. `actorId` is null for what a job or a member of the public did. */
export interface EventInput<C extends Catalogue, N extends keyof C & string> {
  name: N
  subjectId: string
  actorId: string | null
  payload: z.input<C[N]['payload']>
}

/** An event as it was read. */
export interface EventRow {
  id: string
  name: string
  subjectId: string
  actorId: string | null
  at: Date
  payload: unknown
}

/** The sentence of an event, or its name where its kind is no longer known: history must stay readable. */
export function sentenceOf(catalogue: Catalogue, event: Pick<EventRow, 'name' | 'payload'>, locale: Locale): string {
  const it = catalogue[event.name]
  if (!it) return event.name
  const parsed = it.payload.safeParse(event.payload)
  return parsed.success ? pick(locale, it.sentence)(parsed.data) : event.name
}
