import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { notFound } from '#lib/http/problem.ts'
import { congressOf } from './tenant.ts'

const NONCE_PLACE = '__CSP_NONCE__'
const NAME_PLACE = '__CONGRESS_NAME__'

/** The built React application below `/workbench/`; unknown addresses there are its own routes, so they get its page as well. */
export async function serveWorkbench(app: FastifyInstance, root = join(process.cwd(), 'dist/client')): Promise<void> {
  const index = join(root, 'index.html')
  if (!existsSync(index)) return
  const html = readFileSync(index, 'utf8')
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/workbench/assets/',
    maxAge: '365d',
    immutable: true,
    decorateReply: false,
  })
  app.get('/workbench', { schema: { hide: true } }, async (_request, reply) => reply.redirect('/workbench/'))
  app.get('/workbench/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/workbench/assets/')) throw notFound()
    return sendPage(reply, html.replaceAll(NAME_PLACE, escaped(congressOf(request).name)))
  })
}

/** antd writes style elements at run time: they carry a nonce of this answer, so no other inline style works. */
function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  return reply
    .header('content-security-policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html.replaceAll(NONCE_PLACE, nonce))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
