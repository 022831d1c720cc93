import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import type { Call, Contract, Endpoint, Handlers } from './contract.ts'
import { fileAnswer, type FileAnswer } from './file.ts'
import { redirectAnswer, type RedirectAnswer } from './redirect.ts'
import { leaveBodiesUnread, uploadBody, uploadHeaders, uploadOf } from './upload.ts'

/**
 * Gives a handler its context (tenant, actor, transaction) and guards it, also against `request.validationError`; made once by the
 * composition root.
 */
export type Runner<Context> = <T>(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  work: (context: Context) => Promise<T>,
) => Promise<T>

/** Registers every operation of a contract as a real route, so that limits, hooks and metric labels work for each. */
export function bind<Context, C extends Contract>(
  app: FastifyInstance,
  contract: C,
  handlers: Handlers<Context, C>,
  run: Runner<Context>,
): void {
  for (const [name, endpoint] of Object.entries(contract)) {
    const handle = handlers[name] as (context: Context, call: Call<Endpoint>) => Promise<unknown>
    const route = routeOf(name, endpoint, handle, run)
    if (endpoint.body === uploadBody) {
      void app.register(async (scope) => {
        leaveBodiesUnread(scope)
        scope.route(route)
      })
    } else app.route(route)
  }
}

function routeOf<Context>(
  name: string,
  endpoint: Endpoint,
  handle: (context: Context, call: Call<Endpoint>) => Promise<unknown>,
  run: Runner<Context>,
): RouteOptions {
  const isUpload = endpoint.body === uploadBody
  return {
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: schemaOf(name, endpoint),
    // The runner refuses what does not fit, once it knows that this person may do it at all.
    attachValidation: true,
    ...(endpoint.rateLimit && { config: { rateLimit: { max: endpoint.rateLimit, timeWindow: '1 minute' } } }),
    handler: async (request, reply) => {
      const { params, query } = request
      const body = isUpload ? uploadOf(request) : request.body
      try {
        const answer = await run(request, reply, endpoint, (context) =>
          handle(context, { params, query, body } as Call<Endpoint>),
        )
        return send(reply, endpoint, answer)
      } finally {
        // What was refused is still on its way; until it has arrived the connection serves nothing else.
        if (isUpload) request.raw.resume()
      }
    },
  }
}

function schemaOf(operationId: string, it: Endpoint): Record<string, unknown> {
  return {
    operationId,
    summary: it.summary,
    ...(it.params && { params: it.params }),
    ...(it.query && { querystring: it.query }),
    ...(it.body && { body: it.body }),
    ...(it.body === uploadBody && { consumes: ['application/octet-stream'], headers: uploadHeaders }),
    ...(it.ok !== fileAnswer && it.ok !== redirectAnswer && { response: { [it.status ?? 200]: it.ok } }),
  }
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  if (endpoint.ok === fileAnswer) return sendFile(reply, answer as FileAnswer)
  if (endpoint.ok === redirectAnswer) return reply.redirect((answer as RedirectAnswer).redirectTo, 303)
  const version = versionOf(answer)
  if (version !== null) reply.header('etag', `"${version}"`)
  // What is not published may hold personal data: neither a browser nor a proxy keeps it.
  if (!endpoint.path.startsWith('/public/')) reply.header('cache-control', 'no-store')
  return reply.code(endpoint.status ?? 200).send(answer)
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  return (
    reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .header('x-content-type-options', 'nosniff')
      // Saved and never shown in our origin, whatever the bytes say.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'no-store')
      .send(file.body)
  )
}

function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null
  return typeof answer.version === 'number' ? answer.version : null
}
