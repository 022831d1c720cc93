import type { FastifyInstance } from 'fastify'
import { render } from '#portal/kit.ts'
import { portalStylesheet } from '#portal/stylesheet.ts'
import { docsPage } from '../portal/docs-page.tsx'
import { frameOf } from '../portal/frame.ts'

/** `/api/openapi.json` and a readable page of the same, made here so that it also works without the internet. */
export function serveDocs(app: FastifyInstance): void {
  const { href } = portalStylesheet(process.cwd())
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  app.get('/api/docs', { schema: { hide: true } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(render(docsPage(frameOf(request, href)))),
  )
}
