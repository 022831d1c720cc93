import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { findBrowser, openBrowser } from '../../tests/support/browser.ts'

const POLICY = (nonce: string) =>
  `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; object-src 'none'; base-uri 'none'`
const pictures = process.env['MINYI_PICTURES']
const person = { id: 'p1', name: '张工委', roles: ['deputies_affairs'], unitName: '代表工委', congressName: '示例市人大' }
const rows = Array.from({ length: 45 }, (_, at) => ({
  id: String(at + 101),
  title: `第${at + 101}号 关于老旧小区改造充分听取居民意见的建议`,
  unit: at % 2 ? '市房产局' : '市营商环境建设局',
  days: at - 2,
  allowed: ['assign'],
}))

describe.skipIf(!findBrowser())('the workbench in a browser', { timeout: 120_000 }, () => {
  let dist: string
  let browser: Browser
  let server: Server
  let origin: string
  /** What the sample server saw and how it answers. */
  let seen: { keys: string[]; csrf: (string | undefined)[] }
  let answers: { person: number; assign: number[] }

  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'minyi-workbench-'))
    await buildStories(dist)
    server = createServer((request, response) => void answer(request, response))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    server?.closeAllConnections()
    server?.close()
    rmSync(dist, { recursive: true, force: true })
  })

  beforeEach(() => {
    seen = { keys: [], csrf: [] }
    answers = { person: 200, assign: [] }
  })

  test('what every page needs stays under 240 KB on the wire, each page under 180 KB', () => {
    const size = (name: string) => gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length
    const names = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'))
    const pages = names.filter((name) => /^(queue|case)-/.test(name))
    const entry = names.filter((name) => !pages.includes(name)).reduce((sum, name) => sum + size(name), 0)
    expect(entry).toBeLessThanOrEqual(240 * 1024)
    for (const page of pages) expect(size(page)).toBeLessThanOrEqual(180 * 1024)
  })

  test.for([
    ['queue', 'standard', 'light'],
    ['queue', 'standard', 'dark'],
    ['queue', 'big', 'light'],
    ['queue/112', 'standard', 'light'],
    ['queue/112', 'standard', 'dark'],
    ['queue/112', 'big', 'light'],
    ['leaders', 'standard', 'light'],
    ['nowhere', 'standard', 'light'],
  ] as const)('%s (%s, %s): no axe violation, nothing blocked by the policy, no sideways scroll', async ([path, view, theme]) => {
    await withPage({ width: 1366, height: 768, view, theme }, async (page, complaints) => {
      await open(page, path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(complaints).toEqual([])
    })
  })

  test('J, K, X and Enter work a queue; not while an input method composes, nor in an input', async () => {
    await withPage({ width: 1366, height: 768 }, async (page) => {
      await open(page, 'queue')
      const current = page.locator('tr.is-current')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('k')
      expect(await current.textContent()).toContain('第101号')
      await page.keyboard.press('x')
      expect(await page.getByText('已选 1 项').count()).toBe(1)
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      await page.keyboard.press('Shift+x')
      expect(await page.getByText('已选 3 项').count()).toBe(1)
      await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 })))
      await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', isComposing: true })))
      expect(await current.textContent()).toContain('第103号')
      await page.keyboard.press('/')
      await page.keyboard.type('jk')
      expect(await page.getByLabel('关键词').inputValue()).toBe('jk')
      await page.waitForURL('**/queue?q=jk')
      await page.getByRole('button', { name: '清除筛选' }).first().click()
      await page.waitForURL('**/queue')
      await page.getByRole('row', { name: /第102号/ }).click({ position: { x: 300, y: 4 } })
      await page.keyboard.press('Enter')
      await page.waitForURL('**/queue/102')
    })
  })

  test('more rows come on request, filters stand in the address', async () => {
    await withPage({ width: 1366, height: 768 }, async (page) => {
      await open(page, 'queue')
      await page.getByRole('button', { name: '再看一些' }).click()
      await page.getByText('已显示 40 条').waitFor()
      await page.getByLabel('单位').selectOption('市房产局')
      await page.waitForURL((url) => url.searchParams.get('unit') === '市房产局')
      await page.getByText('已显示 20 条').waitFor()
      expect(await page.getByRole('cell', { name: '市营商环境建设局' }).count()).toBe(0)
    })
  })

  test('a refused form names each field, keeps the draft over a reload, and a repeated act keeps its key', async () => {
    await withPage({ width: 390, height: 844 }, async (page) => {
      await open(page, 'queue/112')
      await page.getByLabel('交办说明').fill('请在三个月内答复')
      await page.getByText(/草稿已保存/).waitFor()
      answers.assign = [503, 422, 200]
      await page.getByRole('button', { name: '确认交办' }).click()
      await page.getByRole('heading', { name: '有 1 处需要修改' }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
      await page.getByRole('link', { name: '请选择承办单位。' }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-unit')
      await page.reload()
      expect(await page.getByLabel('交办说明').inputValue()).toBe('请在三个月内答复')
      expect(seen.keys.length).toBe(2)
      expect(new Set(seen.keys).size).toBe(1)
      expect(seen.csrf).toEqual(['token-1', 'token-1'])
    })
  })

  test('a conflict says what is possible now', async () => {
    await withPage({ width: 1366, height: 768 }, async (page) => {
      await open(page, 'queue/112')
      answers.assign = [409]
      await page.getByRole('button', { name: '确认交办' }).click()
      await page.getByText('这一件已经交办。 现在可以：交办。').waitFor()
    })
  })

  test('a stranger sees the sign-in form, an expired session too', async () => {
    await withPage({ width: 390, height: 844 }, async (page) => {
      answers.person = 401
      await page.goto(`${origin}/workbench/queue`)
      await page.getByRole('heading', { name: '登录' }).waitFor()
      answers.person = 200
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { name: '建议审查交办' }).waitFor()
      answers.assign = [401]
      await page.goto(`${origin}/workbench/queue/112`)
      await page.getByRole('button', { name: '确认交办' }).click()
      await page.getByRole('heading', { name: '登录' }).waitFor()
    })
  })

  test.runIf(pictures)('pictures for the eye', async () => {
    mkdirSync(pictures ?? '', { recursive: true })
    for (const [width, height] of [
      [390, 844],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      for (const [view, theme] of [
        ['standard', 'light'],
        ['standard', 'dark'],
        ['big', 'light'],
      ] as const) {
        await withPage({ width, height, view, theme }, async (page) => {
          for (const path of ['queue', 'queue/112', 'leaders']) {
            await open(page, path)
            await page.screenshot({ path: `${pictures}/wb-${path.replace('/', '-')}-${width}-${view}-${theme}.png` })
          }
        })
      }
    }
  })

  async function open(page: Page, path: string): Promise<void> {
    await page.goto(`${origin}/workbench/${path}`)
    await page.locator('main h1').waitFor()
    if (path === 'queue') await page.getByText('已显示 20 条').waitFor()
  }

  async function withPage(
    { view = 'standard', theme = 'light', ...viewport }: { width: number; height: number; view?: string; theme?: string },
    work: (page: Page, complaints: string[]) => Promise<void>,
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

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/api/v1/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
    } else if (pathname === '/api/v1/story/person') json(response, answers.person, person)
    else if (pathname === '/api/v1/story/rows') json(response, 200, pageOf(searchParams))
    else if (pathname.endsWith('/assign')) assign(request, response)
    else if (pathname.startsWith('/workbench/assets/')) {
      const type = pathname.endsWith('.css') ? 'text/css' : 'text/javascript'
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(readFileSync(join(dist, pathname.slice(10))))
    } else if (pathname.startsWith('/workbench/')) index(response)
    else response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end()
  }

  function index(response: ServerResponse): void {
    const nonce = randomBytes(16).toString('base64')
    const html = readFileSync(join(dist, 'index.html'), 'utf8').replace(
      'name="csp-nonce" content=""',
      `name="csp-nonce" content="${nonce}"`,
    )
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY(nonce) }).end(html)
  }

  function assign({ headers }: IncomingMessage, response: ServerResponse): void {
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
})

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
