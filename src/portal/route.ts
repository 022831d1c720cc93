import type { ReactElement } from 'react'
import type * as z from 'zod'
import type { Tx } from '#lib/db/tx.ts'
import type { Locale } from '#lib/pure/words.ts'
import type { Frame } from './page.tsx'

/** What a public page may know: the congress's data and the day. It knows no reader, so one rendering serves everybody. */
export interface PageReading {
  readonly tx: Tx
  readonly now: Date
  readonly locale: Locale
}

/** A public page: its address (Fastify syntax), the shape of its query, and how it reads and draws itself. */
export interface PortalRoute {
  readonly path: `/${string}`
  readonly query: z.ZodObject
  open(
    reading: PageReading,
    request: { params: Record<string, string>; query: Record<string, unknown> },
  ): Promise<(frame: Frame) => ReactElement>
}

/** What a public file may know: it reads in steps, so that a slow reader holds no database connection between them. */
export interface FileReading {
  readonly now: Date
  readonly locale: Locale
  readonly origin: string
  readonly congress: { readonly name: string }
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}

/** Public data that are no page: feeds, calendars, tables. Written piece by piece, whatever their length. */
export interface PortalFile {
  readonly path: `/${string}`
  readonly mediaType: string
  readonly query: z.ZodObject
  write(reading: FileReading, query: Record<string, unknown>): AsyncIterable<string>
}

/** Keeps the types of one file together: `write` gets what `query` read. */
export function portalFile<Q extends z.ZodObject>(it: {
  path: `/${string}`
  mediaType: string
  query: Q
  write(reading: FileReading, query: z.output<Q>): AsyncIterable<string>
}): PortalFile {
  const { path, mediaType, query } = it
  return { path, mediaType, query, write: (reading, asked) => it.write(reading, query.parse(asked)) }
}

/** Keeps the types of one page together: what `load` answers is what `draw` gets. */
export function portalRoute<Q extends z.ZodObject, D>(it: {
  path: `/${string}`
  query: Q
  load(reading: PageReading, request: { params: Record<string, string>; query: z.output<Q> }): Promise<D>
  draw(frame: Frame, data: D): ReactElement
}): PortalRoute {
  return {
    path: it.path,
    query: it.query,
    open: async (reading, { params, query }) => {
      const data = await it.load(reading, { params, query: it.query.parse(query) })
      return (frame) => it.draw(frame, data)
    },
  }
}
