import { expect, type Page } from '@playwright/test'

/** Ways to a screen in a certain state; each waits until the screen shows what it is about. */
export type Opening = (page: Page) => Promise<void>

export const at = (path: string, shows: string) => async (page: Page) => {
  await page.goto(`/workbench${path}`)
  await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
}

/** The oldest suggestion that waits for this person in a status. */
export const waitingIn = (status: string, shows: string) => async (page: Page) => {
  const answer = await page.request.get(`/api/v1/suggestions/turns?status=${status}`)
  const { items } = (await answer.json()) as { items: { id: string }[] }
  await at(`/suggestions/${items[0]?.id}`, shows)(page)
}

/** The first suggestion of a filtered list, or a page under it. */
export function listed(query: string, shows: string, under = '') {
  return async (page: Page) => {
    const answer = await page.request.get(`/api/v1/suggestions?${query}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    await at(`/suggestions/${items[0]?.id}${under}`, shows)(page)
  }
}

/** The oldest in a status, with the form that a button opens. */
export function pressed(status: string, button: string, asks: string) {
  return async (page: Page) => {
    await waitingIn(status, '关于')(page)
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect(page.getByLabel(asks)).toBeVisible()
  }
}

export async function invitingMore(page: Page): Promise<void> {
  await listed('status=cosigning', '联名')(page)
  await page.getByRole('button', { name: '邀请联名' }).click()
  await expect(page.getByRole('combobox', { name: '联名代表' })).toBeVisible()
}

export async function severalUnits(page: Page): Promise<void> {
  await waitingIn('registered', '交办')(page)
  await page.getByText('几个单位怎么分工').click()
  await page.getByText('分别办理', { exact: true }).click()
  await page.getByRole('button', { name: '确认交办' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

export async function previewed(page: Page): Promise<void> {
  await waitingIn('accepted', '答复代表')(page)
  await page.getByRole('radio', { name: /^B / }).check()
  await page.getByLabel('总的答复').fill('')
  await page.getByRole('button', { name: '套红预览' }).click()
  await expect(page.getByText('预览，不是正式文件')).toBeVisible()
  await page.getByRole('button', { name: '保存答复稿' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

/** The promise whose content holds some words. */
export function openPromise(words: string, shows: string) {
  return async (page: Page) => {
    await page.goto('/workbench/commitments')
    await page.getByRole('link', { name: words }).click()
    await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
  }
}

export async function openCarry(page: Page): Promise<void> {
  await openPromise('改造前开展风貌评估', '落实经过')(page)
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

export async function incompleteForm(page: Page): Promise<void> {
  await at('/suggestions/new', '提建议 1/2')(page)
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await expect(page.getByRole('alert')).toContainText('处需要修改')
}

export async function chosenRows(page: Page): Promise<void> {
  await at('/desk?status=submitted', '待办')(page)
  await page.getByRole('checkbox', { name: '全选已显示的' }).check()
  await expect(page.getByRole('button', { name: '立案编号' })).toBeVisible()
}

export async function openReturn(page: Page): Promise<void> {
  await waitingIn('submitted', '关于')(page)
  await page.getByRole('button', { name: '退回修改' }).click()
  await expect(page.getByLabel('退回原因')).toBeFocused()
}

/** The first row of a list of the API, opened under a path. */
export function firstOf(list: string, path: (id: string) => string, shows: string) {
  return async (page: Page) => {
    const answer = await page.request.get(`/api/v1${list}`)
    const { items } = (await answer.json()) as { items: { id: string }[] }
    await at(path(items[0]?.id ?? ''), shows)(page)
  }
}

/** A page whose calls to the server fail: what went wrong, and the way on. */
export function broken(calls: string, path: string) {
  return async (page: Page) => {
    const body = JSON.stringify({
      type: 'about:blank#unexpected',
      title: 'unexpected',
      status: 500,
      code: 'unexpected',
      detail: '没有办成，请稍后再试。',
    })
    await page.route(calls, (route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body }))
    await page.goto(`/workbench${path}`)
    await expect(page.getByRole('alert').first()).toContainText('没有办成')
  }
}

/** A form sent without anything in it. */
export function sentEmpty(path: string, button: string) {
  return async (page: Page) => {
    await page.goto(`/workbench${path}`)
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('alert')).toContainText('处需要修改')
  }
}

/** Settings with one number changed and the differences shown. */
export function compared(path: string, label: string, value: string) {
  return async (page: Page) => {
    await page.goto(`/workbench${path}`)
    await page.getByLabel(label, { exact: true }).fill(value)
    await page.getByRole('button', { name: '看差异' }).click()
    await expect(page.getByRole('button', { name: '启用新版本' })).toBeVisible()
  }
}

/** A public page, by its first heading. */
export const open = (path: string, shows: string) => async (page: Page) => {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: shows }).first()).toBeVisible()
}

/** The form with a whole text pasted in, shown as it would be split. */
export async function pasted(page: Page): Promise<void> {
  await at('/suggestions/new', '提建议 1/2')(page)
  await page.getByRole('radio', { name: '粘贴全文自动拆分' }).check()
  await page.getByLabel('建议全文').fill('关于增设公交站点的建议\n\n居民出行不便。\n\n建议：\n1. 增设站点。\n2. 延长运营时间。')
  await expect(page.getByRole('button', { name: '填入表格' })).toBeVisible()
}

export async function askingForAVisit(page: Page): Promise<void> {
  await waitingIn('replied', '评价')(page)
  await page.getByRole('button', { name: '视察', exact: true }).click()
  await expect(page.getByLabel('看什么、到哪里')).toBeVisible()
}

export async function found(page: Page): Promise<void> {
  await at('/desk', '待办')(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('物业')
  await expect(page.getByRole('option').first()).toBeVisible()
}

export async function keysShown(page: Page): Promise<void> {
  await at('/desk', '待办')(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
}

export async function profileCompared(page: Page): Promise<void> {
  await at('/admin/profile/new?from=preset:beijing', '拟定新版本')(page)
  await page.getByRole('button', { name: '看差异' }).click()
  await expect(page.getByRole('button', { name: '启用' }).first()).toBeVisible()
}
