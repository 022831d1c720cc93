import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { SignedIn } from '#kernel/identity/api.ts'
import { isAudience, type Audience } from '#kernel/identity/contract.ts'
import type { Endpoint } from '#lib/http/contract.ts'
import { Problem } from '#lib/http/problem.ts'

/** A person who is known asked for what their roles do not open; the runner writes it into the audit log. */
export class NotYourRole extends Problem {
  constructor() {
    super(403, 'not-your-role', '这一步不由您的角色处理。需要时请联系本级人大的代表工作委员会。')
  }
}

/**
 * Lets a request through or throws: where it comes from, whether the page was ours, whether the person may, and only then whether
 * it has the shape of the operation: who may not do it learns nothing about how it is done.
 */
export function guard(request: FastifyRequest, endpoint: Endpoint, signedIn: SignedIn | null): void {
  const actor = signedIn?.actor ?? null
  refuseForeignOrigin(request, endpoint)
  if (signedIn && endpoint.method !== 'GET') refuseForgery(request, signedIn)
  if (!isAudience(actor, endpoint.audience as readonly Audience[])) {
    if (!actor) throw new Problem(401, 'sign-in-first', '登录已过期或还没有登录，内容没有丢。请登录后继续。')
    throw new NotYourRole()
  }
  if (signedIn && !endpoint.beforeDuty && !endpoint.audience.includes('public')) refuseBeforeDuty(signedIn)
  if (request.validationError) throw request.validationError
}

/** A browser says where a request comes from; one that changes something must come from this very host. */
function refuseForeignOrigin(request: FastifyRequest, endpoint: Endpoint): void {
  const { origin } = request.headers
  if (endpoint.method === 'GET' || origin === undefined) return
  if (URL.canParse(origin) && new URL(origin).host === request.host) return
  throw new Problem(403, 'foreign-origin', '这个请求来自别的网站，没有执行。请从本站页面操作。')
}

function refuseForgery(request: FastifyRequest, signedIn: SignedIn): void {
  const given = Buffer.from(String(request.headers['x-minyi-csrf'] ?? formToken(request) ?? ''))
  const expected = Buffer.from(signedIn.csrfToken)
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new Problem(403, 'csrf', '页面停留太久，安全校验已失效。请刷新页面再提交，您填写的内容没有丢。')
}

function formToken(request: FastifyRequest): unknown {
  const { body } = request
  return typeof body === 'object' && body !== null && '_csrf' in body ? (body as Record<string, unknown>)['_csrf'] : undefined
}

const dutySentences = {
  change_password: '您的密码是临时的或已经到期。请先修改密码，再继续。',
  enrol_second_factor: '您的角色必须使用动态口令。请先在“我的账号”绑定，再继续。',
}

function refuseBeforeDuty({ duty }: SignedIn): void {
  if (duty) throw new Problem(403, duty.replaceAll('_', '-'), dutySentences[duty])
}
