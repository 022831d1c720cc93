import { expect, type Page } from '@playwright/test'
import { newcomer } from './newcomer.ts'
import { test } from './people.ts'

const title = '关于增加社区老年食堂的建议'

// 联名 is each deputy's own: invited on a phone, read on a phone, confirmed on a phone; a change of the words asks anew.
test('SUG-11 three deputies put forward a suggestion together, each from a phone', async ({ house }) => {
  const lead = await house.signedIn('deputy', 'phone')
  const second = await house.signedIn('otherDeputy', 'phone')
  const third = await newcomer(house, 'd170525', 'phone')
  const id = await test.step('the first writes it and invites two others', () => write(lead))
  await test.step('the second finds the invitation on the first page, reads and confirms', async () => {
    await second.goto('/workbench/')
    const asked = second.getByRole('listitem').filter({ hasText: title })
    await expect(asked).toContainText('王敏邀请您联名 1 件')
    await asked.getByRole('link', { name: '看内容' }).tap()
    await expect(second.getByText('利用闲置用房办老年食堂。')).toBeVisible()
    await second.getByRole('button', { name: '确认联名' }).tap()
    await expect(second.getByText('您已经确认联名。')).toBeVisible()
    await expect(lead.getByText('1/2 已确认')).toBeVisible()
  })
  await test.step('the first changes the words while the third reads: the new text is read before it is confirmed', async () => {
    await third.goto(`/workbench/suggestions/${id}/cosign`)
    await expect(third.getByText('利用闲置用房办老年食堂。')).toBeVisible()
    await change(lead, id)
    await third.getByRole('button', { name: '确认联名' }).tap()
    await expect(third.getByText('领衔代表修改了文本。请看过新的文本再决定是否联名。')).toBeVisible()
    await expect(third.getByText('利用闲置用房办老年食堂，价格公示。')).toBeVisible()
    await expect(third.getByText('第 2 稿')).toBeVisible()
    await third.getByRole('button', { name: '确认联名' }).tap()
    await expect(third.getByText('您已经确认联名。')).toBeVisible()
  })
  await test.step('the second is asked anew, and confirms again', async () => {
    await second.goto(`/workbench/suggestions/${id}`)
    await second.getByRole('link', { name: '看内容并答复' }).tap()
    await expect(second.getByText('您确认以后文本又改过')).toBeVisible()
    await second.getByRole('button', { name: '确认联名' }).tap()
    await expect(second.getByText('您已经确认联名。')).toBeVisible()
  })
  await test.step('the first submits, and all three names stand on it', async () => {
    await lead.goto(`/workbench/suggestions/${id}`)
    await expect(lead.getByText('2/2 已确认')).toBeVisible()
    await lead.getByRole('button', { name: '确认提交' }).tap()
    await expect(lead.locator('.work-status')).toContainText('审查中')
    const affairs = await house.signedIn('affairs', 'laptop')
    await affairs.goto(`/workbench/suggestions/${id}`)
    await expect(affairs.getByRole('definition').filter({ hasText: '李华' })).toContainText('唐俊杰')
    await second.goto('/workbench/suggestions?mine=cosigned')
    await expect(second.getByRole('link', { name: title })).toBeVisible()
  })
  await test.step('it is taken back only when both others agree', async () => {
    await lead.getByRole('button', { name: '撤回' }).tap()
    await lead.getByLabel('撤回原因').fill('街道已经在办。')
    await lead.getByRole('button', { name: '撤回' }).tap()
    await expect(lead.getByText('已请联名代表同意撤回，全部同意后自动撤回。')).toBeVisible()
    for (const page of [second, third]) {
      await page.goto(`/workbench/suggestions/${id}`)
      await expect(page.locator('.notice').getByText('街道已经在办。')).toBeVisible()
      await page.getByRole('button', { name: '同意撤回' }).tap()
      await expect(page.getByRole('button', { name: '同意撤回' })).toHaveCount(0)
    }
    await expect(third.locator('.work-status')).toContainText('已撤回')
  })
})

async function write(page: Page): Promise<string> {
  await page.goto('/workbench/suggestions/new')
  await page.getByRole('textbox', { name: '标题' }).fill(title)
  await page.getByLabel('事由（情况和问题）').fill('独居老人吃饭难，附近没有食堂。')
  await page.getByLabel('建议 1', { exact: true }).fill('利用闲置用房办老年食堂。')
  await page.getByLabel('类别').selectOption('livelihood.care')
  await page.getByText('同意', { exact: true }).tap()
  for (const [typed, found] of [
    ['李华', '李华（'],
    ['唐俊杰', '唐俊杰（'],
  ] as const) {
    await page.getByRole('combobox', { name: '联名代表' }).fill(typed)
    await page.getByTitle(found).first().tap()
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '下一步：核对' }).tap()
  await expect(page.getByText('李华、唐俊杰（待确认）')).toBeVisible()
  await page.getByRole('button', { name: '存草稿并邀请联名' }).tap()
  await expect(page.locator('.work-status')).toContainText('待联名')
  await expect(page.getByText('0/2 已确认')).toBeVisible()
  return /suggestions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
}

async function change(page: Page, id: string): Promise<void> {
  await page.goto(`/workbench/suggestions/${id}/edit`)
  await page.getByLabel('建议 1', { exact: true }).fill('利用闲置用房办老年食堂，价格公示。')
  await page.getByRole('button', { name: '存草稿' }).tap()
  await expect(page.getByText('草稿已存到服务器')).toBeVisible()
}
