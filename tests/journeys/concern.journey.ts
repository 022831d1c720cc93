import { expect, type Page } from '@playwright/test'
import { axe } from '../support/axe.ts'
import { test } from './people.ts'

/** One white pixel, as a phone might send it. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

test('SUG-36 a deputy sends a small concern from the street, the unit answers at its desk, and what is not solved becomes a draft', async ({
  house,
}) => {
  const deputy = await house.signedIn('deputy', 'phone')
  await deputy.goto('/workbench/concerns')
  await deputy.getByRole('link', { name: '反映一件小事' }).click()
  await deputy.getByRole('button', { name: '直接送出' }).click()
  await expect(deputy.getByRole('alert')).toContainText('有 3 处需要修改')
  await deputy.getByLabel('是什么事').fill('楼道扶手松了，老人下楼容易摔。')
  await deputy.getByLabel('在哪里').fill('城东区阳光社区9号楼')
  await deputy.getByLabel('照片').setInputFiles({ name: '扶手.png', mimeType: 'image/png', buffer: PICTURE })
  await deputy.getByLabel('送到哪个部门').click()
  await deputy.keyboard.type('房产')
  await deputy.getByTitle('市房产局').click()
  await nothingToMend(deputy)
  await deputy.getByRole('button', { name: '送到市房产局' }).click()
  await expect(deputy.getByRole('heading', { name: '楼道扶手松了，老人下楼容易摔' })).toBeVisible()
  await expect(deputy.getByRole('img', { name: '照片 1' })).toBeVisible()

  const unit = await house.signedIn('unit', 'desk')
  await unit.goto('/workbench/concerns')
  await unit.getByRole('link', { name: '楼道扶手松了，老人下楼容易摔' }).click()
  await unit.getByRole('button', { name: '签收' }).click()
  await unit.getByRole('button', { name: '答复代表' }).click()
  await unit.getByLabel('不能解决').check()
  await unit.getByLabel('答复内容').fill('这栋楼没有物业和维修资金，本年度改造计划里没有它。')
  await nothingToMend(unit)
  await unit.getByRole('button', { name: '答复代表' }).click()
  await expect(unit.getByRole('heading', { name: '答复：不能解决' })).toBeVisible()

  await deputy.getByRole('button', { name: '不满意' }).click()
  await deputy.getByLabel('哪里没有解决').fill('扶手坏着就会有人摔，请先固定。')
  await deputy.getByRole('button', { name: '不满意' }).click()
  await deputy.getByRole('button', { name: '转为建议草稿' }).click()
  await expect(deputy).toHaveURL(/\/suggestions\/[0-9a-f-]+\/edit/)
  await expect(deputy.getByRole('textbox', { name: '事由（情况和问题）' })).toHaveValue(/本年度改造计划里没有它/)
})

async function nothingToMend(page: Page): Promise<void> {
  const { violations } = await axe(page).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}
