import { expect, type Page } from '@playwright/test'

/** What a unit does at its desk, as the journeys repeat it. */
export interface Answer {
  readonly number: string
  readonly text: string
  readonly points: readonly string[]
}

/** Receives it, and logs a talk with the deputy. */
export async function receive(page: Page, title: string): Promise<void> {
  await page.goto('/workbench/desk?status=assigned')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '签收' }).click()
  await expect(page.locator('.work-status')).toContainText('办理中')
}

export async function contact(page: Page, note: string): Promise<void> {
  await page.getByText('电话', { exact: true }).click()
  await page.getByLabel('沟通情况').fill(note)
  await page.getByRole('button', { name: '登记沟通' }).click()
  await expect(page.getByText(note)).toBeVisible()
}

/** Writes, keeps, has it signed and sends it. */
export async function reply(page: Page, { number, text, points }: Answer): Promise<void> {
  await write(page, { number, text, points })
  await page.getByRole('button', { name: '保存答复稿' }).click()
  await expect(page.getByText('答复稿已保存到服务器')).toBeVisible()
  await page.getByRole('button', { name: '登记签发' }).click()
  await expect(page.getByText('2022-09-27 已签发').first()).toBeVisible()
  await page.getByRole('button', { name: '答复代表' }).click()
  await expect(page.locator('.work-status')).toContainText('待评价')
}

export async function write(page: Page, { number, text, points }: Answer): Promise<void> {
  await page.getByRole('radio', { name: /^A / }).check()
  await page.getByLabel('文号').fill(number)
  await page.getByLabel('签发人').fill('任局长')
  await page.getByLabel('联系人和电话').fill('办公室 孙建华 0990-8600038')
  await page.getByLabel('总的答复').fill(text)
  for (const [at, point] of points.entries()) await page.getByLabel(`对建议 ${at + 1}`).fill(point)
}

/** Rates on a phone; who is dissatisfied says why. */
export async function rate(page: Page, id: string, result: '满意' | '不满意', reason = ''): Promise<void> {
  await page.goto(`/workbench/suggestions/${id}`)
  await page.getByRole('group', { name: '办理态度' }).getByText('满意', { exact: true }).tap()
  await page.getByRole('group', { name: '办理结果' }).getByText(result, { exact: true }).tap()
  if (reason) await page.getByLabel('具体意见').fill(reason)
  await page.getByRole('button', { name: '提交评价' }).tap()
  await expect(page.locator('.work-status')).toContainText('已评价')
}
