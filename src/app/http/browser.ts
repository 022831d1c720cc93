import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Browser } from '#kernel/identity/browser.ts'

/** The browser behind a request, as far as identity needs it. Cookies are `Secure` wherever the connection is. */
export function browserOf(request: FastifyRequest, reply: FastifyReply): Browser {
  const isSecure = request.protocol === 'https'
  const common = { path: '/', sameSite: 'lax', secure: isSecure } as const
  return {
    address: request.ip,
    client: request.headers['user-agent'] ?? '',
    origin: `${request.protocol}://${request.host}`,
    url: request.url,
    cookie: (name) => request.cookies[name],
    setCookie: (name, value, more = {}) => {
      const age = more.maxAgeSeconds === undefined ? {} : { maxAge: more.maxAgeSeconds }
      void reply.setCookie(name, value, { ...common, httpOnly: !more.isReadable, ...age })
    },
    clearCookie: (name) => void reply.clearCookie(name, common),
  }
}
