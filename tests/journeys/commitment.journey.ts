import { expect, type Page } from '@playwright/test'
import { test } from './people.ts'

const content = '首批改造小区完成满意度测评和质量回访，结果向代表书面报告'
const why = '冬季不能入户回访，与代表商定明年供暖结束后完成剩余小区。'
const first = '2022-12-30'
const next = '2023-04-28'

// Nothing dies at the change of a year: what cannot be done in time is carried, explained, and stays on the books of the next year.
test('SUG-27 a promise is carried into the next year, its deputy sees why, and the books of that year hold it', async ({
  house,
}) => {
  const [unit, deputy] = [await house.signedIn('unit', 'desk'), await house.signedIn('deputy', 'phone')]
  await test.step('the unit carries it over with an explanation', () => carry(unit))
  await test.step('the deputy sees the new date, the first one and the reason on the phone', () => see(deputy))
  await test.step('the books of the next year hold it', async () => {
    const affairs = await house.signedIn('affairs', 'laptop')
    await affairs.goto('/workbench/commitments')
    await affairs.getByLabel('年度台账').selectOption('2023')
    await affairs.getByLabel('结转').selectOption('yes')
    await expect(affairs).toHaveURL(/year=2023/)
    await expect(affairs.getByRole('row').filter({ hasText: content })).toContainText(first)
  })
})

async function carry(page: Page): Promise<void> {
  await page.goto('/workbench/commitments')
  await page.getByRole('link', { name: content }).click()
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await expect(page.getByRole('link', { name: '请写明结转原因和下一步安排。' })).toBeVisible()
  await page.getByLabel('新的期限').fill(next)
  await page.getByLabel('结转原因和下一步安排').fill(why)
  await page.getByRole('button', { name: '结转到新期限' }).click()
  await expect(page.locator('.work-status')).toContainText(`首次期限 ${first}`)
  await expect(page.getByRole('button', { name: '结转到新期限' })).toHaveCount(0)
}

async function see(page: Page): Promise<void> {
  await page.goto('/workbench/commitments')
  await page.getByRole('link', { name: content }).tap()
  await expect(page.locator('.work-status')).toContainText('2023年4月28日')
  await expect(page.locator('.work-status')).toContainText(`首次期限 ${first}`)
  await expect(page.getByRole('listitem').filter({ hasText: `结转：${first} → ${next}。${why}` })).toBeVisible()
  await page.getByRole('link', { name: '关于老旧小区改造充分听取居民意见的建议' }).tap()
  const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: '承诺事项 2 项' }) })
  await expect(panel).toContainText(content)
  await expect(panel).toContainText(`首次期限 ${first}`)
}
