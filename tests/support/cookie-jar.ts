import type { InjectOptions } from 'fastify'
import type { House, Reply } from './house.ts'

/** A browser that keeps cookies as browsers do and sends the CSRF token as our pages do. */
export interface Jar {
  readonly cookies: Map<string, string>
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Reply>
  /** What the last answer set, as it was written, by name. */
  readonly written: Map<string, string>
}

/** `address` is where the browser sits; the default congress is that of `city.localhost`. */
export function openBrowser(house: House, more: { address?: string; host?: string } = {}): Jar {
  const cookies = new Map<string, string>()
  const written = new Map<string, string>()
  return {
    cookies,
    written,
    call: async (method, path, body, headers = {}) => {
      const csrf = cookies.get('minyi_csrf')
      const options: InjectOptions = {
        method,
        url: path.startsWith('/api') ? path : `/api/v1${path}`,
        remoteAddress: more.address ?? '198.51.100.7',
        headers: { host: more.host ?? 'city.localhost', ...(csrf && { 'x-minyi-csrf': csrf }), ...headers },
        cookies: Object.fromEntries(cookies),
        ...(body !== undefined && { payload: body }),
      }
      const answer = await house.app.inject(options)
      written.clear()
      for (const it of answer.cookies) {
        if (it.value === '') cookies.delete(it.name)
        else cookies.set(it.name, it.value)
      }
      for (const line of [answer.headers['set-cookie'] ?? []].flat()) written.set(line.slice(0, line.indexOf('=')), line)
      const isJson = String(answer.headers['content-type']).includes('json')
      return { status: answer.statusCode, body: isJson ? answer.json() : answer.body, headers: answer.headers }
    },
  }
}
