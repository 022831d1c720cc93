import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './people.ts'

test('SUG-35 a motion is written on a phone, and a deputy who was asked reads it to its end and confirms', async ({ house }) => {
  const lead = await house.signedIn('deputy', 'phone')
  await lead.goto('/workbench/motions/new')
  await lead.getByRole('button', { name: '下一步：核对' }).click()
  await expect(lead.getByRole('alert')).toContainText('有 4 处需要修改')
  await lead.getByLabel('监督').check()
  await lead.getByLabel('案由', { exact: true }).fill('关于加强校外托管监督的议案')
  await lead.getByLabel('案据', { exact: true }).fill('校外托管机构多，消防和食品安全没有明确的主管部门。')
  await lead.getByLabel('方案', { exact: true }).fill('一、开展专题监督。\n二、督促明确主管部门。')
  await lead.getByRole('button', { name: '下一步：核对' }).click()
  await expect(lead.getByRole('heading', { name: '请核对' })).toBeVisible()
  await lead.getByRole('button', { name: '保存文本，去邀请联名' }).click()
  await expect(lead.getByRole('heading', { name: '关于加强校外托管监督的议案' })).toBeVisible()

  await lead.getByLabel('代表', { exact: true }).fill('李华')
  await lead.getByText('李华（城区代表团）').click()
  await lead.keyboard.press('Escape')
  await lead.getByRole('button', { name: '发出邀请' }).click()
  await expect(lead.getByText('还差 9 人')).toBeVisible()

  const other = await house.signedIn('otherDeputy', 'phone')
  await other.goto('/workbench/motions')
  await other.getByRole('link', { name: '关于加强校外托管监督的议案' }).click()
  await expect(other.getByText('二、督促明确主管部门。')).toBeVisible()
  await nothingToMend(other)
  await other.getByRole('button', { name: '确认联名' }).click()
  await expect(other.getByText('您已确认联名。')).toBeVisible()
  await expect(lead.getByText('还差 8 人')).toBeVisible()
})

test('SUG-35 the office records that it goes to a committee, the committee gives its opinion, the public reads both', async ({
  house,
}) => {
  const office = await house.signedIn('affairs', 'laptop')
  await office.goto('/workbench/motions?view=mine')
  await office.getByRole('link', { name: '关于作出促进公共数据开放决定的议案' }).click()
  await office.getByLabel('交专门委员会审议').check()
  await office.getByLabel('专门委员会', { exact: true }).click()
  await office.getByTitle('城乡建设与环境资源保护委员会').click()
  await office.getByLabel('依据', { exact: true }).fill('市人大常委会第十五次主任会议')
  await nothingToMend(office)
  await office.getByRole('button', { name: '确认登记' }).click()
  await expect(office.getByText('委员会意见：')).toBeVisible()

  const committee = await house.signedIn('committee', 'laptop')
  await committee.goto('/workbench/motions?view=mine')
  await committee.getByRole('link', { name: '关于作出促进公共数据开放决定的议案' }).click()
  await committee.getByLabel('建议列入会议议程').check()
  await committee.getByLabel('意见', { exact: true }).fill('属于市人大职权范围，建议列入会议议程。')
  await nothingToMend(committee)
  await committee.getByRole('button', { name: '提出意见' }).click()
  await expect(committee.getByRole('heading', { name: '委员会意见' })).toBeVisible()

  const visitor = await house.page('phone')
  await visitor.goto('/motions')
  await expect(visitor.getByText(/^16 份联名，8 件议案，3 件转为建议。$/).first()).toBeVisible()
  await visitor.getByRole('link', { name: '关于作出促进公共数据开放决定的议案' }).click()
  await expect(visitor.getByText('建议列入会议议程').first()).toBeVisible()
  await nothingToMend(visitor)
})

async function nothingToMend(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([])
}
