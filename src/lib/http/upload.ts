import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'

/** A file as it arrives: the name that its sender gave it, and its bytes, which nobody has judged or even counted yet. */
export interface Upload {
  readonly name: string
  readonly content: AsyncIterable<Uint8Array>
}

/** The header that carries the name, percent-encoded, since a header holds no Chinese. */
export const FILE_NAME_HEADER = 'x-file-name'

/**
 * The `body` of an operation that takes a file: the bytes themselves, one file for one request, whatever media type is claimed. The
 * browser's client takes a `File`. No multipart: its parsers are a door of their own (reliability 1.2), and one file needs none.
 */
export const uploadBody = z.any().meta({ type: 'string', format: 'binary' }) as z.ZodType<Upload, File>

/** For the description of the API. */
export const uploadHeaders = z.object({
  [FILE_NAME_HEADER]: z
    .string()
    .optional()
    .describe('文件名，按 encodeURIComponent 编码；必填 File name, percent-encoded; required'),
})

/** Within `scope` a body is not parsed and not read: who may send one is asked first. */
export function leaveBodiesUnread(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
}

/** The reader of this may stop early without the connection breaking, so that a refusal reaches the sender. */
export function uploadOf(request: FastifyRequest): Upload {
  return { name: nameOf(request.headers[FILE_NAME_HEADER]), content: request.raw.iterator({ destroyOnReturn: false }) }
}

function nameOf(header: string | string[] | undefined): string {
  const given = typeof header === 'string' ? header : ''
  try {
    return decodeURIComponent(given)
  } catch {
    return given
  }
}
