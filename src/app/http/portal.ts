import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readCongress, type Database } from '#lib/db/tx.ts'
import { notFound } from '#lib/http/problem.ts'
import { rendered, type PageCache, type Rendered } from '#lib/http/page-cache.ts'
import { render } from '#portal/kit.ts'
import type { PortalRoute } from '#portal/route.ts'
import { portalStylesheet } from '#portal/stylesheet.ts'
import { frameOf, rememberChoices } from '../portal/frame.ts'
import { problemPage } from '../portal/problem-page.tsx'
import { portalFiles, portalRoutes } from '../portal/routes.tsx'
import { servePortalFile } from './portal-file.ts'
import { asProblem } from './problems.ts'
import { congressOf, hasCongress } from './tenant.ts'

const YEAR = 'public, max-age=31536000, immutable'

/** The public pages: rendered once for everybody, compressed once, kept until the congress changes. */
export async function servePortal(app: FastifyInstance, database: Database, cache: PageCache, clock: () => Date): Promise<void> {
  const stylesheet = portalStylesheet(process.cwd())
  await app.register(async (pages) => {
    pages.setErrorHandler((error: FastifyError, request, reply) => {
      if (!hasCongress(request)) throw error
      const problem = asProblem(error, request)
      return html(reply, problem.status, render(problemPage(frameOf(request, stylesheet.href), problem)))
    })
    pages.get(stylesheet.href, { schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', YEAR).type('text/css; charset=utf-8').send(stylesheet.body),
    )
    for (const file of portalFiles) servePortalFile(pages, file, { database, cache, clock })
    for (const route of portalRoutes) {
      pages.get(route.path, { schema: { hide: true } }, async (request, reply) => {
        rememberChoices(request, reply)
        const page = await open(route, request)
        return send(request, reply, page)
      })
    }
    // Whatever is no page of ours is told so on a page; below /api a program asks.
    pages.get('/*', { schema: { hide: true } }, async (request, reply) => {
      if (request.url.startsWith('/api/')) return reply.callNotFound()
      throw notFound()
    })
  })

  async function open(route: PortalRoute, request: FastifyRequest): Promise<Rendered> {
    const congress = congressOf(request)
    const frame = frameOf(request, stylesheet.href)
    const now = clock()
    const key = [frame.locale, frame.view, frame.theme, frame.origin, frame.path].join(' ')
    const kept = cache.get(congress.id, key, now.getTime())
    if (kept) return kept
    const mark = cache.mark(congress.id)
    const draw = await readCongress(database, congress.id, (tx) =>
      route.open(
        { tx, now, locale: frame.locale },
        { params: request.params as Record<string, string>, query: request.query as Record<string, unknown> },
      ),
    )
    const page = rendered(render(draw(frame)))
    // What changed while this was drawn must not be shown for another minute.
    if (cache.mark(congress.id) === mark) cache.set(congress.id, key, page, now.getTime())
    return page
  }
}

function send(request: FastifyRequest, reply: FastifyReply, page: Rendered): FastifyReply {
  reply
    .header('etag', page.etag)
    .header('cache-control', 'public, max-age=0, must-revalidate')
    .header('vary', 'cookie, accept-encoding')
  if (request.headers['if-none-match'] === page.etag) return reply.code(304).send()
  reply.type('text/html; charset=utf-8')
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(page.body)
  return reply.header('content-encoding', 'gzip').send(page.gzip)
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)
}
