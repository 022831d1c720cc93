import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { notFound, Problem, type FieldProblem } from '#lib/http/problem.ts'

/** Every error leaves as problem+json with a sentence; what was not foreseen is logged and says nothing of the inside. */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(reply, asProblem(error, request)))
  app.setNotFoundHandler((_request, reply) => answer(reply, notFound()))
}

function answer(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header('retry-after', '5')
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem))
}

/** Any error as the problem that leaves the house. */
export function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error.validation)
  if (isUnstorable(error))
    return new Problem(422, 'unstorable', '内容里有数据库不能保存的字符或数值，没有保存。请删去不可见的字符后再提交。')
  if (isUnknownReference(error))
    return new Problem(422, 'unknown-reference', '内容里引用了不存在的对象，没有保存。请刷新后从列表里重新选择。')
  if (isConflict(error)) return new Problem(409, 'conflict', '刚刚有人做了同样的事，这次没有重复保存。请刷新后再看。')
  if (isUnavailable(error)) return new Problem(503, 'busy', '服务繁忙，没有保存成功，您写的内容还在。请几秒后重试。')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return clientError(error, error.statusCode)
  request.log.error({ err: error }, 'unforeseen error')
  return new Problem(500, 'unforeseen', '没有完成，数据没有改动。请重试；仍不行时把时间告诉系统管理员，日志里有记录。')
}

/** A request with ten thousand faults is not answered with ten thousand sentences, nor with all that it sent. */
const MOST_FIELDS = 50
const MOST_TEXT = 500

function invalid(issues: readonly { instancePath: string; message?: string | undefined }[]): Problem {
  const fields: FieldProblem[] = issues.slice(0, MOST_FIELDS).map((issue) => ({
    path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.').slice(0, MOST_TEXT),
    message: (issue.message ?? '请检查这一项。').slice(0, MOST_TEXT),
  }))
  return new Problem(422, 'invalid', `有 ${fields.length} 处需要修改。`, { fields })
}

const sentences: Readonly<Record<number, string>> = {
  400: '请求的格式不对，没有保存。请按接口说明重新发送。',
  413: '内容太大，没有保存。请缩小附件或分几次提交。',
  415: '请求的格式不对，请用 application/json 发送。',
  429: '提交太快了，请 1 分钟后再点一次，内容已保存在本机。',
}

function clientError(error: FastifyError, status: number): Problem {
  return new Problem(status, error.code?.toLowerCase().replaceAll('_', '-') ?? 'refused', sentences[status] ?? sentences[400]!)
}

/** A foreign key: what the request names is not there, or not in this congress. */
function isUnknownReference(error: FastifyError): boolean {
  return error.code === '23503'
}

const UNIQUE_VIOLATION = '23505'

function isConflict(error: FastifyError): boolean {
  return error.code === UNIQUE_VIOLATION || error.code === '40001' || error.code === '40P01'
}

/** Class 22 of PostgreSQL: NUL characters, numbers out of range, and their like. */
function isUnstorable(error: FastifyError): boolean {
  return /^22[0-9A-Z]{3}$/.test(error.code ?? '')
}

/** Lost connections, a server that starts or stops, a full disk: nothing was written, a retry may succeed. */
function isUnavailable(error: FastifyError): boolean {
  return (
    /^(08\d{3}|53\d{3}|57P0\d|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(error.code ?? '') ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  )
}
