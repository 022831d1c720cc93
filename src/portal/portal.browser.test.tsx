import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { mkdirSync } from 'node:fs'

import type { Browser, Page as BrowserPage } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { axe } from '../../tests/support/axe.ts'
import { findBrowser, openBrowser } from '../../tests/support/browser.ts'
import type { Frame } from './kit.ts'
import { render } from './kit.ts'
import { sampleFrame, stories } from './stories.tsx'
import { portalStylesheet } from './stylesheet.ts'

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"
const looks = [
  { view: 'standard', theme: 'light' },
  { view: 'standard', theme: 'dark' },
  { view: 'big', theme: 'light' },
  { view: 'big', theme: 'dark' },
] as const
const names = Object.keys(stories) as (keyof typeof stories)[]
const pictures = process.env['MINYI_PICTURES']

describe.skipIf(!findBrowser())('public pages in a browser', { timeout: 120_000 }, () => {
  let browser: Browser
  let server: Server
  let origin: string

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      response.setHeader('content-security-policy', POLICY)
      if (pathname.endsWith('.css')) {
        response.setHeader('content-type', 'text/css; charset=utf-8').end(portalStylesheet(resolve('.')).body)
        return
      }
      const Story = stories[pathname.slice(1) as keyof typeof stories]
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(Story ? render(<Story frame={frameOf(searchParams)} />) : '')
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  test.for(names)('%s has no axe violation in light, dark and large text', async (name) => {
    await withPage({ width: 1366, height: 768 }, async (page) => {
      for (const { view, theme } of looks) {
        await page.goto(`${origin}/${name}?view=${view}&theme=${theme}`)
        const { violations } = await axe(page).analyze()
        expect(violations.map(({ id, nodes }) => [view, theme, id, nodes.map(({ html }) => html)])).toEqual([])
      }
    })
  })

  test.for(names)('%s needs no horizontal scroll on a narrow phone', async (name) => {
    await withPage({ width: 320, height: 640 }, async (page) => {
      for (const { view } of looks.slice(1, 3)) {
        await page.goto(`${origin}/${name}?view=${view}&theme=light`)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      }
    })
  })

  test('PLT-10 no text of a plot lies over another, narrow and wide, standard and large', async () => {
    for (const width of [320, 768, 1366]) {
      await withPage({ width, height: 800 }, async (page) => {
        for (const view of ['standard', 'big']) {
          await page.goto(`${origin}/plots?view=${view}&theme=light`)
          expect(await page.evaluate(textsOverOthers), `${view} at ${width}`).toEqual([])
        }
      })
    }
  })

  test('the strict policy blocks nothing, and the focus goes to the error summary', async () => {
    await withPage({ width: 390, height: 844 }, async (page) => {
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      for (const name of names) await page.goto(`${origin}/${name}`)
      expect(complaints).toEqual([])
      await page.goto(`${origin}/form`)
      await page.waitForFunction(() => document.activeElement?.className === 'error-summary')
      await page.getByRole('link', { name: '请选择您的态度。' }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-stance')
    })
  })

  test('the skip link is the first stop of the keyboard and leads to the content', async () => {
    await withPage({ width: 390, height: 844 }, async (page) => {
      await page.goto(`${origin}/home`)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    })
  })

  test.runIf(pictures)('pictures for the eye', async () => {
    mkdirSync(pictures ?? '', { recursive: true })
    for (const [width, height] of [
      [390, 844],
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await withPage({ width, height }, async (page) => {
        for (const name of names) {
          for (const { view, theme } of looks) {
            await page.goto(`${origin}/${name}?view=${view}&theme=${theme}`)
            await page.screenshot({ path: `${pictures}/${name}-${width}-${view}-${theme}.png`, fullPage: true })
          }
        }
      })
    }
  })

  async function withPage(viewport: { width: number; height: number }, work: (page: BrowserPage) => Promise<void>) {
    const context = await browser.newContext({ viewport, locale: 'zh-CN' })
    try {
      await work(await context.newPage())
    } finally {
      await context.close()
    }
  }
})

function frameOf(search: URLSearchParams): Frame {
  const view = search.get('view') === 'big' ? 'big' : 'standard'
  const theme = search.get('theme') === 'dark' ? 'dark' : 'light'
  return { ...sampleFrame, view, theme }
}

/** Runs in the page: pairs of texts in one plot whose boxes cover each other by more than a hair. */
function textsOverOthers(): string[] {
  return [...document.querySelectorAll('.plot')].flatMap((plot) => {
    const texts = [...plot.querySelectorAll('svg text')].map((it) => ({ text: it.textContent, box: it.getBoundingClientRect() }))
    return texts.flatMap(({ text, box }, at) =>
      texts
        .slice(0, at)
        .filter(({ box: other }) => {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
          // The box of a line of text is higher than its signs.
          return across > 1 && down > box.height * 0.25
        })
        .map((other) => `${text} / ${other.text}`),
    )
  })
}
