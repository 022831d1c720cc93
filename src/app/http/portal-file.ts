import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { readCongress, type Database } from '#lib/db/tx.ts'
import type { PageCache } from '#lib/http/page-cache.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import type { PortalFile } from '#portal/route.ts'
import { localeOf } from './locale.ts'
import { congressOf } from './tenant.ts'

/** Each takes many readings of the database, so one address gets fewer of them than pages. */
const MOST_A_MINUTE = 30

/** A feed, calendar or table of public data: streamed, never kept, and not sent again while nothing has changed since the last time. */
export function servePortalFile(
  app: FastifyInstance,
  file: PortalFile,
  { database, cache, clock }: { database: Database; cache: PageCache; clock: () => Date },
): void {
  const config = { rateLimit: { max: MOST_A_MINUTE, timeWindow: '1 minute' } }
  app.get(file.path, { schema: { hide: true }, config }, async (request, reply) => {
    const congress = congressOf(request)
    const now = clock()
    const locale = localeOf(request)
    // Due dates grow old by themselves, from one day to the next.
    const etag = `W/"${cache.mark(congress.id)}-${toBeijingDate(now)}-${locale}"`
    reply
      .header('etag', etag)
      .header('cache-control', 'public, max-age=0, must-revalidate')
      .header('vary', 'cookie, accept-encoding')
    if (request.headers['if-none-match'] === etag) return reply.code(304).send()
    const reading = {
      now,
      locale,
      origin: `${request.protocol}://${request.host}`,
      congress,
      read: <T>(work: Parameters<typeof readCongress<T>>[2]) => readCongress(database, congress.id, work),
    }
    const text = Readable.from(file.write(reading, request.query as Record<string, unknown>), { objectMode: false })
    return reply.type(file.mediaType).send(text)
  })
}
