import { expect, type Page } from '@playwright/test'
import { test, theirHeaders } from './people.ts'

const typed = '这是我写了半天的答复，不能丢。'

test('what was typed stays when somebody else was quicker, and the page says what is possible now', async ({ house }) => {
  const page = await house.signedIn('otherUnit', 'laptop')
  const turns = await page.request.get('/api/v1/suggestions/turns?status=accepted')
  const { items } = (await turns.json()) as { items: { id: string }[] }
  const id = items[0]!.id
  await page.goto(`/workbench/suggestions/${id}`)
  await expect(page.getByRole('heading', { name: '答复代表' })).toBeVisible()
  await keepUnaware(page, id)
  await page.getByLabel('总的答复').fill(typed)
  await page.getByText(/^A /).click()
  await page.getByLabel('文号').fill('房函〔2022〕90号')
  await page.getByLabel('签发人').fill('任局长')
  await page.getByLabel('联系人和电话').fill('办公室')
  const boxes = page.getByLabel(/^对建议/)
  const points = await boxes.count()
  for (let at = 0; at < points; at += 1) await boxes.nth(at).fill('已办。')
  const reply = {
    class: 'A',
    documentNumber: '房函〔2022〕89号',
    signer: '任局长',
    contact: '办公室',
    text: '同事的答复。',
    points: Array.from({ length: points }, () => '已办。'),
  }
  const colleague = await house.signedIn('otherUnit', 'desk')
  const done = await colleague.request.post(`/api/v1/suggestions/${id}/reply`, {
    data: reply,
    headers: await theirHeaders(colleague),
  })
  expect(done.status()).toBe(200)
  await page.getByRole('button', { name: '答复代表' }).click()
  await expect(page.getByText('这件建议现在的状态不能做这一步')).toBeVisible()
  await expect(page.getByRole('heading', { name: '您写的内容还在：答复代表' })).toBeVisible()
  await expect(page.getByText(typed)).toBeVisible()
  await expect(page.getByText('同事的答复。')).toBeVisible()
})

/** As on a bad network: until this page sends something, it does not learn what happens to the suggestion. */
async function keepUnaware(page: Page, id: string): Promise<void> {
  let isCut = true
  page.on('request', (request) => {
    if (request.method() === 'POST') isCut = false
  })
  await page.route(`**/api/v1/suggestions/${id}`, (route) => (isCut ? route.abort() : route.continue()))
}
