import { expect, type Page } from '@playwright/test'
import { contact, rate, receive, reply } from './handling.ts'
import { newcomer } from './newcomer.ts'
import { test } from './people.ts'

const title = '关于在学校周边增设护学岗的建议'

// Everything that may happen on the way of one suggestion: an objection, an opinion, a dissatisfied deputy, and a second handling.
test('SUG-12 SUG-21 SUG-26 a suggestion is objected to, handed on, answered with an opinion, refused, handled again and closed', async ({
  house,
}) => {
  const deputy = await house.signedIn('deputy', 'phone')
  const affairs = await house.signedIn('affairs', 'laptop')
  const wrong = await house.signedIn('unit', 'desk')
  const unit = await house.signedIn('otherUnit', 'desk')
  const id = await test.step('the deputy writes and submits it', () => submit(deputy))
  await test.step('the committee registers it and hands it over to a lead with a co-handler', () => handOver(affairs, id))
  await test.step('the lead objects and names another unit', () => object(wrong))
  await test.step('the committee hands it on to the unit that was named', () => handOn(affairs, id))
  await test.step('that unit receives it and speaks with the deputy', async () => {
    await receive(unit, title)
    await contact(unit, '与王敏代表通话，约定到校门口看现场。')
    await expect(unit.getByRole('button', { name: '答复代表' })).toBeDisabled()
    await expect(unit.getByText('还没有拟好答复')).toBeVisible()
  })
  await test.step('it answers, once the opinion is there', async () => {
    await giveOpinion(await newcomer(house, '公安局建议办理员', 'desk'))
    await unit.goto(`/workbench/suggestions/${id}`)
    await reply(unit, { number: '交函〔2022〕71号', text: '您提出的建议收悉。', points: ['正在研究。', '已告知各校。'] })
  })
  await test.step('the deputy is dissatisfied; the unit is not told what the rating says', async () => {
    await rate(deputy, id, '不满意', '没有说什么时候设岗。')
    await unit.goto(`/workbench/suggestions/${id}`)
    await expect(unit.getByText('代表已评价，结果由代表工委研究后告知。')).toBeVisible()
    await expect(unit.getByText('没有说什么时候设岗。')).toHaveCount(0)
  })
  await test.step('the committee opens the rating on the record and hands it back', () => handBack(affairs, id))
  await test.step('the unit answers again in the second lane', async () => {
    await unit.goto(`/workbench/suggestions/${id}`)
    await contact(unit, '再次与王敏代表通话，说明设岗日期。')
    await reply(unit, { number: '交函〔2022〕72号', text: '现再次答复如下。', points: ['十月八日起设岗。', '已发通知。'] })
    await expect(unit.getByText('第 2 轮办理')).toBeVisible()
  })
  await test.step('the deputy is satisfied, and the committee closes it', async () => {
    await rate(deputy, id, '满意')
    await affairs.goto(`/workbench/suggestions/${id}`)
    await affairs.getByRole('button', { name: '办结', exact: true }).click()
    await expect(affairs.locator('.work-status')).toContainText('办结')
  })
  await test.step('anybody reads the way it went', async () => {
    const address = await affairs.getByRole('link', { name: '打开' }).getAttribute('href')
    const visitor = await house.page('phone')
    await visitor.goto(address ?? '')
    for (const sentence of [
      '交市房产局主办',
      '由市房产局改交市交通局',
      '市交通局签收',
      '送出会办意见',
      '结果不满意',
      '重新办理（第2轮）',
      '结果满意',
      '办结',
    ]) {
      await expect(visitor.getByText(sentence).first()).toBeVisible()
    }
    await expect(visitor.getByText('申请退办')).toHaveCount(0)
  })
})

async function submit(page: Page): Promise<string> {
  await page.goto('/workbench/suggestions/new')
  await page.getByRole('textbox', { name: '标题' }).fill(title)
  await page.getByLabel('事由（情况和问题）').fill('上学放学时段校门口人车混行，家长和学生都不放心。')
  await page.getByLabel('建议 1', { exact: true }).fill('在学校门口设护学岗。')
  await page.getByRole('button', { name: '加一条' }).tap()
  await page.getByLabel('建议 2', { exact: true }).fill('错开各年级放学时间。')
  await page.getByLabel('类别').selectOption('livelihood.care')
  await page.getByText('同意', { exact: true }).tap()
  await page.getByRole('combobox', { name: '建议承办单位' }).fill('sfcj')
  await page.getByTitle('市房产局').tap()
  await page.getByRole('button', { name: '下一步：核对' }).tap()
  await page.getByRole('button', { name: '确认提交' }).tap()
  await expect(page.getByRole('heading', { name: '已提交' })).toBeVisible()
  return /suggestions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

async function handOver(page: Page, id: string): Promise<void> {
  await page.goto(`/workbench/suggestions/${id}`)
  await page.getByRole('button', { name: '立案编号' }).click()
  await page.getByRole('button', { name: '会办单位' }).click()
  await page.getByRole('button', { name: '确认交办' }).click()
  await expect(page.getByRole('link', { name: '请选择承办单位。' })).toBeVisible()
  await page.getByRole('combobox', { name: '会办单位' }).fill('市公安局')
  await page.getByTitle('市公安局').click()
  await page.getByRole('button', { name: '确认交办' }).click()
  await expect(page.locator('.work-status')).toContainText('已交办')
}

async function object(page: Page): Promise<void> {
  await page.goto('/workbench/desk?status=assigned')
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByText('前申请退办；在决定之前请照常办理。')).toBeVisible()
  await page.getByRole('button', { name: '申请退办' }).click()
  await page.getByLabel('退办理由').fill('校门口交通秩序不属于我局职责。')
  await page.getByRole('combobox', { name: '建议改交' }).fill('sjtj')
  await page.getByTitle('市交通局').click()
  await page.getByRole('button', { name: '申请退办' }).last().click()
  await expect(page.getByText('已申请退办，等待代表工作委员会决定')).toBeVisible()
}

async function handOn(page: Page, id: string): Promise<void> {
  await page.goto('/workbench/desk?status=objected')
  await page.getByRole('link', { name: title }).click()
  await page.waitForURL(`**/suggestions/${id}`)
  await expect(page.getByText('建议改交 市交通局').first()).toBeVisible()
  await page.getByRole('button', { name: '改交' }).click()
  await page.getByRole('button', { name: '改交' }).click()
  await expect(page.getByText('往返 1 次')).toBeVisible()
}

async function giveOpinion(page: Page): Promise<void> {
  await receive(page, title)
  await page.getByLabel('意见内容').fill('同意设护学岗，由辖区交警中队配合。')
  await page.getByRole('button', { name: '送会办意见' }).click()
  await expect(page.getByText('同意设护学岗，由辖区交警中队配合。')).toBeVisible()
}

/** The committee opens the rating on the record and hands the case back. */
async function handBack(page: Page, id: string): Promise<void> {
  await page.goto(`/workbench/suggestions/${id}`)
  await page.getByRole('button', { name: '查看评价' }).click()
  await expect(page.getByText('没有说什么时候设岗。')).toBeVisible()
  await expect(page.getByText('陈静查看了代表评价')).toBeVisible()
  await page.getByRole('button', { name: '重新办理' }).click()
  await page.getByLabel('重办要求').fill('请写明设岗日期。')
  await page.getByRole('button', { name: '重新办理' }).last().click()
  await expect(page.getByText('第 2 轮办理')).toBeVisible()
}
