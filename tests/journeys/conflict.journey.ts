import { expect, type Page } from '@playwright/test'
import { write } from './handling.ts'
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
  const points = await page.getByLabel(/^对建议/).count()
  const answers = Array.from({ length: points }, () => '已办。')
  await write(page, { number: '房函〔2022〕90号', text: typed, points: answers.slice(1).fill('已办。') })
  await sendAsColleague(await house.signedIn('otherUnit', 'desk'), id, answers)
  await page.getByLabel(`对建议 ${points}`).fill('已办。')
  await page.getByRole('button', { name: '保存答复稿' }).click()
  await expect(page.getByText('这件建议现在的状态不能做这一步')).toBeVisible()
  await expect(page.getByRole('heading', { name: '您写的内容还在：答复代表' })).toBeVisible()
  await expect(page.getByText(typed)).toBeVisible()
  await expect(page.getByText('同事的答复。')).toBeVisible()
})

/** A colleague of the same unit writes, signs and sends meanwhile. */
async function sendAsColleague(page: Page, id: string, points: readonly string[]): Promise<void> {
  const headers = await theirHeaders(page)
  const data = {
    class: 'A',
    documentNumber: '房函〔2022〕89号',
    signer: '任局长',
    contact: '办公室',
    text: '同事的答复。',
    points,
    commitments: [],
  }
  const at = `/api/v1/suggestions/${id}`
  const done = [
    await page.request.put(`${at}/reply-draft`, { data, headers }),
    await page.request.post(`${at}/reply-draft/sign`, { data: { signedOn: '2022-09-27' }, headers }),
    await page.request.post(`${at}/reply`, { headers }),
  ]
  expect(done.map((answer) => answer.status())).toEqual([200, 200, 200])
}

/** As on a bad network: until this page sends something, it does not learn what happens to the suggestion. */
async function keepUnaware(page: Page, id: string): Promise<void> {
  let isCut = true
  page.on('request', (request) => {
    if (request.method() === 'POST' || request.method() === 'PUT') isCut = false
  })
  await page.route(`**/api/v1/suggestions/${id}`, (route) => (isCut ? route.abort() : route.continue()))
}
