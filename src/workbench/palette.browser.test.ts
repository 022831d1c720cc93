import type { Page } from '@playwright/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { axe } from '../../tests/support/axe.ts'
import { findBrowser } from '../../tests/support/browser.ts'
import type { Stories } from './stories/harness.ts'
import { openStories } from './stories/harness.ts'

const DESK = { width: 1366, height: 768 }

describe.skipIf(!findBrowser())('search, keys and saved filters in a browser', { timeout: 120_000 }, () => {
  let stories: Stories

  beforeAll(async () => {
    stories = await openStories()
  }, 120_000)

  afterAll(() => stories?.close())

  beforeEach(() => stories.reset())

  const onQueue = (work: (page: Page, complaints: string[]) => Promise<void>) =>
    stories.withPage(DESK, async (page, complaints) => {
      await stories.open(page, 'queue')
      await work(page, complaints)
    })
  const field = (page: Page) => page.getByRole('combobox', { name: /编号、标题/ })
  const selected = (page: Page) => page.locator('[role=option][aria-selected=true]')

  test('PLT-13 Ctrl+K works by keyboard alone: a number, arrows, Enter; the choice comes first next time', async () => {
    await onQueue(async (page, complaints) => {
      await page.keyboard.press('Control+k')
      await field(page).waitFor()
      await page.keyboard.type('112')
      await page.getByRole('option', { name: /第112号/ }).waitFor()
      expect(await selected(page).textContent()).toContain('第112号')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/queue/112')
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.keyboard.press('Control+k')
      await field(page).waitFor()
      expect(await selected(page).textContent()).toContain('第112号')
      await page.keyboard.press('ArrowDown')
      expect(await selected(page).textContent()).not.toContain('第112号')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowUp')
      expect(await selected(page).textContent()).toBe(await page.getByRole('option').last().textContent())
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      expect(complaints).toEqual([])
    })
  })

  test('PLT-13 pages and commands of the page are found by name and by initials, also where the server does not answer', async () => {
    await stories.withPage(DESK, async (page) => {
      await stories.open(page, 'queue/112')
      stories.state.answers.search = 500
      await page.keyboard.press('Control+k')
      await field(page).fill('dbmc')
      expect(await selected(page).textContent()).toContain('代表名册')
      await page.getByText('没有连上服务器，只列出页面和操作').waitFor()
      await field(page).fill('交办')
      await page.getByRole('option', { name: /确认交办/ }).click()
      await page.getByText('已交办').waitFor()
      expect(stories.state.seen.keys.length).toBe(1)
    })
  })

  test('PLT-13 nothing is asked or chosen while an input method composes', async () => {
    await onQueue(async (page) => {
      await page.keyboard.press('Control+k')
      await field(page).waitFor()
      const input = await page.context().newCDPSession(page)
      await input.send('Input.imeSetComposition', { text: 'wu', selectionStart: 2, selectionEnd: 2 })
      await field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
      await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.palette input')?.value === 'wu')
      await input.send('Input.insertText', { text: '112' })
      await page.getByRole('option', { name: /第112号/ }).waitFor()
      expect(page.url()).toMatch(/queue$/)
      expect(stories.state.seen.searches).toEqual(['112'])
    })
  })

  test.each(['light', 'dark'])('PLT-17 search and help of the keys have no axe violation (%s)', async (theme) => {
    await stories.withPage({ ...DESK, theme }, async (page) => {
      await stories.open(page, 'queue')
      await page.keyboard.press('/')
      await page.keyboard.press('Escape')
      await page.getByRole('main').click()
      await page.keyboard.press('Control+k')
      await field(page).fill('建议')
      await page.getByRole('option', { name: /第101号/ }).waitFor()
      const search = await axe(page).analyze()
      expect(search.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.press('?')
      await page.getByRole('heading', { name: '快捷键' }).waitFor()
      const help = await axe(page).analyze()
      expect(help.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    })
  })

  test('PLT-17 ? lists what works here; single keys can be turned off there, Ctrl+K and Esc stay', async () => {
    await onQueue(async (page) => {
      await page.keyboard.press('?')
      const help = page.getByRole('dialog', { name: '快捷键' })
      await help.waitFor()
      for (const line of ['J 下一条', 'Shift+X 选到这一条为止', '/ 到筛选框', 'G D 去“待办”', 'G S 去“建议审查交办”']) {
        expect(await help.getByRole('row', { name: line }).count(), line).toBe(1)
      }
      await help.getByRole('button', { name: '关闭单键快捷键' }).click()
      await page.keyboard.press('Escape')
      await help.waitFor({ state: 'detached' })
      await page.keyboard.press('j')
      await page.keyboard.press('?')
      expect(await page.locator('tr.is-current').count()).toBe(0)
      expect(await page.getByRole('dialog').count()).toBe(0)
      await page.keyboard.press('Control+k')
      await field(page).waitFor()
    })
  })

  test('PLT-17 G and a second key go to a page; in between, another key starts anew', async () => {
    await stories.withPage(DESK, async (page) => {
      await stories.open(page, 'queue/112')
      await page.keyboard.press('g')
      await page.keyboard.press('j')
      await page.keyboard.press('s')
      expect(page.url()).toMatch(/queue\/112$/)
      await page.keyboard.press('g')
      await page.keyboard.press('s')
      await page.waitForURL(/queue$/)
    })
  })

  test('PLT-17 Ctrl+Enter sends the form that is being filled in', async () => {
    await stories.withPage(DESK, async (page) => {
      await stories.open(page, 'queue/112')
      await page.getByLabel('交办说明').fill('请在三个月内答复')
      await page.keyboard.press('Control+Enter')
      await page.getByText('已交办').waitFor()
      expect(stories.state.seen.keys.length).toBe(1)
    })
  })

  test('PLT-13 filters are kept under a name, opened by their chip, and removed', async () => {
    await onQueue(async (page) => {
      await page.getByLabel('单位').selectOption('市房产局')
      await page.getByRole('button', { name: '保存为常用筛选' }).click()
      await page.getByLabel('常用筛选的名称').fill('房产局')
      await page.keyboard.press('Enter')
      const chip = page.getByRole('link', { name: '房产局', exact: true })
      await chip.waitFor()
      expect(stories.state.filters).toMatchObject([{ page: '/queue', name: '房产局' }])
      await page.getByRole('button', { name: '清除筛选' }).first().click()
      await page.waitForURL(/queue$/)
      await chip.click()
      await page.waitForURL((url) => url.searchParams.get('unit') === '市房产局')
      expect(await page.getByRole('button', { name: '保存为常用筛选' }).count()).toBe(0)
      await page.getByRole('button', { name: '删除常用筛选 房产局' }).click()
      await chip.waitFor({ state: 'detached' })
      expect(stories.state.filters).toEqual([])
    })
  })

  test('PLT-13 an unknown address offers the search with its words', async () => {
    await stories.withPage(DESK, async (page) => {
      await stories.open(page, 'suggestions/物业-112')
      await page.getByRole('button', { name: '搜索“物业 112”' }).click()
      expect(await field(page).inputValue()).toBe('物业 112')
    })
  })

  test('PLT-17 without a network one sentence says so', async () => {
    await onQueue(async (page) => {
      await page.context().setOffline(true)
      await page.getByText('没有连上网').waitFor()
      await page.context().setOffline(false)
      await page.getByText('没有连上网').waitFor({ state: 'detached' })
    })
  })
})
