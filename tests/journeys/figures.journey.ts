import { expect, type APIRequestContext } from '@playwright/test'
import { readTable, type TableRow } from '#kernel/documents/spreadsheet-read.ts'
import { test } from './people.ts'

test('PLT-09 SUG-02 portal, workbench, export and API show one reply rate, and it is the quotient of its parts', async ({
  house,
}) => {
  const page = await house.signedIn('leader', 'laptop')
  const { handedOver, replied, replyRate } = await (await page.request.get('/api/v1/public/suggestions/summary')).json()
  expect(handedOver).toBeGreaterThanOrEqual(823)
  expect(replyRate).toBe(`${(Math.round((replied * 1000) / handedOver) / 10).toFixed(1)}%`)

  await page.goto('/suggestions')
  const portal = page.locator('main')
  await expect(portal).toContainText(`${replied}/${handedOver}`)
  await expect(portal).toContainText(replyRate)

  await page.goto('/workbench/')
  await expect(page.locator('main')).toContainText(`${replied}/${handedOver}`)
  await expect(page.locator('main')).toContainText(replyRate)

  const handed = await exported(page.request, '')
  expect(handed.filter((row) => row['交办日期'] !== null && row['状态'] !== '已撤回')).toHaveLength(handedOver)
  expect(await exported(page.request, '?answered=yes')).toHaveLength(replied)
})

/** The rows of the workbook that the export answers. */
async function exported(request: APIRequestContext, query: string): Promise<TableRow['cells'][]> {
  const workbook = await (await request.get(`/api/v1/suggestions/export${query}`)).body()
  const table = await readTable(workbook)
  if ('code' in table) throw new Error(table.sentence)
  return table.rows.map((row) => row.cells)
}
