import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import type { Browser, Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

import { openBrowser } from '../../../tests/support/browser.ts'

const POLICY = (nonce: string) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; object-src 'none'; base-uri 'none'`
const person = { id: 'p1', name: '张工委', roles: ['deputies_affairs'], unitName: '代表工委', congressName: '示例市人大' }
const rows = Array.from({ length: 45 }, (_, at) => ({
  id: String(at + 101),
  title: `第${at + 101}号 关于老旧小区改造充分听取居民意见的建议`,
  unit: at % 2 ? '市房产局' : '市营商环境建设局',
  days: at - 2,
  allowed: ['assign'],
}))

/** What the sample server saw and how it answers; `searches` are the questions of the palette, `filters` what was saved. */
export type StoryState = {
  seen: { keys: string[]; csrf: (string | undefined)[]; searches: string[] }
  answers: { person: number; assign: number[]; search: number }
  filters: { id: string; page: string; name: string; query: string }[]
}

export type Stories = {
  origin: string
  /** The built files. */
  dist: string
  browser: Browser
  state: StoryState
  /** Forgets what was seen and answers well again. */
  reset: () => void
  /** A page of the sample program; `complaints` are errors of the console. */
  withPage: (
    given: { width: number; height: number; view?: string; theme?: string },
    work: (page: Page, complaints: string[]) => Promise<void>,
  ) => Promise<void>
  /** Opens `/workbench/<path>` and waits for its heading, the queue for its rows. */
  open: (page: Page, path: string) => Promise<void>
  close: () => Promise<void>
}

/** Builds the sample program as production does, serves it with the policy of production, and opens a browser. */
export async function openStories(): Promise<Stories> {
  const dist = mkdtempSync(join(tmpdir(), 'minyi-workbench-'))
  await buildStories(dist)
  const state = freshState()
  const server = createServer((request, response) => void answer(request, response, state, dist))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  return {
    origin,
    dist,
    browser,
    state,
    reset: () => void Object.assign(state, freshState()),
    withPage: (given, work) => withPage(browser, origin, given, work),
    open: async (page, path) => {
      await page.goto(`${origin}/workbench/${path}`)
      await page.locator('main h1').waitFor()
      if (path === 'queue') await page.getByText('已显示 20 条').waitFor()
    },
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
      rmSync(dist, { recursive: true, force: true })
    },
  }
}

function freshState(): StoryState {
  return {
    seen: { keys: [], csrf: [], searches: [] },
    answers: { person: 200, assign: [], search: 200 },
    filters: [],
  }
}

async function withPage(
  browser: Browser,
  origin: string,
  { view = 'standard', theme = 'light', ...viewport }: Parameters<Stories['withPage']>[0],
  work: Parameters<Stories['withPage']>[1],
): Promise<void> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' })
  context.setDefaultTimeout(15_000)
  const cookies = { minyi_view: view, minyi_theme: theme, minyi_csrf: 'token-1' }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: origin })))
  try {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await work(page, complaints)
  } finally {
    await context.close()
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, state: StoryState, dist: string): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname === '/api/v1/live') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
  } else if (pathname === '/api/v1/story/person') json(response, state.answers.person, person)
  else if (pathname === '/api/v1/story/rows') json(response, 200, pageOf(searchParams))
  else if (pathname === '/api/v1/search') search(response, state, searchParams.get('q') ?? '')
  else if (pathname.startsWith('/api/v1/me/filters')) await filters(request, response, state)
  else if (pathname.endsWith('/assign')) assign(request, response, state)
  else if (pathname.startsWith('/workbench/assets/')) {
    const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(readFileSync(join(dist, pathname.slice(10))))
  } else if (pathname.startsWith('/workbench/')) index(response, dist)
  else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
}

function index(response: ServerResponse, dist: string): void {
  const nonce = randomBytes(16).toString('base64')
  const html = readFileSync(join(dist, 'index.html'), 'utf8').replace(
    'name="csp-nonce" content=""',
    `name="csp-nonce" content="${nonce}"`,
  )
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY(nonce) }).end(html)
}

function assign({ headers }: IncomingMessage, response: ServerResponse, { seen, answers }: StoryState): void {
  seen.keys.push(String(headers['idempotency-key']))
  seen.csrf.push(headers['x-minyi-csrf'] as string | undefined)
  const status = answers.assign.shift() ?? 200
  const problems: Record<number, object> = {
    401: { code: 'sign-in-first', detail: '登录已过期，内容没有丢。' },
    409: { code: 'not-now', detail: '这一件已经交办。', now: { status: 'assigned', allowed: ['assign'] } },
    422: { code: 'invalid', detail: '有 1 处需要修改。', fields: [{ path: 'unit', message: '请选择承办单位。' }] },
  }
  json(response, status, status === 200 ? rows[0] : (problems[status] ?? {}))
}

function search(response: ServerResponse, { seen, answers }: StoryState, q: string): void {
  seen.searches.push(q)
  const items = rows
    .filter(({ id, title }) => id === q || title.includes(q))
    .slice(0, 8)
    .map(({ id, title, unit }) => ({ kind: 'case', id, title, detail: unit, match: id === q ? 'number' : 'name' }))
  json(response, answers.search, { items })
}

async function filters(request: IncomingMessage, response: ServerResponse, state: StoryState): Promise<void> {
  if (request.method === 'POST') {
    const given = JSON.parse(await bodyOf(request)) as Omit<StoryState['filters'][number], 'id'>
    state.filters.push({ id: randomBytes(4).toString('hex'), ...given })
  }
  if (request.method === 'DELETE') state.filters = state.filters.filter(({ id }) => !request.url?.endsWith(id))
  json(response, 200, { items: state.filters })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** The build of production, whatever the test runner calls itself. */
async function buildStories(outDir: string): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({
      configFile: false,
      root: resolve('src/workbench/stories'),
      base: '/workbench/',
      plugins: [react()],
      logLevel: 'silent',
      build: { outDir, emptyOutDir: true, target: 'es2022' },
    })
  } finally {
    process.env['NODE_ENV'] = before
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' })
    .end(JSON.stringify(body))
}

function pageOf(search: URLSearchParams): { items: object[]; next: string | null } {
  const all = rows.filter(({ unit, title }) => unit.includes(search.get('unit') ?? '') && title.includes(search.get('q') ?? ''))
  const from = Number(search.get('cursor') ?? 0)
  return { items: all.slice(from, from + 20), next: from + 20 < all.length ? String(from + 20) : null }
}
