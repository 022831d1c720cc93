import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { axe } from '../../tests/support/axe.ts'
import { findBrowser } from '../../tests/support/browser.ts'
import type { Stories } from './stories/harness.ts'
import { openStories } from './stories/harness.ts'

const pictures = process.env['MINYI_PICTURES']

describe.skipIf(!findBrowser())('the workbench in a browser', { timeout: 120_000 }, () => {
  let stories: Stories
  const open: Stories['open'] = (page, path) => stories.open(page, path)
  const withPage: Stories['withPage'] = (given, work) => stories.withPage(given, work)

  beforeAll(async () => {
    stories = await openStories()
  }, 120_000)

  afterAll(() => stories?.close())

  beforeEach(() => stories.reset())

  test('what every page needs stays under 240 KB on the wire, each page under 180 KB', () => {
    const size = (name: string) => gzipSync(readFileSync(join(stories.dist, 'assets', name)), { level: 9 }).length
    const names = readdirSync(join(stories.dist, 'assets')).filter((name) => name.endsWith('.js'))
    const pages = names.filter((name) => /^(queue|case)-/.test(name))
    const entry = names.filter((name) => !pages.includes(name)).reduce((sum, name) => sum + size(name), 0)
    expect(entry).toBeLessThanOrEqual(240 * 1024)
    for (const page of pages) expect(size(page)).toBeLessThanOrEqual(180 * 1024)
    // Contracts are imported as types: their schemas would add a library that no page needs.
    const withSchemas = names.filter((name) => readFileSync(join(stories.dist, 'assets', name), 'utf8').includes('_zod'))
    expect(withSchemas).toEqual([])
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
      const { violations } = await axe(page).analyze()
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
      stories.state.answers.assign = [503, 422, 200]
      await page.getByRole('button', { name: '确认交办' }).click()
      await page.getByRole('heading', { name: '有 1 处需要修改' }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
      await page.getByRole('link', { name: '请选择承办单位。' }).click()
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-unit')
      await page.reload()
      expect(await page.getByLabel('交办说明').inputValue()).toBe('请在三个月内答复')
      expect(stories.state.seen.keys.length).toBe(2)
      expect(new Set(stories.state.seen.keys).size).toBe(1)
      expect(stories.state.seen.csrf).toEqual(['token-1', 'token-1'])
    })
  })

  test('a conflict says what is possible now', async () => {
    await withPage({ width: 1366, height: 768 }, async (page) => {
      await open(page, 'queue/112')
      stories.state.answers.assign = [409]
      await page.getByRole('button', { name: '确认交办' }).click()
      await page.getByText('这一件已经交办。 现在可以：交办。').waitFor()
    })
  })

  test('an act that cannot be taken back asks first; nothing of the window is blocked by the policy, Esc closes it', async () => {
    await withPage({ width: 1366, height: 768 }, async (page, complaints) => {
      await open(page, 'queue/112')
      await page.getByRole('button', { name: '退回代表' }).click()
      const dialog = page.getByRole('dialog', { name: '退回代表' })
      await dialog.getByText('退回后代表需要修改再提交。').waitFor()
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
    })
  })

  test('a stranger sees the sign-in form, an expired session too', async () => {
    await withPage({ width: 390, height: 844 }, async (page) => {
      stories.state.answers.person = 401
      await page.goto(`${stories.origin}/workbench/queue`)
      await page.getByRole('heading', { name: '登录' }).waitFor()
      stories.state.answers.person = 200
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { name: '建议审查交办' }).waitFor()
      stories.state.answers.assign = [401]
      await page.goto(`${stories.origin}/workbench/queue/112`)
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
})
