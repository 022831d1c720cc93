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
