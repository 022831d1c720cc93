import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

test('without JavaScript a visitor finds a suggestion from the first page and reads how it went', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('link', { name: '建议办理' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '建议办理公开' })).toBeVisible()
  await expect(page.getByText(/已交办 \d+ 件，已答复 \d+ 件/).first()).toBeVisible()
  await page.getByLabel('状态').selectOption('closed')
  await page.getByRole('searchbox').fill('老旧小区')
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/status=closed/)
  const first = page.getByRole('table').getByRole('link').first()
  const name = await first.innerText()
  await first.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.replace(/^第\d+号\s*/, '').slice(0, 8))
  await expect(page.getByRole('list', { name: '办理进度' })).toBeVisible()
  await expect(page.getByText('代表提出建议').first()).toBeVisible()
})

test('a suggestion that does not exist says so and shows the way on', async ({ page }) => {
  const answer = await page.goto('/suggestions/2022-99999')
  expect(answer?.status()).toBe(404)
  await expect(page.getByText('没有找到').first()).toBeVisible()
})
