import { expect, type Page } from '@playwright/test'
import { contact, reply, write } from './handling.ts'
import { signIn, test } from './people.ts'

const title = '关于在阳光社区增设电动自行车充电棚的建议'
const whole = `${title}
领衔代表：王敏
一、事由
阳光社区有电动自行车约 600 辆，充电桩只有 24 个，居民飞线充电，火灾隐患突出。
二、具体建议
1. 由住房部门牵头选址，年内建成集中充电棚 6 处。
2. 充电价格公示，接受居民监督。`

// One suggestion passes through four hands, as in the first case of the handbook: nobody does another's part.
test('a suggestion goes from draft to closed through four people, and the public can follow it', async ({ house }) => {
  const [deputy, affairs, unit] = [await house.page('phone'), await house.page('laptop'), await house.page('desk')]
  await test.step('the deputy pastes, checks and submits on a phone', () => submit(deputy))
  await test.step('the committee registers and hands over at the desk', () => handOver(affairs))
  await test.step('the unit receives, contacts and replies', () => answer(unit))
  await test.step('the deputy rates in three taps', () => rate(deputy))
  const address = await test.step('the committee closes', () => close(affairs))
  await test.step('anybody reads the way it went', async () => {
    const visitor = await house.page('phone')
    await visitor.goto(address)
    await expect(visitor.getByRole('heading', { level: 1 })).toContainText(title)
    for (const sentence of [
      '王敏代表提出建议',
      '交市房产局办理',
      '市房产局签收',
      '与代表沟通（电话）',
      '市房产局答复代表',
      '代表评价：态度满意，结果满意',
      '办结',
    ]) {
      await expect(visitor.getByText(sentence).first()).toBeVisible()
    }
  })
})

async function submit(page: Page): Promise<void> {
  await signIn(page, 'deputy')
  await page.getByRole('link', { name: '提建议' }).click()
  await page.getByText('粘贴全文自动拆分').click()
  await page.getByLabel('建议全文').fill(whole)
  await page.getByRole('button', { name: '填入表格' }).click()
  await expect(page.getByText('已填入：2 条具体建议')).toBeVisible()
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue(title)
  await expect(page.getByLabel('建议 2', { exact: true })).toHaveValue('充电价格公示，接受居民监督。')
  await page.getByLabel('类别').selectOption('construction.roads')
  await page.getByText('同意', { exact: true }).click()
  await page.getByRole('combobox', { name: '建议承办单位' }).fill('sfcj')
  await page.getByTitle('市房产局').click()
  await page.getByRole('button', { name: '下一步：核对' }).click()
  await expect(page.getByText('市房产局（参考）')).toBeVisible()
  await page.getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByRole('heading', { name: '已提交' })).toBeVisible()
  await expect(page.getByText('代表工作委员会审查，通过后编号')).toBeVisible()
}

async function handOver(page: Page): Promise<void> {
  await signIn(page, 'affairs')
  await page
    .getByRole('link', { name: /^待审查/ })
    .last()
    .click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '立案编号' }).click()
  await expect(page.getByText('代表建议：市房产局')).toBeVisible()
  await page.getByRole('button', { name: '确认交办' }).click()
  await expect(page.locator('.work-status')).toContainText('已交办')
}

async function answer(page: Page): Promise<void> {
  await signIn(page, 'unit')
  await page.getByRole('link', { name: /^待签收/ }).click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '签收' }).click()
  await expect(page.getByText('还没有和代表联系过')).toBeVisible()
  await contact(page, '与王敏代表通话，约定下周一同到现场选址。')
  const written = { number: '房函[2022]88号', text: '王敏代表：您提出的建议收悉，现逐条答复如下。' }
  await write(page, { ...written, points: [] })
  await page.getByRole('button', { name: '保存答复稿' }).click()
  await expect(page.getByRole('link', { name: '建议 1 没有回应。' })).toBeVisible()
  await expect(page.getByRole('button', { name: '答复代表' })).toBeDisabled()
  await reply(page, { ...written, points: ['已选址 6 处，年内建成。', '价格已在社区公示栏公布。'] })
}

async function rate(page: Page): Promise<void> {
  await page.goto('/workbench/')
  const turn = page.getByRole('listitem').filter({ hasText: `${title}已答复，请评价` })
  await turn.getByRole('link', { name: '去评价' }).click()
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(0)
  await page.getByRole('group', { name: '办理态度' }).getByText('满意', { exact: true }).tap()
  await page.getByRole('group', { name: '办理结果' }).getByText('满意', { exact: true }).tap()
  await page.getByRole('button', { name: '提交评价' }).tap()
  await expect(page.locator('.work-status')).toContainText('已评价')
}

/** Closes it from the queue and answers the address of its public page. */
async function close(page: Page): Promise<string> {
  await page.goto('/workbench/desk?status=rated')
  const link = page.getByRole('link', { name: title })
  await page.getByRole('button', { name: '再看一些' }).click()
  await link.click()
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await expect(page.locator('.work-status')).toContainText('办结')
  const address = await page.getByRole('link', { name: '打开' }).getAttribute('href')
  return address ?? ''
}
